import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { OpenApi } from "../bundle/openapi.ts";
import { requestTarget, shownPath } from "../server/request-target.ts";
import { createBankServer } from "../server/bank-server.ts";
import { corsHeaders, isPreflight, preflightHeaders } from "./cors.ts";
import type { Control } from "./control.ts";
import type { Responder, Outcome } from "./responder.ts";
import { type MakeRecord, withoutPersonalData } from "./request-log.ts";
import type { RequestRecord } from "./request-record.ts";

/** Serves a page; the path is relative to /docs/. */
export type Pages = (path: string, response: ServerResponse) => Promise<void>;

interface ServerOptions {
  api: OpenApi;
  responder: Responder;
  control: Control;
  /** Serves the docs site under /docs/; undefined where the sandbox has none. */
  pages: Pages | undefined;
  /** Largest body in bytes. */
  maxBody: number;
  /** Milliseconds in which a request must have arrived whole. */
  requestTimeout: number;
  /** Called once for each request. Errors that it throws are reported and ignored. */
  onRecord: (make: MakeRecord) => void;
}

/** Bytes of a body up to which it is kept until its record is made: a hundred larger ones would fill the memory. */
const maxKeptBody = 16 * 1024;

/** The sandbox as an HTTP server. */
export function createSandboxServer(given: ServerOptions): Server {
  const options: ServerOptions = {
    ...given,
    onRecord: (make) => {
      try {
        given.onRecord(make);
      } catch (error) {
        given.responder.failed(error);
      }
    },
  };
  const server = createBankServer({
    api: options.api,
    requestTimeout: options.requestTimeout,
    onRequest: (request, response) =>
      void handle(options, request, response).catch((error: unknown) => {
        const outcome = options.responder.failed(error);
        if (!response.headersSent) write(outcome, corsHeaders(request), response);
      }),
    onRefused: ({ status, code, details }, globalId) => {
      const record = {
        time: new Date().toISOString(),
        method: "?",
        path: "(읽지 못한 요청)",
        status,
        code,
        details: details.map(({ text }) => text),
        globalId,
        duration: 0,
      };
      options.onRecord(() => record);
    },
  });
  // A client such as nc may half-close the connection; Node would then drop pending answers.
  return Object.assign(server, { httpAllowHalfOpen: true });
}

async function handle(options: ServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const started = performance.now();
  const time = Date.now();
  const cors = corsHeaders(request);
  const { path, query } = requestTarget(request.url ?? "");
  if (path.startsWith("/__sandbox/") && options.control.answer(path, request, response)) return;
  if (options.pages !== undefined && request.method === "GET" && /^\/docs(\/|$)/.test(path))
    return answerPage(options.pages, path, request, response);
  if (isPreflight(request)) return void response.writeHead(204, preflightHeaders(request)).end();
  const body = await readBody(request, options.maxBody);
  if (body === "gone") return;
  const method = request.method ?? "";
  const outcome = await options.responder.answer({ method, path, query, headers: request.headers, body });
  if (outcome.delay > 0) await new Promise((done) => setTimeout(done, outcome.delay).unref());
  write(outcome, cors, response);
  const asked = { time, method, path, duration: performance.now() - started };
  if (body.length <= maxKeptBody) options.onRecord(() => recordOf(options, asked, outcome));
  else {
    const record = recordOf(options, asked, outcome);
    options.onRecord(() => record);
  }
}

/** Serves a page of the docs site; /docs redirects to /docs/ so that relative links work. */
function answerPage(
  pages: Pages,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> | void {
  request.resume();
  if (path === "/docs") return void response.writeHead(301, { location: "/docs/", "content-length": 0 }).end();
  return pages(path.slice("/docs/".length), response);
}

/** Reads the whole body, even one that is too large, so that the client can read the answer. */
function readBody(request: IncomingMessage, max: number): Promise<Buffer | "too-large" | "gone"> {
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= max) chunks.push(chunk);
      else chunks.length = 0;
    });
    request.on("end", () =>
      done(size > max ? "too-large" : chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)),
    );
    request.on("error", () => done("gone"));
    request.on("close", () => done("gone"));
  });
}

function write(outcome: Outcome, cors: Record<string, string>, response: ServerResponse): void {
  const { status, contentType, text, length, fault } = outcome;
  if (fault === "hang")
    return onTurn(
      response,
      (socket) => void (socket.readableEnded ? socket.destroy() : socket.once("end", () => socket.destroy())),
    );
  if (fault === "reset") return onTurn(response, (socket) => socket.resetAndDestroy());
  response.writeHead(status, { ...cors, ...outcome.headers, "content-type": contentType, "content-length": length });
  if (fault === "truncated-body") response.write(Buffer.from(text).subarray(0, length / 2), () => response.destroy());
  else response.end(text);
}

/** Calls a function with the socket once earlier answers are written. */
function onTurn(response: ServerResponse, act: (socket: Socket) => void): void {
  if (response.socket === null) response.once("socket", act);
  else act(response.socket);
}

function recordOf(
  { api, responder }: ServerOptions,
  request: { time: number; method: string; path: string; duration: number },
  outcome: Outcome,
): RequestRecord {
  const { admission, preference = {}, code, details, globalId, fault } = outcome;
  const schema = Object.values(admission?.operation.requestTypes ?? {})[0]?.schema;
  const parameters = admission?.operation.parameters;
  const scenario = Object.entries(preference)
    .map(([key, value]) => `${key}=${value}`)
    .join(", ");
  return {
    time: new Date(request.time).toISOString(),
    method: request.method,
    path: shownPath(request.path, responder.table.at(request.path)?.path),
    ...(admission === undefined ? {} : { app: admission.app.name }),
    ...(scenario === "" ? {} : { scenario }),
    ...(parameters === undefined || admission === undefined
      ? {}
      : { parameters: withoutPersonalData(api, parameters, admission.parameters) }),
    ...(schema === undefined || admission?.body === undefined
      ? {}
      : { body: withoutPersonalData(api, schema, admission.body) }),
    status: fault === "hang" || fault === "reset" ? 0 : outcome.status,
    ...(code === undefined ? {} : { code }),
    ...(details === undefined || details.length === 0 ? {} : { details }),
    ...(globalId === undefined ? {} : { globalId }),
    duration: request.duration,
  };
}
