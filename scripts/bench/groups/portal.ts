import { join } from "node:path";
import { readBundle } from "../../bundle/bundle-file.ts";
import { type OpenApi, operationsOf } from "../../bundle/openapi.ts";
import { defaultApps } from "../../sandbox/apps.ts";
import type { Database } from "../../sandbox/store/database.ts";
import { demoPassword } from "../../sandbox/store/seed.ts";
import { openSandboxStore } from "../../sandbox/store/store.ts";
import type { Group } from "../group.ts";
import { interleaved, joined } from "../interleave.ts";
import { CannotMeasure, type Findings } from "../measurement.ts";
import type { Run } from "../run.ts";
import { load } from "../servers/load.ts";
import { makeServed, open, sandbox, type Served, type Server } from "../servers/open.ts";

const apps = 1000;
const calls = 100_000;
const connections = 32;

/** The pages that show the most, by who sees them; paths are below /portal. */
const pages: Readonly<Record<string, readonly string[]>> = {
  partner: ["/apps", "/apps?name=7", "/statistics", "/requests"],
  admin: ["/all-apps", "/statistics", "/statistics.csv", "/audit", "/waiting", "/requests"],
};

/** The developer portal with a full store, and what the store costs the gateway. */
export const portal: Group = {
  title: "개발자 포털",
  about: `앱 ${apps}개와 호출 ${calls}건(앱, 오퍼레이션, 시간, 코드에 흩은 것)이 있는 데이터 파일로 샌드박스를 실행해, 역할마다 화면을 받는 시간을 쟀습니다. 게이트웨이의 처리량은 메모리에 둔 새 데이터와 그 파일로 실행한 두 샌드박스에 연결 ${connections}개로 번갈아 부하를 걸어 쟀습니다.`,
  metrics: {
    page: { label: "화면", unit: "ms" },
    requestsPerSecond: { label: "처리량", unit: "요청/s" },
    p99: { label: "p99", unit: "ms" },
  },
  peers: [],
  measure: async (run) => {
    run.tell("portal: 데이터 파일을 채웁니다");
    const served = await makeServed(run, 1);
    const file = join(run.dir, "portal.db");
    const store = openSandboxStore(await readBundle(served.bundle), defaultApps(), file);
    fill(store.database, await readBundle(served.bundle));
    store.close();
    const opened = {
      "게이트웨이(메모리)": await open(sandbox, served),
      "게이트웨이(데이터 파일)": await open((...given) => [...sandbox(...given), "--data", file], served),
    };
    try {
      const full = `http://127.0.0.1:${opened["게이트웨이(데이터 파일)"].port}`;
      return joined([await pageTimes(run, full), await throughput(run, served, opened)]);
    } finally {
      await Promise.all(Object.values(opened).map(({ process }) => process.end("SIGKILL")));
    }
  },
};

async function pageTimes(run: Run, url: string): Promise<Findings> {
  const contenders = [];
  for (const [login, paths] of Object.entries(pages)) {
    const cookie = await sessionAt(url, login);
    for (const path of paths)
      contenders.push({
        subject: `${login} ${path}`,
        measure: async () => {
          const start = performance.now();
          const answer = await fetch(`${url}/portal${path}`, { headers: { cookie } });
          await answer.arrayBuffer();
          if (answer.status !== 200) throw new CannotMeasure(`응답의 상태 코드가 ${answer.status}입니다.`);
          return { page: performance.now() - start };
        },
      });
  }
  return interleaved(contenders, run.quick ? 3 : 10);
}

/** Logs in with a demo account; gives the cookie of the session. */
async function sessionAt(url: string, login: string): Promise<string> {
  const answer = await fetch(`${url}/portal/login`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url },
    body: new URLSearchParams({ login, password: demoPassword }),
  });
  const [cookie = ""] = answer.headers.getSetCookie();
  if (answer.status !== 303) throw new CannotMeasure(`로그인의 상태 코드가 ${answer.status}입니다.`);
  return cookie.split(";")[0] ?? "";
}

function throughput(run: Run, { request }: Served, opened: Record<string, Server>): Promise<Findings> {
  const contenders = Object.entries(opened).map(([subject, { port }]) => ({
    subject,
    measure: async () => {
      const { requestsPerSecond, p99 } = await load(port, request, connections, run.quick ? 500 : 2000);
      return { requestsPerSecond, p99 };
    },
  }));
  return interleaved(contenders, run.quick ? 3 : 5);
}

/** Adds apps of the first account with every API, and calls of them over the last thirty days. */
function fill(database: Database, api: OpenApi): void {
  const operations = operationsOf(api).map(({ operation }) => operation.operationId);
  const codes = ["", "", "", ...api["x-error-catalogue"].codes.map(({ code }) => code)];
  database.transaction(() => {
    database.change(
      `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :apps)
       INSERT INTO apps (name, institution_id, owner_id, type, state, app_key, secret_key, created_at)
       SELECT 'BENCH ' || n, institution_id, owner_id, type, 'in-service', 'BENCH-KEY-' || n, 'BENCH-SECRET-' || n, apps.created_at
       FROM numbers JOIN apps ON apps.id = (SELECT min(id) FROM apps)`,
      { apps },
    );
    database.change(
      `INSERT OR IGNORE INTO app_apis (app_id, api_id, plan_id, approved_plan_id, agreed_at)
       SELECT apps.id, apis.id, (SELECT max(id) FROM plans), (SELECT max(id) FROM plans), apps.created_at FROM apps JOIN apis`,
    );
    database.change(
      `WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < :calls - 1)
       INSERT INTO calls (hour, app_id, operation_id, status, code, count, total_duration, max_duration)
       SELECT strftime('%Y-%m-%dT%H', 'now', '-' || (n % 720) || ' hours'), 1 + n * 7919 % :apps,
         :operations ->> (n % json_array_length(:operations)), CASE WHEN :codes ->> (n % json_array_length(:codes)) = '' THEN 200 ELSE 400 END,
         :codes ->> (n % json_array_length(:codes)), 1, 2.0, 2.0
       FROM numbers WHERE true
       ON CONFLICT DO UPDATE SET count = count + 1, total_duration = total_duration + 2.0`,
      { calls, apps, operations: JSON.stringify(operations), codes: JSON.stringify(codes) },
    );
    database.change(
      `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :apps)
       INSERT INTO audit (time, account_id, action, subject) SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 1, '앱 등록', 'BENCH ' || n FROM numbers`,
      { apps },
    );
  });
}
