import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { sandbox as command } from "../../../scripts/cli/sandbox.ts";
import { startSandbox } from "../../../scripts/docs/sandbox.ts";
import { ScenarioChecker } from "../../../scripts/sandbox/scenarios/check.ts";
import { ScenarioFiles } from "../../../scripts/sandbox/scenarios/files.ts";
import { OperationTable } from "../../../scripts/server/checked-operation.ts";
import { api } from "../../support/bundle.ts";
import { successBody } from "../../support/client.ts";
import { expectError } from "../../support/envelope.ts";
import { serveBy } from "../../support/in-process.ts";
import { callLoan } from "../../support/loan.ts";
import { temporaryFolder } from "../../support/project.ts";

const scenario = (name: string, amount: string): string => `scenarios:
  - name: ${name}
    operation: getCreditLoanBasicInfo
    response: { change: { dataBody: { LN_AVL_AM: "${amount}" } } }
`;

const amountAt = async (url: string, headers = {}): Promise<unknown> =>
  ((await callLoan(url, { headers })).json() as ReturnType<typeof successBody>).dataBody["LN_AVL_AM"];

const usual = successBody().dataBody["LN_AVL_AM"];

/** A folder with files by name. */
function folderWith(files: Record<string, string>): string {
  const dir = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(dir, name, ".."), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return dir;
}

/** A sandbox with the files of a folder, and what was told of them. */
async function opened(scenarios: string): Promise<{ url: string; problems: string[] }> {
  const problems: string[] = [];
  const sandbox = await startSandbox({
    scenarios,
    onScenarios: (read) => problems.push(...read.problems, ...read.notes),
  });
  onTestFinished(() => sandbox.close());
  return { url: sandbox.url, problems };
}

