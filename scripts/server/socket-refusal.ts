import type { Socket } from "node:net";
import { STATUS_CODES } from "node:http";
import type { OperationTable } from "./checked-operation.ts";
import type { OpenApi } from "../bundle/openapi.ts";
import { requestTarget } from "./request-target.ts";
import { route } from "./route.ts";
import { plainError, type Refusal, refuse } from "./refusal.ts";

/** How long a refused connection may go on sending what nobody reads, in milliseconds, before it is cut. */
const lingering = 1000;

/** An error of Node's parser, with the bytes it was given last and how many of them it has read. */
export interface ParserError extends NodeJS.ErrnoException {
  rawPacket?: Buffer;
  bytesParsed?: number;
}

/**
 * What a connection is refused with when Node's parser gives up on it.
 *
 * @param inBody whether the headers of a request had arrived, and its body had not
 * @param timeout milliseconds in which a request must have arrived
 */
export function refusalOf(
  error: ParserError,
  { inBody, timeout, table }: { inBody: boolean; timeout: number; table: OperationTable },
): Refusal {
  const late = error.code === "ERR_HTTP_REQUEST_TIMEOUT";
  if (inBody)
    return refuse("SYSCD01005", 400, [
      late
        ? `본문: ${timeout}ms 안에 모두 도착. 받은 값: 일부.`
        : "본문: HTTP/1.1의 전송 형식. 받은 값: 읽을 수 없는 형식.",
    ]);
  if (late) return refuse("SYSCD02001", 400, [`헤더: ${timeout}ms 안에 모두 도착. 받은 값: 일부.`]);
  const target = error.code === "HPE_INVALID_METHOD" ? targetOf(error) : undefined;
  const unrouted = target === undefined ? undefined : route(table, requestTarget(target).path, "알 수 없는 Method");
  if (unrouted !== undefined && "code" in unrouted) return unrouted;
  return refuse("SYSCD02001", 400, [
    error.code === "HPE_HEADER_OVERFLOW"
      ? "헤더: 16KiB 이하. 받은 값: 더 큰 헤더."
      : "HTTP 요청: HTTP/1.1의 형식. 받은 값: 읽을 수 없는 형식.",
  ]);
}

/** The target of a request whose method Node's parser gave up on; undefined where it is no request. */
function targetOf({ rawPacket, bytesParsed = 0 }: ParserError): string | undefined {
  // Another request may stand before it. The methods Node knows are shorter than this.
  const start = Math.max(0, bytesParsed - 20);
  const text = rawPacket?.toString("latin1", start) ?? "";
  const method = /[!#$%&'*+.^_`|~\w-]*$/.exec(text.slice(0, bytesParsed - start))?.index;
  return /^[!#$%&'*+.^_`|~\w-]+ (\S+) HTTP\/1\.[01]\r\n/.exec(text.slice(method))?.[1];
}

/**
 * Answers where there is no HTTP exchange to answer in, and ends the connection once the other side has read it.
 *
 * @returns the GLBL_ID; undefined where nothing can be answered any more
 */
export function refuseSocket(api: OpenApi, socket: Socket, refusal: Refusal): string | undefined {
  if (!socket.writable) return undefined;
  const { body, globalId } = plainError(api, refusal);
  const bytes = Buffer.from(JSON.stringify(body));
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    "content-type: application/json",
    `content-length: ${bytes.length}`,
    ...Object.entries(refusal.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    "connection: close",
  ];
  socket.write(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), bytes]));
  letGo(socket);
  return globalId;
}

/** Ends a connection. Closing it while the other side still sends would reset it, and the answer would be lost. */
export function letGo(socket: Socket): void {
  socket.on("data", () => {});
  setTimeout(() => socket.destroy(), lingering).unref();
  socket.end();
}
