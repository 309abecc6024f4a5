import type { IncomingMessage, ServerResponse } from "node:http";
import type { OpenApi } from "../bundle/openapi.ts";
import { requestTarget, shownPath } from "../server/request-target.ts";
import { type BankServer, createBankServer, writeLast } from "../server/bank-server.ts";
import type { Connections } from "../server/connections.ts";
import { plainError, type Refusal } from "../server/refusal.ts";
import type { Certificate } from "../server/tls.ts";
import { corsHeaders, isPreflight, preflightHeaders } from "./cors.ts";
import type { Control } from "./control.ts";
import type { Arrived } from "./arrived.ts";
import { oauthMetadataPath, oauthPath } from "./oauth.ts";
import { readBody } from "./read-body.ts";
import type { Responder, Outcome } from "./responder.ts";
import { type MakeRecord, revealed, withoutPersonalData } from "./request-log.ts";
import type { RequestRecord } from "./request-record.ts";
import type { Call } from "./store/usage.ts";
import * as say from "./messages.ts";

/** Serves a page; the path is relative to /docs/. */
export type Pages = (path: string, response: ServerResponse) => Promise<void>;

/** Answers the requests under /portal/, or those for the OAuth server. */
export type Portal = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface ServerOptions {
  api: OpenApi;
  responder: Responder;
  control: Control;
  /** Serves the docs site under /docs/; undefined where the sandbox has none. */
  pages: Pages | undefined;
  /** Serves the developer portal under /portal/; undefined where the sandbox has none. */
  portal: Portal | undefined;
  /** Serves the OAuth server; undefined where the sandbox has none. */
  oauth: Portal | undefined;
  /** Counts an answered call of an app. */
  onCall: (call: Call) => void;
  /** Whether records show the values of requests. */
  showValues: boolean;
  /** Largest body in bytes. */
  maxBody: number;
  /** Milliseconds in which a request must have arrived whole. */
  requestTimeout: number;
  /** Serves https by this; http where it is left out. */
  certificate: Certificate | undefined;
  /** Called once for each request. Errors that it throws are reported and ignored. */
  onRecord: (make: MakeRecord, operationId?: string) => void;
}

/** Bytes of a body up to which it is kept until its record is made: a hundred larger ones would fill the memory. */
const maxKeptBody = 16 * 1024;

