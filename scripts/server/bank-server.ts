import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { OpenApi } from "../bundle/openapi.ts";
import type { Certificate } from "./tls.ts";
import { longestHeader, maxFields } from "./bounds.ts";
import { Connections, type Pair } from "./connections.ts";
import { plainError, type Refusal, refuse } from "./refusal.ts";

// An import would evaluate every export, and with WebSocket all of Node's fetch: half of a start.
const { createServer, STATUS_CODES } = process.getBuiltinModule("node:http");

interface BankServerOptions {
  api: OpenApi;
  /** Milliseconds in which a request must have arrived whole. */
  requestTimeout: number;
  /** Serves https by this; http where it is left out. */
  certificate?: Certificate | undefined;
  /** Why a well-formed request is refused before it is served; undefined where it is not. */
  refusalOf?: (request: IncomingMessage) => Refusal | undefined;
  onRequest: (request: IncomingMessage, response: ServerResponse) => void;
  /** Called for a request that is not served; `request` is set where its header had been accepted. */
  onRefused: (refusal: Refusal, globalId: string, request: IncomingMessage | undefined) => void;
}

/** An HTTP server and its connections. */
export interface BankServer {
  http: Server;
  connections: Connections;
}

/** Milliseconds until a refused connection is closed. */
const lingering = 1000;

/**
 * An HTTP server that refuses what is no HTTP in the bank's envelope, once, and then ends the connection. It uses node:http by
 * itself: a framework would take away GET with a body, and connections that are reset or cut in the middle.
 */
export function createBankServer({
  api,
  requestTimeout,
  certificate,
  refusalOf = () => undefined,
  onRequest,
  onRefused,
}: BankServerOptions): BankServer {
  const headersTimeout = Math.min(longestHeader, requestTimeout);
  const options = {
    requestTimeout,
    headersTimeout,
    connectionsCheckingInterval: Math.min(1000, requestTimeout),
    keepAliveTimeout: 60_000,
    // Node would drop all but the first Host, and refuse a request without one by itself, without a body.
    joinDuplicateHeaders: true,
    requireHostHeader: false,
  };
  const http =
    certificate === undefined
      ? createServer(options)
      : process
          .getBuiltinModule("node:https")
          .createServer({ ...options, ...certificate, handshakeTimeout: headersTimeout });
  // Node would silently drop headers above its limit.
  http.maxHeadersCount = 0;
  const connections = new Connections(http);

  const refuseRequest = (
    refusal: Refusal,
    request: IncomingMessage,
    response: ServerResponse,
    broken?: IncomingMessage,
  ): void => {
    connections.finish(request.socket);
    onRefused(refusal, writeRefusal(api, refusal, response), broken);
  };
  const refuseSocket = (refusal: Refusal, socket: Socket): void => {
    connections.finish(socket);
    onRefused(refusal, writeRefusalTo(socket, api, refusal), undefined);
  };
  const serve = ({ request, response }: Pair): void => {
    const refusal = malformation(request) ?? refusalOf(request);
    if (refusal === undefined) onRequest(request, response);
    else refuseRequest(refusal, request, response);
  };
  const accept = (request: IncomingMessage, response: ServerResponse): void =>
    connections.take(request, response, serve);
  http.on("request", accept);
  // Expectations other than 100-continue are ignored (RFC 9110, 10.1.1).
  http.on("checkExpectation", accept);
  http.on("connect", (_request, socket: Socket) => {
    // Node has let go of the connection: without a listener its errors would end the process.
    socket.on("error", () => {});
    const { response } = connections.newest(socket) ?? {};
    connections.finish(socket);
    afterAnswer(response, () => refuseSocket(connectRefusal, socket));
  });
  http.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    // A TLS handshake that failed: there is nothing to answer by, unless it was none.
    if (!connections.has(socket)) {
      const carrier = error.code === "ERR_SSL_HTTP_REQUEST" ? connections.carrierOf(socket) : undefined;
      return carrier === undefined ? void socket.destroy() : refuseSocket(withoutTls, carrier);
    }
    // The answer that closes the connection is being sent; closing now could lose it.
    if (connections.isOver(socket) || error.code === "HPE_CLOSED_CONNECTION") return;
    // A connection without data needs no answer; browsers open connections in advance.
    if (error.code === "ECONNRESET" || socket.bytesRead === 0 || !socket.writable) return void socket.destroy();
    const { request, response } = connections.newest(socket) ?? {};
    const isInHeader = request === undefined || request.complete;
    const refusal =
      error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? late(isInHeader ? http.headersTimeout : requestTimeout) : unreadable;
    if (isInHeader || response === undefined) {
      connections.finish(socket);
      afterAnswer(response, () => refuseSocket(refusal, socket));
    } else if (response.headersSent) {
      connections.finish(socket);
      afterAnswer(response, () => socket.destroySoon());
    } else refuseRequest(refusal, request, response, request);
  });
  return { http, connections };
}

