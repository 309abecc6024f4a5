import { OperationTable } from "../server/checked-operation.ts";
import { readBundle, refuseParameters } from "../bundle/bundle-file.ts";
import { listen, stop, urlOf } from "../server/listen.ts";
import { type OpenApi, operationsOf } from "../bundle/openapi.ts";
import { bundleFile, specDir } from "../lib/paths.ts";
import { requireTools } from "../lib/tools.ts";
import { type App, defaultAppsFile, readApps } from "./apps.ts";
import { loadPrism } from "./chooser.ts";
import { Control, type SharedState } from "./control.ts";
import { Exchange } from "./exchange.ts";
import type { RequestRecord } from "./request-record.ts";
import { createSandboxServer, type ServerOptions } from "./server.ts";
import type { Sandbox, SandboxOptions } from "./start.ts";

/** Starts one server with the state that it may have in common with others. */
export async function serve(options: SandboxOptions & { onRecord: (record: RequestRecord) => void }, state: SharedState): Promise<Pick<Sandbox, "url" | "api" | "close">> {
  const { port = 0, host = "127.0.0.1", bundle = bundleFile, apps: appsFile = defaultAppsFile, latency = 0, requestTimeout = 10_000, maxBody = 1024 * 1024 } = options;
  requireTools("sandbox", "샌드박스");
  const api = readBundle(bundle);
  refuseParameters(api, bundle, "샌드박스");
  // The default apps name operations of the committed bundle; another may lack them.
  const apps = readApps(appsFile, appsFile === defaultAppsFile ? undefined : operationsOf(api).map(({ operation }) => operation.operationId));
  const table = new OperationTable(api);
  const byKey = new Map(apps.map((app): [string, App] => [app.appKey, app]));
  const config = { table, schemes: api.components.securitySchemes, apps: byKey, takeCall: state.takeCall, maxBody };
  const exchange = new Exchange(api, config, latency);
  const server = createSandboxServer({ api, exchange, control: new Control(api, apps, table, state), maxBody, requestTimeout, onRecord: options.onRecord, ...(options.docs === true ? { docs: docsOf(api) } : {}) });
  const url = await listen(server, host, port);
  // The server can be reached meanwhile. A failure shows at the first answer.
  setImmediate(() => void loadPrism().catch(() => {}));
  return { url, api, close: () => stop(server) };
}

/** Answers with the files of the docs site of a bundle. The site and its tools are loaded when the first is asked for. */
function docsOf(api: OpenApi): NonNullable<ServerOptions["docs"]> {
  let site: Promise<ReadonlyMap<string, string>> | undefined;
  return async (path, response) => {
    const [{ buildSite }, { answerFile }, { loadSpec }] = await Promise.all([import("../docs/build.ts"), import("../docs/files.ts"), import("../bundle/spec-files.ts")]);
    // Its samples are for the server that shows it.
    const { localAddress = "", localPort = 0 } = response.req.socket;
    site ??= buildSite(api, loadSpec(specDir), urlOf(localAddress, localPort));
    answerFile(await site, path, response);
  };
}
