import type { IncomingMessage, ServerResponse } from "node:http";
import type { OperationTable } from "../server/checked-operation.ts";
import { isForOwnName } from "../server/own-name.ts";
import { ownPageHeaders } from "../server/own-page.ts";
import type { OpenApi } from "../bundle/openapi.ts";
import type { App } from "./apps.ts";
import { catalogueOf } from "./catalogue.ts";
import type { RequestRecord } from "./request-record.ts";

/** The state that the endpoints show and reset. */
interface ControlledState {
  records: () => readonly RequestRecord[];
  /** Forgets calls and requests. */
  reset: () => void;
}

/** The sandbox's own endpoints, outside the bank's paths: /__sandbox/health, requests, scenarios and reset. */
export class Control {
  readonly #started = performance.now();
  readonly #api: OpenApi;
  readonly #apps: readonly App[];
  readonly #table: OperationTable;
  readonly #state: ControlledState;

  constructor(api: OpenApi, apps: readonly App[], table: OperationTable, state: ControlledState) {
    this.#api = api;
    this.#apps = apps;
    this.#table = table;
    this.#state = state;
  }

  /**
   * Answers a request to one of the endpoints.
   *
   * @returns false where there is no such endpoint, or it is asked by another method; nothing was answered then
   */
  answer(path: string, request: IncomingMessage, response: ServerResponse): boolean {
    // HEAD asks for what GET would answer (RFC 9110, 9.3.2).
    const method = request.method === "HEAD" ? "GET" : request.method;
    const endpoint = this.#endpoints[`${method} ${path}`];
    if (endpoint === undefined || isForeign(request)) return false;
    request.resume();
    const bytes = Buffer.from(JSON.stringify(endpoint(request.headers.host ?? ""), null, 2));
    response
      .writeHead(200, { "content-type": "application/json", "content-length": bytes.length, ...ownPageHeaders })
      .end(bytes);
    return true;
  }

  /** By method and path; each is given the host that was asked. */
  readonly #endpoints: Record<string, (host: string) => unknown> = {
    "GET /__sandbox/health": () => ({
      status: "ok",
      pid: process.pid,
      title: this.#api.info.title,
      version: this.#api.info.version,
      uptime: Math.round((performance.now() - this.#started) / 1000),
    }),
    "GET /__sandbox/requests": () => this.#state.records(),
    "GET /__sandbox/scenarios": (host) => catalogueOf(this.#api, this.#apps, this.#table, `http://${host}`),
    "POST /__sandbox/reset": () => {
      this.#state.reset();
      return { status: "ok" };
    },
  };
}

/** Whether a request comes from a page of another site, by its Origin or by DNS rebinding. */
export function isForeign(request: Parameters<typeof isForOwnName>[0]): boolean {
  const { origin, host = "" } = request.headers;
  return !isForOwnName(request) || (origin !== undefined && URL.parse(origin)?.host !== host);
}
