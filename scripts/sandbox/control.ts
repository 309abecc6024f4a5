import type { IncomingMessage, ServerResponse } from "node:http";
import type { OperationTable } from "../server/checked-operation.ts";
import { type Refusal, refuse } from "../server/refusal.ts";
import { isForOwnName, isOwnName } from "../server/own-name.ts";
import { ownPageHeaders } from "../server/own-page.ts";
import type { OpenApi } from "../bundle/openapi.ts";
import type { App } from "./apps.ts";
import { catalogueOf } from "./catalogue.ts";
import type { RequestRecord } from "./request-record.ts";
import type { AppDirectory } from "./store/app-directory.ts";

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
  readonly #apps: { apps: readonly App[]; directory: AppDirectory };
  readonly #table: OperationTable;
  readonly #state: ControlledState;
  readonly #names: ReadonlySet<string>;

  /** @param names by which the sandbox may be called, besides those of every machine */
  constructor(
    api: OpenApi,
    apps: { apps: readonly App[]; directory: AppDirectory },
    table: OperationTable,
    state: ControlledState,
    names: ReadonlySet<string>,
  ) {
    this.#names = names;
    this.#api = api;
    this.#apps = apps;
    this.#table = table;
    this.#state = state;
  }

  /** Why a request for a page of the sandbox's own is refused by the name it was made for; undefined where it is not. */
  nameRefusal({ headers: { host = "" } }: IncomingMessage): Refusal | undefined {
    return isOwnName(host, this.#names) ? undefined : otherName;
  }

  /**
   * Answers a request to one of the endpoints.
   *
   * @returns false where there is no such endpoint, it is asked by another method or by a page of another site, and why where
   *   it is asked by a name that is not the sandbox's; nothing was answered then
   */
  answer(path: string, request: IncomingMessage, response: ServerResponse): boolean | Refusal {
    // HEAD asks for what GET would answer (RFC 9110, 9.3.2).
    const method = request.method === "HEAD" ? "GET" : request.method;
    const endpoint = this.#endpoints[`${method} ${path}`];
    if (endpoint === undefined) return false;
    if (!isForOwnName(request, this.#names)) return otherName;
    if (isOfOtherSite(request)) return false;
    request.resume();
    const scheme = "encrypted" in request.socket ? "https" : "http";
    const bytes = Buffer.from(JSON.stringify(endpoint(`${scheme}://${request.headers.host}`), null, 2));
    response
      .writeHead(200, { "content-type": "application/json", "content-length": bytes.length, ...ownPageHeaders })
      .end(bytes);
    return true;
  }

  /** By method and path; each is given the URL that was asked. */
  readonly #endpoints: Record<string, (url: string) => unknown> = {
    "GET /__sandbox/health": () => ({
      status: "ok",
      pid: process.pid,
      title: this.#api.info.title,
      version: this.#api.info.version,
      uptime: Math.round((performance.now() - this.#started) / 1000),
    }),
    "GET /__sandbox/requests": () => this.#state.records(),
    "GET /__sandbox/scenarios": (url) => catalogueOf(this.#api, this.#apps, this.#table, url),
    "POST /__sandbox/reset": () => {
      this.#state.reset();
      return { status: "ok" };
    },
  };
}

const otherName = refuse("SYSCD02901", 404, [
  "Host: 이 샌드박스의 이름이 아닙니다. localhost나 IP 주소로 요청하거나, 그 이름을 --allow-host에 지정해 샌드박스를 다시 여십시오.",
]);

/** Whether a request comes from a page of another site, by its Origin. */
function isOfOtherSite({ headers: { origin, host = "" } }: IncomingMessage): boolean {
  return origin !== undefined && URL.parse(origin)?.host !== host;
}
