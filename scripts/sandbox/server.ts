import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { OpenApi } from "../lib/openapi.ts";
import { corsHeaders, isPreflight, preflightHeaders } from "./cors.ts";
import type { Control } from "./control.ts";
import type { Exchange, Outcome } from "./exchange.ts";
import { type RequestRecord, shownPath, withoutPersonalData } from "./requestLog.ts";
import { refusalOf, refuseSocket } from "./socketRefusal.ts";
import { refuse } from "./refusal.ts";

export interface ServerOptions {
  api: OpenApi;
  exchange: Exchange;
  control: Control;
  /** Largest body in bytes. */
  maxBody: number;
  /** Milliseconds in which a request must have arrived whole. */
  requestTimeout: number;
  onRecord: (record: RequestRecord) => void;
}

/**
 * The sandbox as an HTTP server. node:http by itself, because a framework would take away what is needed here: GET with a
 * body, answers to what is no HTTP, connections that are reset or cut in the middle.
 */
export function createSandboxServer(options: ServerOptions): Server {
  const { requestTimeout } = options;
  /** The newest exchange of each connection. */
  const current = new WeakMap<Socket, { request: IncomingMessage; response: ServerResponse }>();
  const server = createServer({
    requestTimeout,
    headersTimeout: requestTimeout,
    connectionsCheckingInterval: Math.min(1000, requestTimeout),
    keepAliveTimeout: 60_000,
    // Node's own refusal would have no body.
    requireHostHeader: false,
  });
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    current.set(request.socket, { request, response });
    void exchange(options, request, response);
  };
  server.on("request", take);
  // Expectations other than 100-continue are nobody's (RFC 9110, 10.1.1); the request is answered as it is.
  server.on("checkExpectation", take);
  const record = (outcome: Pick<RequestRecord, "status" | "code" | "details">, globalId: string | undefined): void =>
    options.onRecord({ time: new Date().toISOString(), method: "?", path: "(읽지 못한 요청)", ...outcome, ...(globalId === undefined ? {} : { globalId }), duration: 0 });
  server.on("connect", (_request, socket: Socket) => {
    const refusal = refuse("SYSCD02901", 405, ["HTTP Method: CONNECT는 받지 않습니다."]);
    record({ status: 405, code: refusal.code }, refuseSocket(options.api, socket, refusal));
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    const last = current.get(socket);
    // A connection that sent nothing asked nothing: browsers open some ahead.
    if (error.code === "ECONNRESET" || socket.bytesRead === 0 || !socket.writable) return void socket.destroy();
    const inBody = last !== undefined && !last.request.complete;
    const refusal = refusalOf(error, inBody, requestTimeout);
    const answer = (): void => record({ status: refusal.status, code: refusal.code, details: refusal.details.map(({ text }) => text) }, refuseSocket(options.api, socket, refusal));
    if (last === undefined || last.response.writableFinished || (inBody && !last.response.headersSent)) answer();
    else if (inBody) socket.destroy();
    // The answer to an earlier request of the same connection comes first.
    else last.response.once("finish", answer);
  });
  return server;
}

async function exchange(options: ServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const started = performance.now();
  const time = new Date().toISOString();
  const cors = corsHeaders(request);
  const [path, query] = target(request);
  if (path.startsWith("/__sandbox/") && (await options.control.answer(path, request, response))) return;
  if (isPreflight(request)) return void response.writeHead(204, preflightHeaders(request)).end();
  const body = await readBody(request, options.maxBody);
  if (body === "gone") return;
  const method = request.method ?? "";
  const outcome = await options.exchange.answer({ method, path, query, headers: request.headers, body });
  if (outcome.delay > 0) await new Promise((done) => setTimeout(done, outcome.delay).unref());
  write(outcome, cors, response);
  options.onRecord(recordOf(options, { time, method, path, started }, outcome));
}

/** Path and query of the request target, which may be in absolute form (RFC 9112, 3.2.2). */
function target({ url = "" }: IncomingMessage): [path: string, query: string] {
  const origin = /^https?:\/\/[^/?]*/i.exec(url)?.[0].length ?? 0;
  const mark = url.indexOf("?", origin);
  return mark === -1 ? [url.slice(origin), ""] : [url.slice(origin, mark), url.slice(mark + 1)];
}

/** The body, read to its end even when it is too large, so that the other side can read the answer. */
function readBody(request: IncomingMessage, max: number): Promise<Buffer | "too-large" | "gone"> {
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= max) chunks.push(chunk);
      else chunks.length = 0;
    });
    request.on("end", () => done(size > max ? "too-large" : chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    request.on("error", () => done("gone"));
    request.on("close", () => done("gone"));
  });
}

function write(outcome: Outcome, cors: Record<string, string>, response: ServerResponse): void {
  const { status, contentType, text, length, fault } = outcome;
  if (fault === "hang") return;
  if (fault === "reset") return void response.socket?.resetAndDestroy();
  response.writeHead(status, {
    ...cors, ...outcome.headers, "content-type": contentType, "content-length": length, ...(outcome.closes ? { connection: "close" } : {}),
  });
  if (fault === "truncated-body") response.write(Buffer.from(text).subarray(0, length / 2), () => response.destroy());
  else response.end(text);
}

function recordOf({ api, exchange }: ServerOptions, request: { time: string; method: string; path: string; started: number }, outcome: Outcome): RequestRecord {
  const { admission, preference = {}, code, details, globalId, fault } = outcome;
  const schema = Object.values(admission?.operation.requestTypes ?? {})[0]?.schema;
  const scenario = Object.entries(preference).map(([key, value]) => `${key}=${value}`).join(", ");
  return {
    time: request.time,
    method: request.method,
    path: shownPath(request.path, exchange.table.at(request.path) !== undefined),
    ...(admission === undefined ? {} : { app: admission.app.name }),
    ...(scenario === "" ? {} : { scenario }),
    ...(schema === undefined || admission?.body === undefined ? {} : { body: withoutPersonalData(api, schema, admission.body) }),
    status: fault === "hang" || fault === "reset" ? 0 : outcome.status,
    ...(code === undefined ? {} : { code }),
    ...(details === undefined || details.length === 0 ? {} : { details }),
    ...(globalId === undefined ? {} : { globalId }),
    duration: performance.now() - request.started,
  };
}