/** The sandbox as an HTTP server. */
export function createSandboxServer(given: ServerOptions): BankServer {
  const options: ServerOptions = {
    ...given,
    onRecord: (...recorded) => {
      try {
        given.onRecord(...recorded);
      } catch (error) {
        given.responder.failed(error);
      }
    },
  };
  const server = createBankServer({
    api: options.api,
    requestTimeout: options.requestTimeout,
    certificate: options.certificate,
    onRequest: (request, response) =>
      void handle(options, request, response, server.connections).catch((error: unknown) => {
        const { status, contentType, text, length } = options.responder.failed(error);
        const header = { ...corsHeaders(request), "content-type": contentType, "content-length": length };
        if (!response.headersSent) writeLast(response, status, header, text);
      }),
    onRefused: ({ status, code, details }, globalId) => {
      const record = {
        time: new Date().toISOString(),
        method: "?",
        path: say.unreadRequest,
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
  Object.assign(server.http, { httpAllowHalfOpen: true });
  return server;
}

async function handle(
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  connections: Connections,
): Promise<void> {
  const started = performance.now();
  const time = Date.now();
  const cors = corsHeaders(request);
  const { path, query } = requestTarget(request.url ?? "");
  if (options.oauth !== undefined && isOauth(path)) {
    const refusal = options.control.nameRefusal(request);
    return refusal === undefined
      ? options.oauth(request, response)
      : refuseName(options, refusal, request, response, `${oauthPath}/`);
  }
  if (path.startsWith("/__sandbox/")) {
    const answered = options.control.answer(path, request, response);
    if (answered === true) return;
    if (answered !== false) return refuseName(options, answered, request, response, "/__sandbox/");
  }
  if (options.portal !== undefined && /^\/portal(\/|$)/.test(path)) {
    const refusal = options.control.nameRefusal(request);
    return refusal === undefined
      ? options.portal(request, response)
      : refuseName(options, refusal, request, response, "/portal/");
  }
  // HEAD asks for what GET would answer (RFC 9110, 9.3.2); node:http leaves the body out.
  if (options.pages !== undefined && (request.method === "GET" || request.method === "HEAD")) {
    if (/^\/docs(\/|$)/.test(path)) return answerPage(options.pages, path, request, response);
    if (path === "/" && /text\/html/.test(request.headers.accept ?? ""))
      return redirect("/docs/", 302, request, response);
  }
  if (isPreflight(request)) return void response.writeHead(204, preflightHeaders(request)).end();
  const body = await readBody(request, options.maxBody);
  if (body === "gone") return;
  const { method = "", headers, rawHeaders } = request;
  const arrived: Arrived = { method, path, query, headers, rawHeaders, body };
  const outcome = await options.responder.answer(arrived);
  if (outcome.delay > 0) await new Promise((done) => setTimeout(done, outcome.delay).unref());
  write(outcome, cors, response, connections);
  const asked = { time, arrived, duration: performance.now() - started };
  count(options, outcome, asked.duration);
  const operationId = (outcome.admission ?? outcome.stop)?.operation?.operation.operationId;
  if (typeof body === "string" || body.length <= maxKeptBody)
    options.onRecord((reveal = options.showValues) => recordOf(options, asked, outcome, reveal), operationId);
  else {
    const record = recordOf(options, asked, outcome, options.showValues);
    const header = revealed({ ...arrived, body: "too-large" });
    options.onRecord((reveal) => (reveal === true ? { ...record, ...header } : record), operationId);
  }
}

function isOauth(path: string): boolean {
  return path.startsWith(`${oauthPath}/`) || path === oauthPath || path === oauthMetadataPath;
}

/** Refuses a request for an endpoint of the sandbox's own by a name that is not the sandbox's. */
function refuseName(
  { api, onRecord }: ServerOptions,
  refusal: Refusal,
  request: IncomingMessage,
  response: ServerResponse,
  place: string,
): void {
  request.resume();
  const { status, code, details } = refusal;
  const { body, globalId } = plainError(api, refusal);
  const bytes = Buffer.from(JSON.stringify(body));
  writeLast(response, status, { "content-type": "application/json", "content-length": bytes.length }, bytes);
  const texts = details.map(({ text }) => text);
  const record = { method: request.method ?? "", path: say.byOtherName(place), status, code, globalId };
  const time = new Date().toISOString();
  onRecord(() => ({ time, ...record, details: texts, duration: 0 }));
}

/** Serves a page of the docs site; /docs redirects to /docs/ so that relative links work. */
function answerPage(
  pages: Pages,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> | void {
  if (path === "/docs") return redirect("/docs/", 301, request, response);
  request.resume();
  return pages(path.slice("/docs/".length), response);
}

function redirect(location: string, status: number, request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  response.writeHead(status, { location, "content-length": 0 }).end();
}

function write(
  outcome: Outcome,
  cors: Record<string, string>,
  response: ServerResponse,
  connections: Connections,
): void {
  const { status, contentType, text, length, fault } = outcome;
  const { socket } = response.req;
  if (fault === "hang") return connections.hold(socket);
  if (fault === "reset") return connections.reset(socket);
  // The rest of a request that was not read whole would be read as the next one.
  if (outcome.isLast || !response.req.complete) {
    response.shouldKeepAlive = false;
    connections.finish(socket);
  }
  response.writeHead(status, { ...cors, ...outcome.headers, "content-type": contentType, "content-length": length });
  if (fault === "truncated-body") response.write(Buffer.from(text).subarray(0, length / 2), () => response.destroy());
  else response.end(text);
}

/** Counts a call of an app that the gateway knows, whatever it was answered. */
function count({ onCall }: ServerOptions, outcome: Outcome, duration: number): void {
  const app = outcome.admission?.app ?? outcome.stop?.app;
  const operation = outcome.admission?.operation ?? outcome.stop?.operation;
  if (app === undefined || operation === undefined) return;
  const { operationId } = operation.operation;
  onCall({ appId: app.id, operationId, status: statusOf(outcome), code: outcome.code ?? "", duration });
}

/** The status that went out; 0 where the connection ended without an answer. */
function statusOf({ fault, status }: Outcome): number {
  return fault === "hang" || fault === "reset" ? 0 : status;
}

function recordOf(
  { api, responder }: ServerOptions,
  { time, arrived, duration }: { time: number; arrived: Arrived; duration: number },
  outcome: Outcome,
  reveal: boolean,
): RequestRecord {
  const { admission, stop, preference = {}, answeredBy, code, details, globalId } = outcome;
  const app = admission?.app ?? stop?.app;
  const operation = admission?.operation ?? stop?.operation;
  const schema = Object.values(admission?.operation.requestTypes ?? {})[0]?.schema;
  const parameters = admission?.operation.parameters;
  const scenario = Object.entries(preference)
    .map(([key, value]) => `${key}=${value}`)
    .join(", ");
  return {
    time: new Date(time).toISOString(),
    method: arrived.method,
    path: shownPath(arrived.path, responder.table.at(arrived.path)?.path),
    ...(operation === undefined ? {} : { operationId: operation.operation.operationId }),
    ...(app === undefined ? {} : { app: app.name, appId: app.id }),
    ...(stop === undefined ? {} : { stoppedAt: stop.check }),
    ...(scenario === "" ? {} : { scenario }),
    ...(answeredBy === undefined ? {} : { answeredBy }),
    ...(parameters === undefined || admission === undefined
      ? {}
      : { parameters: withoutPersonalData(api, parameters, admission.parameters) }),
    ...(schema === undefined || admission?.body === undefined
      ? {}
      : { body: withoutPersonalData(api, schema, admission.body) }),
    ...(reveal ? revealed(arrived) : {}),
    status: statusOf(outcome),
    ...(code === undefined ? {} : { code }),
    ...(details === undefined || details.length === 0 ? {} : { details }),
    ...(globalId === undefined ? {} : { globalId }),
    duration,
  };
}
