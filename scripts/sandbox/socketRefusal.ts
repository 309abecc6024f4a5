import type { Socket } from "node:net";
import { STATUS_CODES } from "node:http";
import type { OpenApi } from "../lib/openapi.ts";
import { plainError, type Refusal, refuse } from "./refusal.ts";

/** How long a refused connection may go on sending what nobody reads, in milliseconds, before it is cut. */
const lingering = 1000;

/** What a connection is refused with when Node's parser gives up on it. */
export function refusalOf(error: NodeJS.ErrnoException, inBody: boolean, timeout: number): Refusal {
  const late = error.code === "ERR_HTTP_REQUEST_TIMEOUT";
  if (inBody) return refuse("SYSCD01005", 400, [late ? `본문: ${timeout}ms 안에 모두 도착. 받은 값: 일부.` : "본문: HTTP/1.1의 전송 형식. 받은 값: 읽을 수 없는 형식."]);
  if (late) return refuse("SYSCD02001", 400, [`헤더: ${timeout}ms 안에 모두 도착. 받은 값: 일부.`]);
  return refuse("SYSCD02001", 400, [error.code === "HPE_HEADER_OVERFLOW" ? "헤더: 16KiB 이하. 받은 값: 더 큰 헤더." : "HTTP 요청: HTTP/1.1의 형식. 받은 값: 읽을 수 없는 형식."]);
}

/** Answers where there is no HTTP exchange to answer in, and ends the connection once the other side has read it. */
export function refuseSocket(api: OpenApi, socket: Socket, refusal: Refusal): string | undefined {
  if (!socket.writable) {
    socket.destroy();
    return undefined;
  }
  const { body, globalId } = plainError(api, refusal);
  const bytes = Buffer.from(JSON.stringify(body));
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    "content-type: application/json",
    `content-length: ${bytes.length}`,
    ...Object.entries(refusal.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    "connection: close",
  ];
  // Closing while the other side still sends would reset the connection, and the answer would be lost.
  socket.on("data", () => {});
  setTimeout(() => socket.destroy(), lingering).unref();
  socket.end(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), bytes]));
  return globalId;
}
