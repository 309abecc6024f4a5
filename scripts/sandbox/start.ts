import { readBundle } from "../bundle/bundle-file.ts";
import type { OpenApi } from "../bundle/openapi.ts";
import { bundleFile } from "../lib/paths.ts";
import { requireTools } from "../lib/tools.ts";
import { maxBody as defaultMaxBody } from "../server/bounds.ts";
import { OperationTable } from "../server/checked-operation.ts";
import { listen } from "../server/listen.ts";
import { allowedNames, isLoopback } from "../server/own-name.ts";
import { UserError } from "../lib/user-error.ts";
import { serverCertificate } from "../server/tls.ts";
import { type App, defaultApps } from "./apps.ts";
import { Control } from "./control.ts";
import { Responder } from "./responder.ts";
import { RequestFeed } from "./request-feed.ts";
import { RequestLog } from "./request-log.ts";
import { assertionsOf } from "./assertions.ts";
import type { Sandbox, SandboxOptions } from "./sandbox-options.ts";
import { ScenarioRegistry } from "./scenarios/registry.ts";
import type { AnyOperations } from "./scenarios/typed-scenario.ts";
import { createSandboxServer, type Pages, type Portal } from "./server.ts";
import { openSandboxStore, type Store } from "./store/store.ts";
import * as say from "./messages.ts";

/**
 * 은행처럼 응답하는 샌드박스를 실행합니다. 게이트웨이에서 요청을 검사하고(원문 1.2, 1.3), 통과한 요청에 명세의 예제로 응답합니다.
 * 예제가 없는 응답은 Prism이 스키마로 만들며, 그때 Prism을 불러옵니다.
 *
 * @param pagesOf creates the pages under /docs/ for a bundle; without it there are none
 * @returns the sandbox, whether its data file can only be read, and `drain`, which closes it once running answers are out, or the signal comes
 * @throws {UserError} Prism이 설치되어 있지 않거나, 문서나 앱 파일이 올바르지 않거나, 포트를 사용할 수 없습니다.
 */
export async function startSandbox<Operations = AnyOperations>(
  options: SandboxOptions = {},
  pagesOf?: (api: OpenApi) => Pages,
  portalOf?: (context: PortalContext) => Portal,
  oauthOf?: (context: OauthContext) => Portal,
): Promise<
  Sandbox<Operations> & { apps: readonly App[]; isReadOnly: boolean; drain: (cut: AbortSignal) => Promise<void> }
> {
  const {
    port = 0,
    host = "127.0.0.1",
    bundle = bundleFile,
    latency = 0,
    requestTimeout = 10_000,
    maxBody = defaultMaxBody,
    warm = false,
    showValues = false,
    tokenLifetime = 3600,
  } = options;
  if (showValues && !isLoopback(host)) throw new UserError(say.showsValuesToOthers);
  const names = allowedNames(options.allowHosts ?? [], host);
  const certificate = options.tls === undefined ? undefined : await serverCertificate(options.tls, names);
  requireTools("sandbox", "샌드박스");
  const api = await readBundle(bundle);
  // The default apps name operations of the committed bundle; another may lack them.
  const apps =
    options.apps === undefined
      ? defaultApps()
      : await (await import("./apps-file.ts")).readApps(options.apps, () => api);
  const table = new OperationTable(api);
  const store = openSandboxStore(api, apps, options.data);
  const { directory, usage } = store;
  const log = new RequestLog();
  const feed = new RequestFeed(log, showValues);
  const registry = new ScenarioRegistry(api, table, store);
  const reset = (): void => {
    usage.reset();
    log.reset();
    registry.reset();
  };
  let endFiles = (): void => {};
  try {
    const { scenarios, onScenarios } = options;
    if (typeof scenarios === "string") endFiles = await registry.openFiles(scenarios, onScenarios);
    // Customers of files that an earlier sandbox was given are not this one's.
    else registry.give(scenarios ?? {});
  } catch (error) {
    store.close();
    throw error;
  }
  const { securitySchemes: schemes } = api.components;
  const own = {
    store,
    api,
    isLocal: isLoopback(host),
    isSecure: certificate !== undefined,
    isSelfSigned: options.tls === true,
  };
  const responder = new Responder(api, { table, schemes, directory, usage, maxBody }, registry, latency);
  const server = createSandboxServer({
    api,
    responder,
    control: new Control({
      api,
      apps,
      directory,
      portal: portalOf === undefined ? undefined : "/portal/",
      table,
      registry,
      records: () => log.records(),
      reset,
      names,
      maxBody,
    }),
    maxBody,
    requestTimeout,
    certificate,
    onRecord: (make, operationId) => {
      log.add(make, operationId);
      if (feed.isHeard) feed.tell(make());
      options.onRecord?.(make());
    },
    onCall: (call) => usage.count(call),
    showValues,
    pages: pagesOf?.(api),
    portal: portalOf?.({ ...own, registry, table, feed }),
    oauth: oauthOf?.({ ...own, tokenLifetime }),
  });
  const url = await listen(server.http, host, port).catch((error: unknown) => {
    endFiles();
    store.close();
    throw error;
  });
  if (warm) await Promise.all([responder.prepare(), firstRequest(url)]);
  const end = async (cut?: AbortSignal): Promise<void> => {
    feed.end();
    endFiles();
    await server.connections.end(cut);
    store.close();
  };
  return {
    url,
    ...(options.tls === true ? { ca: certificate?.cert ?? "" } : {}),
    api,
    apps,
    isReadOnly: !store.database.isWritable,
    requests: ({ reveal } = {}) => log.records(reveal),
    ...assertionsOf<Operations>({ log, feed, registry, table }),
    reset,
    close: () => end(),
    drain: end,
  };
}

/** What the developer portal stands on. */
export interface PortalContext {
  store: Store;
  api: OpenApi;
  table: OperationTable;
  /** Customers and scenarios from every source. */
  registry: ScenarioRegistry;
  /** The requests that the gateway answered. */
  feed: RequestFeed;
  /** Whether only this machine can reach the portal: demo accounts may log in then. */
  isLocal: boolean;
  /** Whether the portal is reached by TLS. */
  isSecure: boolean;
  /** Whether the sandbox made its own certificate, which clients have to be told of. */
  isSelfSigned: boolean;
}

/** What the OAuth server stands on. */
export interface OauthContext extends Omit<PortalContext, "feed" | "registry" | "table"> {
  /** Seconds for which an access token lasts. */
  tokenLifetime: number;
}

/** Sends a request of the sandbox to itself, so that Node has loaded and compiled what serves one. */
function firstRequest(url: string): Promise<void> {
  return new Promise((done, fail) => {
    const { get } = process.getBuiltinModule(url.startsWith("https:") ? "node:https" : "node:http");
    // It asks itself: there is no other server whose certificate could be in the way.
    get(`${url}/__sandbox/health`, { agent: false, rejectUnauthorized: false }, (answer) =>
      answer.resume().on("end", done),
    ).on("error", fail);
  });
}