describe("files of scenarios", () => {
  test("one file, or those of a folder and its folders; YAML and JSON alike; the first name goes first", async () => {
    const dir = folderWith({
      "b.yaml": scenario("둘", "2"),
      "a/one.json": JSON.stringify({
        scenarios: [
          { name: "하나", operation: "getCreditLoanBasicInfo", response: { change: { dataBody: { LN_AVL_AM: "1" } } } },
        ],
      }),
      ".hidden.yaml": "no: yaml: at all",
      "readme.txt": "no scenario",
      "empty.yml": "",
    });
    const all = await opened(dir);
    expect([await amountAt(all.url), all.problems]).toEqual(["1", []]);
    expect(await amountAt((await opened(join(dir, "b.yaml"))).url)).toBe("2");
  });

  test("a wrong file is told by file, line and column, and the others are read", async () => {
    const dir = folderWith({
      "1-no-yaml.yaml": "scenarios: [",
      "2-unknown.yaml": "scenarios:\n  - nam: x\n",
      "3-body.yaml": `scenarios:
  - name: 본문
    operation: getCreditLoanBasicInfo
    response:
      change:
        dataBody:
          LN_AVL_AM: 12
`,
      "3-name.yaml": scenario("이름", "3").replace("LN_AVL_AM", "LN_AVL_AN"),
      "3-customer.yaml": `customers:
  - { app: 서비스 중인 앱, login: hong, name: 홍길동, answers: { getCreditLoanBasicInfo: { dataBody: { CNTT: "2" } } } }
`,
      "4-right.yaml": scenario("맞음", "4"),
      "5-same.yaml": `\n${scenario("맞음", "5")}`,
      "6-utf16.yaml": Buffer.from(scenario("글자", "6"), "utf16le").toString("latin1"),
      "7-list.yaml": "- 1\n",
    });
    const { url, problems } = await opened(dir);
    expect(await amountAt(url)).toBe("4");
    const told = problems.join("\n");
    for (const line of [
      "1-no-yaml.yaml:",
      "2-unknown.yaml:2:5 scenarios[0].nam: 알 수 없는 항목입니다. 올바른 이름이 name인지 확인하십시오.",
      "3-body.yaml:7:11 scenarios[0].response.change.dataBody.LN_AVL_AM: LN_AVL_AM(대출금액(대출한도금액)): ",
      "3-name.yaml:4:39 scenarios[0].response.change.dataBody.LN_AVL_AN: 명세의 응답에 없는 항목입니다. 올바른 이름이 LN_AVL_AM인지 확인하십시오. 일부러 다르게 답하려면 deviates: true를 지정하십시오.",
      "3-customer.yaml:2:95 customers[0].answers.getCreditLoanBasicInfo.dataBody.CNTT: 명세의 응답에 없는 항목입니다. 올바른 이름이 CNT인지 확인하십시오.",
      `5-same.yaml:3:5 scenarios[0].name: ${join(dir, "4-right.yaml")}:2:5에 있는 것과 이름이 같습니다.`,
      "6-utf16.yaml:",
      "7-list.yaml:1:1 파일: 객체(이름과 값)여야 하는데",
    ])
      expect(told).toContain(line);
  });

  test("a folder that a link leads back to is read once, also one named as a file; what is hidden is not", async () => {
    const dir = folderWith({ "a.yaml/b.yaml": scenario("하나", "1"), "node_modules/c.yaml": "scenarios: [" });
    symlinkSync(dir, join(dir, "loop"));
    symlinkSync("..", join(dir, "a.yaml/loop"));
    const { url, problems } = await opened(dir);
    expect([await amountAt(url), problems]).toEqual(["1", []]);
  });

  test.each([
    [
      "a value that no request has",
      "when: { body: { dataHeader: { UTZ_MCHR_OS_DSCD: 1 } } }",
      /UTZ_MCHR_OS_DSCD: 문자열/,
    ],
    ["a body that no request has", "when: { body: [] }", /when\.body: 객체/],
    ["a window without any time", 'when: { time: { from: "10:00", to: "10:00" } }', /when\.time: from과 to가 같아/],
    ["a customer of several lines", 'when: { customer: "a\\nb" }', /when\.customer: 줄바꿈/],
  ])("%s is refused: it would never answer", async (_name, condition, told) => {
    const file = scenario("하나", "1").replace("    response:", `    ${condition}\n    response:`);
    expect((await opened(folderWith({ "a.yaml": file }))).problems.join("\n")).toMatch(told);
  });

  test.each([
    [
      "a name that would write into a log",
      scenario('"하나\\e[31m"', "1"),
      /scenarios\[0\]\.name: 줄바꿈 같은 제어 문자/,
    ],
    [
      "a media type that no header can carry",
      scenario("하나", "1").replace(/response: .*/, 'response: { body: x, contentType: "글\\n", deviates: true }'),
      /response\.contentType: application\/json처럼/,
    ],
  ])("%s is refused", async (_name, file, told) => {
    expect((await opened(folderWith({ "a.yaml": file }))).problems.join("\n")).toMatch(told);
  });

  test("a scenario whose app or customer is not there yet is told, and answers once it is", async () => {
    const later = (more: string): string => scenario("나중", "1").replace("    operation", `${more}\n    operation`);
    const { url, problems } = await opened(
      folderWith({
        "a.yaml": later("    app: 없는 앱"),
        "b.yaml": scenario("고객", "2").replace("    response", "    when: { customer: nobody }\n    response"),
      }),
    );
    expect(problems.map((one) => one.replace(/^.*\/(?=[ab]\.yaml)/, ""))).toEqual([
      expect.stringMatching(/^a\.yaml:3:\d+ app: 없는 앱입니다\..* 아직 답하지 않습니다\.$/),
      expect.stringMatching(/^b\.yaml:4:\d+ when\.customer: 없는 고객 아이디입니다\./),
    ]);
    expect(await amountAt(url)).toBe(usual);
  });

  test("a program that does not ask for the problems gets the first as an error", async () => {
    const dir = folderWith({ "a.yaml": scenario("하나", "일") });
    await expect(startSandbox({ scenarios: dir })).rejects.toThrow(/a\.yaml:4:\d+ scenarios\[0\]\.response/);
    await expect(startSandbox({ scenarios: join(dir, "none") })).rejects.toThrow(/none: 파일이나 폴더가 없습니다/);
    const none = { name: "하나", operation: "none", response: { delay: 1 } };
    await expect(startSandbox({ scenarios: { scenarios: [none] } })).rejects.toThrow(/scenarios\[0\]\.operation: 없는/);
  });

  test("a file that changes, comes or goes is read again; one that is wrong then keeps what it said", async () => {
    const dir = folderWith({ "a.yaml": scenario("하나", "1") });
    const serving = await serveBy(command, "--scenarios", dir);
    const until = async (amount: unknown): Promise<void> => {
      while ((await amountAt(serving.url)) !== amount) await new Promise(setImmediate);
    };
    writeFileSync(join(dir, "a.yaml"), scenario("하나", "2"));
    await until("2");
    writeFileSync(join(dir, "a.yaml"), "scenarios: [");
    await serving.until(/이전 내용을 그대로 사용합니다/);
    expect(await amountAt(serving.url)).toBe("2");
    // As an editor saves.
    writeFileSync(join(dir, ".a.swp"), scenario("하나", "3"));
    renameSync(join(dir, ".a.swp"), join(dir, "a.yaml"));
    await until("3");
    rmSync(join(dir, "a.yaml"));
    await until(usual);
    writeFileSync(join(dir, "b.yaml"), scenario("둘", "4"));
    await until("4");
    // As git changes a branch.
    rmSync(dir, { recursive: true });
    mkdirSync(dir);
    writeFileSync(join(dir, "c.yaml"), scenario("셋", "5"));
    await until("5");
    writeFileSync(join(dir, "c.yaml"), scenario("셋", "6"));
    await until("6");
  });

  test("what is wrong is told once, until a file says something else", async () => {
    const dir = folderWith({ "a.yaml": "scenarios: [" });
    const files = new ScenarioFiles(join(dir, "a.yaml"), new ScenarioChecker(api, new OperationTable(api)));
    expect(await files.read()).toHaveLength(1);
    writeFileSync(join(dir, "some.log"), "a line");
    expect(await files.read()).toBeUndefined();
    writeFileSync(join(dir, "a.yaml"), "scenarios: {");
    expect(await files.read()).toHaveLength(1);
  });
});

