import type { IncomingMessage, ServerResponse } from "node:http";
import type { OperationTable } from "../lib/checked-operation.ts";
import type { OpenApi } from "../lib/openapi.ts";
import type { App } from "./apps.ts";
import { catalogueOf } from "./catalogue.ts";
import type { Excess } from "./plan.ts";
import type { RequestRecord } from "./requestLog.ts";

/** What all processes of a sandbox have in common: the plans' counts and the requests. */
export interface SharedState {
  takeCall: (app: App) => Excess | undefined | Promise<Excess | undefined>;
  records: () => readonly RequestRecord[] | Promise<readonly RequestRecord[]>;
  /** Forgets calls and requests. */
  reset: () => void | Promise<void>;
}

/** The sandbox's own endpoints, outside the bank's paths: /__sandbox/health, requests, scenarios and reset. */
export class Control {
  readonly #started = performance.now();
  readonly #api: OpenApi;
  readonly #apps: readonly App[];
  readonly #table: OperationTable;
  readonly #state: SharedState;

  constructor(api: OpenApi, apps: readonly App[], table: OperationTable, state: SharedState) {
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
  async answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const endpoint = this.#endpoints[`${request.method ?? ""} ${path}`];
    // A page of another origin has no business here.
    if (endpoint === undefined || (request.headers.origin !== undefined && URL.parse(request.headers.origin)?.host !== request.headers.host)) return false;
    request.resume();
    const bytes = Buffer.from(JSON.stringify(await endpoint(), null, 2));
    response.writeHead(200, { "content-type": "application/json", "content-length": bytes.length, "cache-control": "no-store" }).end(bytes);
    return true;
  }

  readonly #endpoints: Record<string, () => unknown> = {
    "GET /__sandbox/health": () => ({ status: "ok", pid: process.pid, title: this.#api.info.title, version: this.#api.info.version, uptime: Math.round((performance.now() - this.#started) / 1000) }),
    "GET /__sandbox/requests": () => this.#state.records(),
    "GET /__sandbox/scenarios": () => catalogueOf(this.#api, this.#apps, this.#table),
    "POST /__sandbox/reset": async () => {
      await this.#state.reset();
      return { status: "ok" };
    },
  };
}
