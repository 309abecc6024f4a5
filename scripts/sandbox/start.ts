import { readBundle } from "../bundle/bundle-file.ts";
import { type OpenApi, operationsOf } from "../bundle/openapi.ts";
import { bundleFile } from "../lib/paths.ts";
import { requireTools } from "../lib/tools.ts";
import { maxBody as defaultMaxBody } from "../server/bounds.ts";
import { OperationTable } from "../server/checked-operation.ts";
import { listen } from "../server/listen.ts";
import { allowedNames } from "../server/own-name.ts";
import { serverCertificate } from "../server/tls.ts";
import { type App, defaultApps } from "./apps.ts";
import { Control } from "./control.ts";
import { Responder } from "./responder.ts";
import { PlanLedger } from "./plan.ts";
import { RequestLog } from "./request-log.ts";
import type { Sandbox, SandboxOptions } from "./sandbox-options.ts";
import { createSandboxServer, type Pages } from "./server.ts";

/**
 * 은행처럼 답하는 샌드박스를 엽니다. 게이트웨이가 요청을 검사하고(원문 1.2, 1.3), 통과한 요청에 명세의 예제로 답합니다.
 * 예제가 없는 응답은 Prism이 스키마로 만들며, 그때 Prism을 읽어 들입니다.
 *
 * @param pagesOf creates the pages under /docs/ for a bundle; without it there are none
 * @returns the sandbox, and `drain`, which closes it once running answers are out, or the signal comes
 * @throws {UserError} Prism이 설치되어 있지 않거나, 문서나 앱 파일을 쓸 수 없거나, 포트를 열 수 없습니다.
 */
export async function startSandbox(
  options: SandboxOptions = {},
  pagesOf?: (api: OpenApi) => Pages,
): Promise<Sandbox & { apps: readonly App[]; drain: (cut: AbortSignal) => Promise<void> }> {
  const {
    port = 0,
    host = "127.0.0.1",
    bundle = bundleFile,
    latency = 0,
    requestTimeout = 10_000,
    maxBody = defaultMaxBody,
    warm = false,
  } = options;
  const names = allowedNames(options.allowHosts ?? [], host);
  const certificate = options.tls === undefined ? undefined : await serverCertificate(options.tls, names);
  requireTools("sandbox", "샌드박스");
  const api = await readBundle(bundle);
  // The default apps name operations of the committed bundle; another may lack them.
  const apps =
    options.apps === undefined
      ? defaultApps()
      : await (
          await import("./apps-file.ts")
        ).readApps(options.apps, () => operationsOf(api).map(({ operation }) => operation.operationId));
  const table = new OperationTable(api);
  const ledger = new PlanLedger();
  const log = new RequestLog();
  const reset = (): void => {
    ledger.reset();
    log.reset();
  };
  const byKey = new Map(apps.map((app): [string, App] => [app.appKey, app]));
  const responder = new Responder(
    api,
    { table, schemes: api.components.securitySchemes, apps: byKey, takeCall: (app) => ledger.take(app), maxBody },
    latency,
  );
  const server = createSandboxServer({
    api,
    responder,
    control: new Control(api, apps, table, { records: () => log.records, reset }, names),
    maxBody,
    requestTimeout,
    certificate,
    onRecord: (make) => {
      log.add(make);
      options.onRecord?.(make());
    },
    pages: pagesOf?.(api),
  });
  const url = await listen(server.http, host, port);
  if (warm) await Promise.all([responder.prepare(), firstRequest(url)]);
  const { connections } = server;
  return {
    url,
    ...(options.tls === true ? { ca: certificate?.cert ?? "" } : {}),
    api,
    apps,
    requests: () => log.records,
    reset,
    close: () => connections.end(),
    drain: (cut) => connections.end(cut),
  };
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
