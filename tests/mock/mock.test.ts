import { execFile, spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { bundleFile, root } from "../../scripts/lib/paths.ts";
import { startMock } from "../../scripts/mock/server.ts";
import { send } from "../support/http.ts";
import { credentials } from "../support/mock.ts";
import { copyProject } from "../support/project.ts";

const script = "scripts/mock/index.ts";

/** Starts the command and gives what it prints, once the request to paste is there. */
async function startCommand(): Promise<string> {
  const child = spawn(process.execPath, [script, "--port", "0"], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill());
  let printed = "";
  return new Promise((done, fail) => {
    child.once("exit", (code) => fail(new Error(`ended with ${code}: ${printed}`)));
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      if (/-d '.*'\n$/.test(printed)) done(printed);
    });
  });
}

function shell(command: string): Promise<string> {
  return new Promise((done, fail) => {
    execFile("bash", ["-c", command], (error, stdout, stderr) => (error === null ? done(stdout) : fail(new Error(stderr))));
  });
}

describe("npm start", () => {
  test("prints a request that, pasted, gets the corrected 4.1.5", async () => {
    const printed = await startCommand();
    const answer = JSON.parse(await shell(printed.slice(printed.indexOf("curl ")))) as unknown;
    expect(answer).toMatchObject({ dataBody: { LN_AVL_AM: "350000000", CNT: "1", ACCOUNT_LIST: [{ CUS_USG_ACNO: "1111111111111" }] } });
  });

  test("lists operations and scenarios", async () => {
    const printed = await startCommand();
    expect(printed).toMatch(/GET {2}\/oai\/wb\/v1\/credit\/getCreditLoanBasicInfo {2}대출기본정보요청\n +200 {2}success noAccounts severalAccounts businessError optionalRowsAbsent\n/);
    expect(printed).toMatch(/오류\(모든 오퍼레이션\)\n +400 {2}SYSCD01000 /);
  });
});

test("a key in Korean that the spec does not have is refused, and the mock lives on", async () => {
  const mock = await startMock({ bundle: bundleFile, port: 0 });
  onTestFinished(() => mock.close());
  const ask = (body: string): Promise<number> =>
    send(`${mock.url}/oai/wb/v1/credit/getCreditLoanBasicInfo`, { method: "POST", headers: { ...credentials, "content-type": "application/json" }, body }).then(({ status }) => status);
  expect(await ask('{"데이터":1}')).toBe(400);
  // Escaped, it must not outgrow what a client takes of headers.
  expect(await ask(JSON.stringify({ ["가".repeat(20_000)]: 1 }))).toBe(400);
  expect(await ask("{}")).toBe(400);
});

describe("npm start says in one line", () => {
  test("that the port is taken", async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    expect(await copyProject().run(script, "--port", port)).toEqual({
      exitCode: 1,
      output: `오류: 127.0.0.1:${port} 포트는 이미 사용 중입니다. 빈 포트를 쓰려면: npm start -- --port 0\n`,
    });
  });

  test("that the bundle is missing", async () => {
    const project = copyProject();
    rmSync(join(project.dir, "generated"), { recursive: true });
    expect(await project.run(script)).toEqual({ exitCode: 1, output: "오류: generated/openapi.json 파일이 없습니다. npm run generate를 먼저 실행하십시오.\n" });
  });

  test.each([
    ["is not JSON", "{", /^오류: generated\/openapi\.json을 JSON으로 읽을 수 없습니다\. npm run generate로 다시 만드십시오\. .*\n$/],
    ["is not OpenAPI", "{}", /^오류: generated\/openapi\.json을 목 서버로 열 수 없습니다\. npm run lint로 spec\/을 확인하십시오\. .*\n$/],
    ["has no operation", '{"openapi":"3.1.1","info":{"title":"t","version":"1"},"paths":{}}', /^오류: generated\/openapi\.json에 오퍼레이션이 없습니다\. .*\n$/],
  ])("that the bundle %s", async (_name, content, message) => {
    const project = copyProject();
    writeFileSync(join(project.dir, "generated/openapi.json"), content);
    const { exitCode, output } = await project.run(script);
    expect(exitCode).toBe(1);
    expect(output).toMatch(message);
  });

  test.each(["x", "-1", "65536", ""])("that --port %j is no port", async (port) => {
    const { exitCode, output } = await copyProject().run(script, `--port=${port}`);
    expect(exitCode).toBe(1);
    expect(output).toBe(`오류: --port는 0에서 65535 사이의 숫자여야 하지만 "${port}"입니다.\n`);
  });
});
