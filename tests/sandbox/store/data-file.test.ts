import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { sandbox as command } from "../../../scripts/cli/sandbox.ts";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../../scripts/docs/sandbox.ts";
import { root } from "../../../scripts/lib/paths.ts";
import { accountByLogin } from "../../../scripts/sandbox/store/accounts.ts";
import { rotateKeys } from "../../../scripts/sandbox/store/app-keys.ts";
import { openSandboxStore } from "../../../scripts/sandbox/store/store.ts";
import { api, type Envelope, loanPath, sampleRequest } from "../../support/bundle.ts";
import { send } from "../../support/http.ts";
import { call } from "../../support/in-process.ts";
import { target, visitorAt } from "../../support/portal.ts";
import { run, temporaryFolder } from "../../support/project.ts";

/** Opens a sandbox on a file; it is closed when the test ends, if not before. */
async function open(data: string, options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ data, portal: true, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

const key = { appKey: "TEAM-APP-KEY", secretKey: "TEAM-SECRET-KEY" };

/** A folder with a file of one app, and the path of a data file that is not there yet. */
function files(app: object): { apps: string; data: string } {
  const folder = temporaryFolder();
  const apps = join(folder, "apps.json");
  writeFileSync(apps, JSON.stringify({ apps: [{ name: "팀의 앱", ...key, state: "in-service", ...app }] }));
  return { apps, data: join(folder, "woori.db") };
}

async function answer({ url }: Sandbox): Promise<[status: number, code: unknown]> {
  const headers = { ...key, "content-type": "application/json" };
  const reply = await send(url + loanPath, { method: "POST", headers, body: sampleRequest() });
  return [reply.status, (reply.json() as Envelope).dataBody["ERRCODE"]];
}

test("what plans have counted survives a restart", async () => {
  const { apps, data } = files({ plan: { total: 3 } });
  const first = await open(data, { apps });
  for (const _ of [1, 2]) expect(await answer(first)).toEqual([200, undefined]);
  await first.close();
  const second = await open(data, { apps });
  expect(await answer(second)).toEqual([200, undefined]);
  expect(await answer(second)).toEqual([403, "SYSCD03102"]);
  const admin = await visitorAt(second.url, "admin");
  expect((await admin.get("/statistics.csv")).text).toMatch(/팀의 앱[^\n]*200,,3,/);
});

test("the same apps, given again, are neither added twice nor put back to what they were", async () => {
  const { apps, data } = files({});
  const first = await open(data, { apps });
  const admin = await visitorAt(first.url, "admin");
  const path = /\/portal(\/all-apps\/\d+)">팀의 앱/.exec((await admin.get("/all-apps")).text)?.[1] ?? "";
  target(await admin.submit(path, `${path}/suspend`, { reason: "시험" }));
  await first.close();
  const second = await open(data, { apps });
  expect(await answer(second)).toEqual([401, "SYSCD03003"]);
  // The session is in the file too.
  const again = await visitorAt(second.url, "admin");
  expect((await again.get("/all-apps")).text.split(">팀의 앱<")).toHaveLength(2);
});

test("a second process is told who holds the file, and the first goes on", async () => {
  const { apps, data } = files({});
  const first = await open(data, { apps });
  const { exitCode, output } = await run(root, "scripts/cli/sandbox.ts", "--port", "0", "--data", data);
  expect(exitCode).toBe(2);
  expect(output).toMatch(
    new RegExp(`^오류: ${data}: .*프로세스 ${process.pid}\\(.*부터\\).* 사용 중인 데이터 파일입니다\\.`),
  );
  expect(await answer(first)).toEqual([200, undefined]);
  await first.close();
  expect(await answer(await open(data))).toEqual([200, undefined]);
});

/** Makes a file with SQLite itself. */
function sqlite(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

const noStore = /샌드박스의 데이터 파일이 아니므로 열지 않았습니다\./;

test.each<[string, RegExp, (file: string) => void]>([
  ["random bytes", noStore, (file) => writeFileSync(file, Buffer.alloc(5000, "가짜"))],
  ["a byte", noStore, (file) => writeFileSync(file, "x")],
  ["another program's SQLite file", noStore, (file) => sqlite(file, "CREATE TABLE notes (text TEXT)")],
  ["a folder", /폴더이므로 데이터 파일로 사용할 수 없습니다\./, (file) => mkdirSync(file)],
  ["a file in a folder that is not there", /폴더가 없어 데이터 파일을 만들 수 없습니다\./, () => {}],
])("%s is refused in a sentence, and stays as it was", async (name, problem, make) => {
  const file = name.includes("not there")
    ? join(temporaryFolder(), "none", "woori.db")
    : join(temporaryFolder(), "woori.db");
  make(file);
  const before = bytesOf(file);
  const { exitCode, output } = await call(command, "--port", "0", "--data", file);
  expect([exitCode, output]).toEqual([2, expect.stringMatching(problem)]);
  expect(output).toMatch(/^오류: [^\n]*(십시오)\.\n$/);
  expect(bytesOf(file)).toEqual(before);
});

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

test("a file of a newer version is refused, and stays as it was", async () => {
  const { apps, data } = files({});
  await (await open(data, { apps })).close();
  const database = new DatabaseSync(data);
  const { user_version: version } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  database.exec(`PRAGMA user_version = ${version + 1}; PRAGMA wal_checkpoint(TRUNCATE)`);
  database.close();
  const before = readFileSync(data);
  const { exitCode, output } = await call(command, "--port", "0", "--data", data);
  expect([exitCode, output]).toEqual([
    2,
    expect.stringContaining(`더 새로운 버전(${version + 1})의 샌드박스에서 만든 데이터 파일`),
  ]);
  expect(readFileSync(data).equals(before)).toBe(true);
});

test("a damaged file is refused in a sentence", async () => {
  const { apps, data } = files({});
  await (await open(data, { apps })).close();
  const bytes = readFileSync(data);
  writeFileSync(data, bytes.fill(0x55, 100));
  const { exitCode, output } = await call(command, "--port", "0", "--data", data);
  expect([exitCode, output]).toEqual([2, expect.stringContaining("파일이 손상되었습니다.")]);
});

test("an empty file becomes a store", async () => {
  const { apps, data } = files({});
  writeFileSync(data, "");
  expect(await answer(await open(data, { apps }))).toEqual([200, undefined]);
});

test("a file that a killed process had only begun becomes a store, and is for its owner alone", () => {
  const file = join(temporaryFolder(), "begun.db");
  const begun = new DatabaseSync(file);
  begun.exec("PRAGMA journal_mode = WAL");
  begun.close();
  const store = openSandboxStore(api, [], file);
  onTestFinished(store.close);
  expect(store.database.rows("SELECT login FROM accounts")).not.toEqual([]);
  const fresh = join(temporaryFolder(), "fresh.db");
  openSandboxStore(api, [], fresh).close();
  expect(statSync(fresh).mode & 0o077).toBe(0);
});

test("a key that was replaced stays replaced when the same apps are given again", () => {
  const file = join(temporaryFolder(), "rotated.db");
  const apps = [
    { name: "앱", appKey: "SANDBOX-OLD-KEY", secretKey: "SANDBOX-OLD-SECRET", state: "in-service" } as const,
  ];
  const first = openSandboxStore(api, apps, file);
  const owner = accountByLogin(first.database, "partner");
  const id = first.directory.app("SANDBOX-OLD-KEY")?.id;
  if (owner === undefined || id === undefined) throw new Error("nothing was seeded");
  rotateKeys(first.database, owner, id);
  first.close();
  const second = openSandboxStore(api, apps, file);
  onTestFinished(second.close);
  expect(second.directory.app("SANDBOX-OLD-KEY")).toBeUndefined();
});
