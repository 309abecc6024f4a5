import type { IncomingMessage, ServerResponse } from "node:http";
import type { OperationTable } from "../server/checked-operation.ts";
import { type Refusal, refuse } from "../server/refusal.ts";
import { isForOwnName, isOwnName } from "../server/own-name.ts";
import { ownPageHeaders } from "../server/own-page.ts";
import { requestTarget } from "../server/request-target.ts";
import { reportDefect } from "../lib/user-error.ts";
import { readBody } from "./read-body.ts";
import { answerScenarioEndpoint, isScenarioEndpoint, shownScenario } from "./scenario-control.ts";
import type { ScenarioRegistry } from "./scenarios/registry.ts";
import type { OpenApi } from "../bundle/openapi.ts";
import type { App } from "./apps.ts";
import { catalogueOf } from "./catalogue.ts";
import type { RequestRecord } from "./request-record.ts";
import type { AppDirectory } from "./store/app-directory.ts";
import * as say from "./messages.ts";

/** What the endpoints show and change. */
interface Controlled {
  api: OpenApi;
  /** Those that the sandbox was started with. */
  apps: readonly App[];
  directory: AppDirectory;
  /** Path of the developer portal; undefined where there is none. */
  portal: string | undefined;
  table: OperationTable;
  registry: ScenarioRegistry;
  records: () => readonly RequestRecord[];
  /** Forgets calls and requests. */
  reset: () => void;
  /** Names by which the sandbox may be called, besides those of every machine. */
  names: ReadonlySet<string>;
  /** Largest body in bytes. */
  maxBody: number;
}

/** The sandbox's own endpoints, outside the bank's paths: /__sandbox/health, requests, scenarios, customers and reset. */
export class Control {
  readonly #started = performance.now();
  readonly #given: Controlled;

  constructor(given: Controlled) {
    this.#given = given;
  }

  /** Why a request for a page of the sandbox's own is refused by the name it was made for; undefined where it is not. */
  nameRefusal({ headers: { host = "" } }: IncomingMessage): Refusal | undefined {
    return isOwnName(host, this.#given.names) ? undefined : otherName;
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
    const own = path.slice("/__sandbox/".length);
    const isScenario = isScenarioEndpoint(method ?? "", own);
    const endpoint = this.#endpoints[`${method} ${path}`];
    if (endpoint === undefined && !isScenario) return false;
    if (!isForOwnName(request, this.#given.names)) return otherName;
    if (isOfOtherSite(request)) return false;
    if (endpoint === undefined) {
      void this.#answerScenario(own, request, response);
      return true;
    }
    request.resume();
    const scheme = "encrypted" in request.socket ? "https" : "http";
    send(response, 200, endpoint(`${scheme}://${request.headers.host}`));
    return true;
  }

  async #answerScenario(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, this.#given.maxBody);
    if (body === "gone") return;
    if (typeof body === "string") return send(response, 413, { problems: [say.tooLarge(this.#given.maxBody)] });
    const { query } = requestTarget(request.url ?? "");
    try {
      const asked = { method: request.method === "HEAD" ? "GET" : (request.method ?? ""), path, query };
      const { status, value } = answerScenarioEndpoint(this.#given.registry, { ...asked, body: body.toString() });
      send(response, status, value);
    } catch (error) {
      reportDefect(say.defect, error);
      send(response, 500, { problems: [say.failed] });
    }
  }

  /** By method and path; each is given the URL that was asked. */
  readonly #endpoints: Record<string, (url: string) => unknown> = {
    "GET /__sandbox/health": () => ({
      status: "ok",
      pid: process.pid,
      title: this.#given.api.info.title,
      version: this.#given.api.info.version,
      uptime: Math.round((performance.now() - this.#started) / 1000),
    }),
    "GET /__sandbox/requests": () => this.#given.records(),
    "GET /__sandbox/scenarios": (url) => {
      const { api, apps, directory, portal, table, registry } = this.#given;
      return {
        registered: registry.all.map(shownScenario),
        ...catalogueOf(api, { apps, directory, portal }, table, url),
      };
    },
    "POST /__sandbox/reset": () => {
      this.#given.reset();
      return { status: "ok" };
    },
  };
}

/** Sends JSON, or no content where there is no value. */
function send(response: ServerResponse, status: number, value: unknown): void {
  const bytes = value === undefined ? undefined : Buffer.from(JSON.stringify(value, null, 2));
  const content = bytes && { "content-type": "application/json", "content-length": bytes.length };
  response.writeHead(status, { ...content, ...ownPageHeaders }).end(bytes);
}

const otherName = refuse("SYSCD02901", 404, [say.notThisHost]);

/** Whether a request comes from a page of another site, by its Origin. */
function isOfOtherSite({ headers: { origin, host = "" } }: IncomingMessage): boolean {
  return origin !== undefined && URL.parse(origin)?.host !== host;
}
