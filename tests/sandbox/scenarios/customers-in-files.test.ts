import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { startSandbox } from "../../../scripts/docs/sandbox.ts";
import { successBody } from "../../support/client.ts";
import { expectError } from "../../support/envelope.ts";
import { callLoan } from "../../support/loan.ts";
import { amountAt, folderWith, opened, usual } from "../../support/scenario-files.ts";

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
      /a\.yaml:8:\d+ default: 이 앱에는 기본 고객이 이미 있습니다/,
    ],
    [
      "one login twice",
      `${customers("{}")}  - { app: SANDBOX-APP-KEY, login: HONG, name: 다른 홍길동 }\n`,
      /이름이 같은 것이/,
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