describe("customers in files", () => {
  const customers = (answers: string, app = "SANDBOX-APP-KEY"): string => `customers:
  - app: ${app}
    login: hong
    name: 홍길동
    default: true
    answers:
      getCreditLoanBasicInfo: ${answers}
`;

  test("answer their app's calls without a token; of what is not given, the example answers", async () => {
    const file = join(folderWith({ "a.yaml": customers('{ dataBody: { LN_AVL_AM: "12340000" } }') }), "a.yaml");
    const { url, problems } = await opened(file);
    const without = { authorization: undefined };
    const reply = (await callLoan(url, { headers: without })).json() as ReturnType<typeof successBody>;
    const { dataBody } = successBody();
    expect([reply.dataBody, problems]).toEqual([{ ...dataBody, LN_AVL_AM: "12340000" }, []]);
    const other = { appkey: "SANDBOX-NO-SECRET-APP-KEY", ...without };
    expect(await amountAt(url, other)).toBe(usual);
  });

  test.each([
    ["an app that is not there", customers("{}", "없음"), /a\.yaml:2:5 app: 없는 앱입니다/],
    [
      "an answer that differs",
      customers("{ dataBody: { LN_AVL_AM: 1 } }"),
      /a\.yaml:7:\d+ customers\[0\]\.answers\.getCreditLoanBasicInfo\.dataBody\.LN_AVL_AM/,
    ],
    [
      "an operation that is not there",
      customers("{}").replace("getCreditLoanBasicInfo", "none"),
      /answers\.none: 없는 operationId/,
    ],
    [
      "a second default customer",
      `${customers("{}")}  - { app: 서비스 중인 앱, login: kim, name: 다른 고객, default: true }\n`,
      /a\.yaml:8:\d+ default: 이 앱의 기본 고객을 다른 고객으로 이미 지정했습니다/,
    ],
    [
      "one login twice",
      `${customers("{}")}  - { app: SANDBOX-APP-KEY, login: HONG, name: 다른 홍길동 }\n`,
      /이름이 같습니다/,
    ],
  ])("%s is told by its place", async (_name, text, told) => {
    const { problems } = await opened(folderWith({ "a.yaml": text }));
    expect(problems.join("\n")).toMatch(told);
  });

  test("go when the file does not name them any more, in a data file too", async () => {
    const dir = folderWith({ "a.yaml": customers('{ dataBody: { LN_AVL_AM: "1" } }') });
    const open = async (text: string): Promise<unknown> => {
      writeFileSync(join(dir, "a.yaml"), text);
      const sandbox = await startSandbox({ scenarios: join(dir, "a.yaml"), data: join(dir, "data.db") });
      const amount = await amountAt(sandbox.url, { authorization: undefined });
      await sandbox.close();
      return amount;
    };
    expect([await open(customers('{ dataBody: { LN_AVL_AM: "1" } }')), await open("customers: []")]).toEqual([
      "1",
      usual,
    ]);
  });

  test("are not there for a sandbox that was given no file", async () => {
    const dir = folderWith({ "a.yaml": customers('{ dataBody: { LN_AVL_AM: "1" } }') });
    const data = join(dir, "data.db");
    await (await startSandbox({ scenarios: join(dir, "a.yaml"), data })).close();
    const sandbox = await startSandbox({ data });
    onTestFinished(() => sandbox.close());
    expect(await amountAt(sandbox.url, { authorization: undefined })).toBe(usual);
  });

  const withTokens = (login: string, tokens: string, app = "SANDBOX-APP-KEY"): string =>
    `  - { app: ${app}, login: ${login}, name: 시험, tokens: [${tokens}], answers: { getCreditLoanBasicInfo: { dataBody: { LN_AVL_AM: "7" } } } }\n`;

  test("may have tokens, which lead to their answers and open nothing of another app", async () => {
    const { url, problems } = await opened(
      folderWith({ "a.yaml": `customers:\n${withTokens("kim", "SANDBOX-KIM-TOKEN")}` }),
    );
    const authorization = "Bearer SANDBOX-KIM-TOKEN";
    expect([await amountAt(url, { authorization }), problems]).toEqual(["7", []]);
    const other = await callLoan(url, { headers: { appkey: "SANDBOX-NO-SECRET-APP-KEY", authorization } });
    expectError(other, 401, "SYSCD03001");
    expect(other.text).toContain("다른 앱에 발급된 액세스 토큰입니다.");
  });

  test("a token that another customer has is told by its place, and never shown", async () => {
    const two = withTokens("kim", "SANDBOX-KIM-TOKEN") + withTokens("lee", "SANDBOX-KIM-TOKEN");
    const { problems } = await opened(folderWith({ "a.yaml": `customers:\n${two}` }));
    expect(problems.join("\n")).toMatch(/a\.yaml:3:\d+ tokens\[0\]: 다른 고객이나 앱의 액세스 토큰입니다/);
    const wrong = (await opened(folderWith({ "a.yaml": `customers:\n${withTokens("kim", '"CANARY TOKEN"')}` })))
      .problems;
    expect([wrong.length, wrong.join("\n").includes("CANARY")]).toEqual([1, false]);
  });
  test.each([
    ["from one customer to another", withTokens("lee", "SANDBOX-KIM-TOKEN") + withTokens("kim", "")],
    ["with a customer who has another login now", withTokens("lee", "SANDBOX-KIM-TOKEN")],
    ["with a customer of another app now", withTokens("kim", "SANDBOX-KIM-TOKEN", "SANDBOX-NO-SECRET-APP-KEY")],
  ])("a token goes %s", async (_name, then) => {
    const dir = folderWith({ "a.yaml": `customers:\n${withTokens("kim", "SANDBOX-KIM-TOKEN, SANDBOX-KIM-TOKEN")}` });
    const data = join(dir, "data.db");
    await (await startSandbox({ scenarios: join(dir, "a.yaml"), data })).close();
    writeFileSync(join(dir, "a.yaml"), `customers:\n${then}`);
    await (await startSandbox({ scenarios: join(dir, "a.yaml"), data })).close();
  });

  test("a token of an app is none of a customer's", async () => {
    const { problems } = await opened(
      folderWith({ "a.yaml": `customers:\n${withTokens("kim", "SANDBOX-ACCESS-TOKEN")}` }),
    );
    expect(problems.join("\n")).toMatch(/tokens\[0\]: 다른 고객이나 앱의 액세스 토큰입니다/);
  });
});
