import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { sandbox } from "../../scripts/cli/sandbox.ts";
import { api, loanPath, sampleRequest } from "../support/bundle.ts";
import { startCommand } from "../support/command.ts";
import { send } from "../support/http.ts";
import { call, serveBy } from "../support/in-process.ts";
import { temporaryFolder } from "../support/project.ts";
import { credentials } from "../support/servers.ts";

function shell(command: string): Promise<string> {
  return new Promise((done, fail) => {
    execFile("bash", ["-c", command], (error, stdout, stderr) =>
      error === null ? done(stdout) : fail(new Error(stderr)),
    );
  });
}

function callLoan(url: string): Promise<{ status: number }> {
  return send(url + loanPath, {
    method: "POST",
    headers: { ...credentials, "content-type": "application/json" },
    body: sampleRequest(),
  });
}

describe("npm start", () => {
  test("prints three requests that, pasted, get what is said: the corrected 4.1.5 by GET and by POST, and a refusal", async () => {
    const { until, stop } = await startCommand("scripts/cli/sandbox.ts");
    const printed = await until(/SYSCD03003[\s\S]*-d '.*'\n/);
    const commands = printed
      .split(/^# /m)
      .slice(1)
      .map((part) => part.slice(part.indexOf("curl ")));
    const answers = await Promise.all(
      commands.map(async (command) => JSON.parse(await shell(command)) as { dataBody: object }),
    );
    const corrected = {
      dataBody: { LN_AVL_AM: "350000000", CNT: "1", ACCOUNT_LIST: [{ CUS_USG_ACNO: "1111111111111" }] },
    };
    expect(answers).toMatchObject([corrected, corrected, { dataBody: { ERRCODE: "SYSCD03003" } }]);
    expect(await stop("SIGINT")).toBe(0);
  });

  test("lists the operations with their scenarios", async () => {
    const { until } = await serveBy(sandbox);
    expect(await until(/토큰 확인\n.*\n/)).toMatch(
      /GET {2}\/oai\/wb\/v1\/credit\/getCreditLoanBasicInfo {2}대출기본정보요청\n +시나리오: success noAccounts severalAccounts businessError optionalRowsAbsent\n/,
    );
  });

  test("writes one line for each request, without keys and personal data", async () => {
    const { url, until } = await serveBy(sandbox);
    const body = sampleRequest();
    body.dataHeader["UTZPE_CNCT_TEL_NO_TXT"] = "01099990000";
    await send(url + loanPath, {
      method: "POST",
      headers: { ...credentials, "content-type": "application/json", prefer: "example=SYSCD01002" },
      body,
    });
    await send(`${url}/accounts/01099990000?key=SANDBOX-SECRET-KEY`, {});
    const printed = await until(/명세에 없는/);
    const lines = printed.slice(printed.lastIndexOf("\n\n")).trim().split("\n");
    expect(lines).toEqual([
      expect.stringMatching(
        /^\d\d:\d\d:\d\d\.\d{3} 500 POST \/oai\/wb\/v1\/credit\/getCreditLoanBasicInfo SYSCD01002 example=SYSCD01002 \[서비스 중인 앱\] 20\d{6}SANDBOX0\d{16} \d+\.\dms$/,
      ),
      expect.stringMatching(
        /^\d\d:\d\d:\d\d\.\d{3} 404 GET {2}\(명세에 없는 21자 경로\) SYSCD02901 20\d{6}SANDBOX0\d{16} \d+\.\dms 경로: 명세에 없는 주소입니다\. .*$/,
      ),
    ]);
  });

  test("--quiet prints the address and nothing else", async () => {
    const { url, printed } = await serveBy(sandbox, "--quiet");
    expect((await callLoan(url)).status).toBe(200);
    expect(printed()).toBe(`${url}\n`);
  });

  test("--latency holds every answer back", async () => {
    const { url } = await serveBy(sandbox, "--quiet", "--latency", "300");
    await callLoan(url);
    const start = performance.now();
    await callLoan(url);
    expect(performance.now() - start).toBeGreaterThanOrEqual(295);
  });

  test("--apps replaces the apps", async () => {
    const file = join(temporaryFolder(), "apps.yaml");
    writeFileSync(
      file,
      "apps:\n  - { name: 팀의 앱, appKey: TEAM-APP-KEY, secretKey: TEAM-SECRET-KEY, state: in-service }\n",
    );
    const { url } = await serveBy(sandbox, "--quiet", "--apps", file);
    const status = async (appKey: string, secretKey: string): Promise<number> =>
      (
        await send(url + loanPath, {
          method: "POST",
          headers: { appKey, secretKey, "content-type": "application/json" },
          body: sampleRequest(),
        })
      ).status;
    expect(await status("TEAM-APP-KEY", "TEAM-SECRET-KEY")).toBe(200);
    expect(await status("SANDBOX-APP-KEY", "SANDBOX-SECRET-KEY")).toBe(401);
    expect(await (await fetch(`${url}/__sandbox/scenarios`)).text()).not.toMatch(/TEAM-(APP|SECRET)-KEY/);
    // The keys of a team's own are not shown, nor others that this sandbox would refuse.
    const banner = await (await serveBy(sandbox, "--apps", file)).until(/SYSCD03003[\s\S]*-d '.*'\n/);
    expect(banner).toContain("-H 'appKey: <앱 키>'");
    expect(banner).not.toMatch(/TEAM-(APP|SECRET)-KEY|SANDBOX-APP-KEY/);
  });
});

test("--apps keeps keys and tokens letter by letter that YAML takes for numbers", async () => {
  const file = join(temporaryFolder(), "apps.yaml");
  writeFileSync(
    file,
    "apps:\n  - { name: 1, appKey: 0012345678, secretKey: 1e5, state: in-service, tokens: { 0x1F: valid, 0012: valid } }\n",
  );
  const { url } = await serveBy(sandbox, "--quiet", "--apps", file);
  const status = async (appKey: string, secretKey: string, token: string): Promise<number> => {
    const authorization = `Bearer ${token}`;
    const headers = { appKey, secretKey, authorization, "content-type": "application/json" };
    return (await send(url + loanPath, { method: "POST", headers, body: sampleRequest() })).status;
  };
  expect(await status("0012345678", "1e5", "0x1F")).toBe(200);
  expect(await status("0012345678", "1e5", "0012")).toBe(200);
  expect(await status("12345678", "1e5", "0x1F")).toBe(401);
  expect(await status("0012345678", "100000", "0x1F")).toBe(401);
  expect(await status("0012345678", "1e5", "12")).toBe(401);
});

describe("npm start says in one line", () => {
  test("that the port is taken", async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    expect(await call(sandbox, "--port", port)).toEqual({
      exitCode: 2,
      output: `오류: 127.0.0.1:${port}에서 실행할 수 없습니다. 이미 사용 중인 포트입니다. 다른 포트를 지정하십시오. 0을 지정하면 비어 있는 포트를 자동으로 선택합니다.\n`,
    });
  });

  test.each([
    ["is missing", undefined, "파일이 없습니다."],
    ["is not JSON", "{", "JSON으로 읽을 수 없습니다."],
    ["is not a bundle", "{}", "이 프로젝트가 묶은 OpenAPI 문서가 아닙니다."],
    ["has no operation", JSON.stringify({ ...api, paths: {} }), "오퍼레이션이 없습니다."],
    [
      "has a path variable that no parameter defines",
      JSON.stringify({ ...api, paths: { "/accounts/{id}": api.paths[loanPath] } }),
      "경로 변수 id: 정의되지 않았습니다.",
    ],
  ])("that the bundle %s", async (_name, content, message) => {
    const file = join(temporaryFolder(), "bundle.json");
    if (content !== undefined) writeFileSync(file, content);
    const { exitCode, output } = await call(sandbox, "--port", "0", "--bundle", file);
    expect(exitCode).toBe(2);
    expect(output).toMatch(/^오류: \S*bundle\.json(:|:1) /);
    expect(output).toContain(message);
  });

  test.each([
    ["--port", "x"],
    ["--port", "-1"],
    ["--port", "65536"],
    ["--port", ""],
    ["--latency", "soon"],
  ])("that %s %j is no number it takes", async (option, value) => {
    const { exitCode, output } = await call(sandbox, `${option}=${value}`);
    expect(exitCode).toBe(2);
    expect(output).toMatch(
      new RegExp(`^오류: ${option}에는 \\d+에서 \\d+ 사이의 정수를 지정하십시오\\. 입력한 값: "${value}"\n$`),
    );
  });

  test.each([
    ["is missing", undefined, /apps\.yaml: 파일이 없습니다\. --apps에/],
    ["is not YAML", "apps: [", /:1 들여쓰기가 앞줄과 맞지 않거나 괄호가 닫히지 않았습니다\./],
    [
      "has a key that YAML takes for an alias",
      "apps:\n  - name: a\n    appKey: *SECRET-OF-A-TEAM\n",
      /apps\.yaml:3 별칭\(\*\)이 가리키는 앵커\(&\)가 앞에 없습니다\./,
    ],
    [
      "has a key that YAML takes for a tag",
      "apps:\n  - { name: a, appKey: !SECRET-OF-A-TEAM , secretKey: b, state: pending }\n",
      /apps\.yaml:2:\d+ apps\[0\]\.appKey: 공백 없이 영문자, 숫자, 기호 1~200자를 지정하십시오\./,
    ],
    [
      "lacks a key and has an unknown state",
      "apps:\n  - name: a\n    secretKey: SECRET-OF-A-TEAM\n    state: open\n",
      /:2:5 apps\[0\]\.appKey: 꼭 있어야 하는 키입니다\. .*\n.*:4:5 apps\[0\]\.state: in-service, pending, suspended 가운데 하나를 지정하십시오\.\n$/,
    ],
    [
      "has a key misspelt",
      "apps:\n  - { name: a, appkey: SECRET-OF-A-TEAM, state: pending }\n",
      /:2:16 apps\[0\]\.appkey: 알 수 없는 키입니다\. 올바른 이름이 appKey인지 확인하십시오\./,
    ],
    [
      "has a secret where a key is expected",
      "apps:\n  - { name: a, appKey: b, state: pending, SECRET-OF-A-TEAM: valid }\n",
      /apps\[0\]\.\(16자 이름\): 알 수 없는 키입니다\./,
    ],
    [
      "has an empty secret key",
      "apps:\n  - { name: a, appKey: b, secretKey: , state: pending }\n",
      /apps\[0\]\.secretKey: 값이 비어 있습니다\. 시크릿 키를 확인하지 않는 앱이면 secretKey를 빼고/,
    ],
    ["is empty", "", /apps\.yaml:1:1 파일: 값이 비어 있습니다\./],
    [
      "has a key twice in one app",
      "apps:\n  - name: a\n    appKey: b\n    appKey: SECRET-OF-A-TEAM\n",
      /apps\.yaml:4 같은 키가 두 번 있습니다\./,
    ],
    [
      "has a token with an unknown state",
      "apps:\n  - { name: a, appKey: b, state: pending, tokens: { SECRET-OF-A-TEAM: ok } }\n",
      /apps\[0\]\.tokens\.\(16자 이름\): valid, expired 가운데 하나를 지정하십시오\./,
    ],
    [
      "names an operation that is not there",
      "apps:\n  - { name: a, appKey: SECRET-OF-A-TEAM, secretKey: b, state: pending, apis: [getNothing] }\n",
      /apps\[0\]\.apis\[0\]: getNothing: 없는 operationId입니다/,
    ],
    [
      "has an app key twice",
      "apps:\n  - &a { name: a, appKey: SECRET-OF-A-TEAM, secretKey: b, state: pending }\n  - *a\n",
      /apps\[1\]\.appKey: 앞의 앱과 앱 키가 같습니다/,
    ],
  ])("that the file of apps %s, and shows no key of it", async (_name, content, message) => {
    const file = join(temporaryFolder(), "apps.yaml");
    if (content !== undefined) writeFileSync(file, content);
    const { exitCode, output } = await call(sandbox, "--port", "0", "--apps", file);
    expect(exitCode).toBe(2);
    expect(output).toMatch(message);
    expect(output).not.toContain("SECRET-OF-A-TEAM");
  });
});
