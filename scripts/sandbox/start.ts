import { OperationTable } from "../lib/checked-operation.ts";
import { readBundle, refuseParameters } from "../lib/bundle-file.ts";
import { listen, stop, urlOf } from "../lib/listen.ts";
import { type OpenApi, operationsOf } from "../lib/openapi.ts";
import { bundleFile, specDir } from "../lib/paths.ts";
import { type App, defaultAppsFile, readApps } from "./apps.ts";
import { loadPrism } from "./chooser.ts";
import { Control, type SharedState } from "./control.ts";
import { Exchange } from "./exchange.ts";
import { PlanLedger } from "./plan.ts";
import { RequestLog, type RequestRecord } from "./request-log.ts";
import { createSandboxServer, type ServerOptions } from "./server.ts";

export interface SandboxOptions {
  /** 0, the default, picks a free port. */
  port?: number;
  /** Address to listen on. Default 127.0.0.1. */
  host?: string;
  /** Path of a bundled OpenAPI document. Default generated/openapi.json. */
  bundle?: string;
  /** Path of a file of apps, in the form of scripts/sandbox/apps.yaml, which is the default. */
  apps?: string;
  /** Milliseconds before every answer of the gateway. Default 0. */
  latency?: number;
  /** Milliseconds in which a request must have arrived whole. Default 10,000. */
  requestTimeout?: number;
  /** The largest request body in bytes. Default 1 MiB. */
  maxBody?: number;
  /** Shows the docs site under /docs/; made when it is first asked for. Default false. */
  docs?: boolean;
  /** Called once for every request, after it was answered. */
  onRecord?: (record: RequestRecord) => void;
}

/** A sandbox that listens. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string;
  api: OpenApi;
  /** The last hundred requests, oldest first, without secrets and personal data. */
  requests: () => readonly RequestRecord[];
  /** Forgets the requests and the calls counted against plans. */
  reset: () => void;
  /** Stops listening and cuts the connections that are open. */
  close: () => Promise<void>;
}

/**
 * Starts the sandbox: a gateway as the document draws it (1.2, 1.3), and behind it Prism, which answers from the spec. It
 * listens before Prism is loaded; the first answer waits for it.
 *
 * @throws {UserError} when the bundle or the apps cannot be used, or the port cannot be had
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const ledger = new PlanLedger();
  const log = new RequestLog();
  const reset = (): void => {
    ledger.reset();
    log.reset();
  };
  const state: SharedState = { takeCall: (app) => ledger.take(app), records: () => log.records, reset };
  const onRecord = (record: RequestRecord): void => {
    log.add(record);
    options.onRecord?.(record);
  };
  const { url, api, close } = await serve({ ...options, onRecord }, state);
  return { url, api, requests: () => log.records, reset, close };
}

/** Starts one server with the state that it may have in common with others. */
export async function serve(options: SandboxOptions & { onRecord: (record: RequestRecord) => void }, state: SharedState): Promise<Pick<Sandbox, "url" | "api" | "close">> {
  const { port = 0, host = "127.0.0.1", bundle = bundleFile, apps: appsFile = defaultAppsFile, latency = 0, requestTimeout = 10_000, maxBody = 1024 * 1024 } = options;
  const api = readBundle(bundle);
  refuseParameters(api, bundle, "샌드박스");
  // The default apps name operations of the committed bundle; another may lack them.
  const apps = readApps(appsFile, appsFile === defaultAppsFile ? undefined : operationsOf(api).map(({ operation }) => operation.operationId));
  const table = new OperationTable(api);
  const byKey = new Map(apps.map((app): [string, App] => [app.appKey, app]));
  const config = { table, schemes: api.components.securitySchemes, apps: byKey, takeCall: state.takeCall, maxBody };
  const exchange = new Exchange(api, config, latency);
  const server = createSandboxServer({ api, exchange, control: new Control(api, apps, table, state), maxBody, requestTimeout, onRecord: options.onRecord, ...(options.docs === true ? { docs: docsOf(api) } : {}) });
  const url = await listen(server, host, port, "npm start -- --port 0");
  // The server can be reached meanwhile. A failure shows at the first answer.
  setImmediate(() => void loadPrism().catch(() => {}));
  return { url, api, close: () => stop(server) };
}

/** Answers with the files of the docs site of a bundle. The site and its tools are loaded when the first is asked for. */
function docsOf(api: OpenApi): NonNullable<ServerOptions["docs"]> {
  let site: Promise<ReadonlyMap<string, string>> | undefined;
  return async (path, response) => {
    const [{ buildSite }, { answerFile }, { loadSpec }] = await Promise.all([import("../docs/build.ts"), import("../docs/files.ts"), import("../lib/spec-files.ts")]);
    // Its samples are for the server that shows it.
    const { localAddress = "", localPort = 0 } = response.req.socket;
    site ??= buildSite(api, loadSpec(specDir), urlOf(localAddress, localPort));
    answerFile(await site, path, response);
  };
}