const unreadable = refuse("SYSCD02001", 400, [
  "요청이 HTTP/1.1 형식에 맞지 않아 읽을 수 없습니다. HTTP 클라이언트의 설정을 확인하십시오.",
]);

const withoutTls = refuse("SYSCD02001", 400, [
  "https만 받는 주소에 http로 요청했습니다. https://로 시작하는 주소로 요청하십시오.",
]);

const tooManyFields = refuse("SYSCD02001", 400, [
  `헤더가 ${maxFields}개를 넘습니다. ${maxFields}개 이하로 보내십시오.`,
]);

const connectRefusal = refuse("SYSCD02901", 405, ["CONNECT 메서드는 지원하지 않습니다."], { headers: { allow: "" } });

function late(timeout: number): Refusal {
  return refuse("SYSCD02001", 400, [
    `요청이 ${timeout}ms 안에 모두 도착하지 않았습니다. 네트워크를 확인하고 다시 보내십시오.`,
  ]);
}

/** Host: a name or an address, and a port (RFC 9110, 7.2). */
const hostForm = /^(?:[\w\-.~!$&'()*+;=%]*|\[[\da-f:.]+\])(?::\d*)?$/i;

/** Why a request that Node's parser takes is refused all the same. */
function malformation(request: IncomingMessage): Refusal | undefined {
  // Looking at `headers` would take the time that this limit spares.
  if (request.rawHeaders.length > 2 * maxFields) return tooManyFields;
  return isWellFormed(request) ? undefined : unreadable;
}

/** Whether a request has one Host and one certain end (RFC 9112, 3.2 and 6.1). */
function isWellFormed({ httpVersion, headers }: IncomingMessage): boolean {
  const { host = httpVersion === "1.0" ? "" : undefined, "transfer-encoding": coding } = headers;
  if (host === undefined || !hostForm.test(host)) return false;
  return httpVersion === "1.1" ? (coding ?? "chunked").toLowerCase() === "chunked" : httpVersion === "1.0" && !coding;
}

/** Answers a request that Node has read the header of; returns the GLBL_ID. */
function writeRefusal(api: OpenApi, refusal: Refusal, response: ServerResponse): string {
  const { header, bytes, globalId } = envelope(api, refusal);
  writeLast(response, refusal.status, header, bytes);
  return globalId;
}

/**
 * Writes an answer where another could not be. It never throws, as an exception in an event handler ends the process: where
 * even this answer cannot be written, the connection is cut.
 */
export function writeLast(
  response: ServerResponse,
  status: number,
  header: Record<string, string | number>,
  body: string | Buffer,
): void {
  try {
    // Node keeps a reason that it has refused, and would refuse it again.
    response.writeHead(status, STATUS_CODES[status] ?? "", header).end(body);
  } catch {
    response.destroy();
  }
}

/** Writes the refusal to the socket where there is no request, and closes it; returns the GLBL_ID. */
function writeRefusalTo(socket: Socket, api: OpenApi, refusal: Refusal): string {
  const { header, bytes, globalId } = envelope(api, refusal);
  // The client may go on sending; closing at once would reset the connection, and the answer would be lost.
  socket.on("data", () => {});
  setTimeout(() => socket.destroy(), lingering).unref();
  const lines = Object.entries(header).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\n${lines.join("")}\r\n`);
  socket.end(bytes);
  return globalId;
}

function envelope(
  api: OpenApi,
  refusal: Refusal,
): { header: Record<string, string | number>; bytes: Buffer; globalId: string } {
  const { body, globalId } = plainError(api, refusal);
  const bytes = Buffer.from(JSON.stringify(body));
  const own = { "content-type": "application/json", "content-length": bytes.length, connection: "close" };
  return { bytes, globalId, header: { ...own, ...refusal.headers } };
}

/** Calls a function after a response and all earlier ones are written. */
function afterAnswer(response: ServerResponse | undefined, act: () => void): void {
  if (response === undefined || response.writableFinished) act();
  else response.once("finish", act);
}
