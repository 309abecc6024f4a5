import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import type { operations } from "../../../generated/types.ts";
import { startSandbox } from "../../../scripts/docs/sandbox.ts";
import { callLoan } from "../../support/loan.ts";
import { successBody } from "../../support/client.ts";
import { expectError } from "../../support/envelope.ts";
import { sampleRequest } from "../../support/bundle.ts";
import { temporaryFolder } from "../../support/project.ts";
import { useServer } from "../../support/servers.ts";

const loan = "getCreditLoanBasicInfo";
const running = useServer(() => startSandbox<operations>());
const sandbox = () => running.server();
afterEach(() => sandbox().reset());

const amount = async (set: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<unknown> => {
  const body = sampleRequest();
  Object.assign(body["dataBody"] as object, set);
  const reply = await callLoan(running.url(), { body, headers });
  return (reply.json() as ReturnType<typeof successBody>).dataBody["LN_AVL_AM"];
};
const answering = (value: string, when?: object) =>
  sandbox().use(loan, { ...(when && { when }), response: { change: { dataBody: { LN_AVL_AM: value } } } });
const usual = successBody().dataBody["LN_AVL_AM"];

describe("sandbox.use", () => {
  test("answers from then on, by each method of the operation, until it is removed", async () => {
    const used = answering("1");
    expect([await amount(), (await callLoan(running.url(), { method: "GET" })).status]).toEqual(["1", 200]);
    expect(used.answered()).toBe(2);
    used.remove();
    expect(await amount()).toBe(usual);
  });

  test("a sandbox that is closed says so", async () => {
    const closed = await startSandbox<operations>();
    await closed.close();
    const customer = { app: "SANDBOX-APP-KEY", login: "hong", name: "홍길동" };
    expect(() => closed.putCustomer(customer)).toThrow("샌드박스가 종료되었습니다.");
    expect(() => closed.reset()).toThrow("샌드박스가 종료되었습니다.");
  });

  test("ends with its block, and with reset", async () => {
    {
      using used = answering("1");
      expect([await amount(), used.answered()]).toEqual(["1", 1]);
    }
    expect(await amount()).toBe(usual);
    answering("2");
    sandbox().reset();
    expect(await amount()).toBe(usual);
  });

  test("removing one does not remove another that has taken its name", async () => {
    const first = sandbox().use(loan, { name: "같은 이름", response: { change: { dataBody: { LN_AVL_AM: "1" } } } });
    sandbox().use(loan, { name: "같은 이름", response: { change: { dataBody: { LN_AVL_AM: "2" } } } });
    first.remove();
    expect(await amount()).toBe("2");
  });

  test("gives a whole body, a status with the code of the catalogue, a string as it is, and what deviates on purpose", async () => {
    const body = successBody() as operations[typeof loan]["responses"][200]["content"]["application/json"];
    sandbox().use(loan, { response: { body } });
    expect((await callLoan(running.url())).json()).toEqual(body);
    sandbox().use(loan, { response: { status: 503, example: "SYSCD03101" } });
    expectError(await callLoan(running.url()), 503, "SYSCD03101");
    sandbox().use(loan, { response: { deviates: true, status: 418, body: "<b>", contentType: "text/html" } });
    const { status, text, contentType } = await callLoan(running.url());
    expect([status, text, contentType]).toEqual([418, "<b>", "text/html"]);
  });

  test("an own error goes out as it was written, and its code is in the record", async () => {
    const body = {
      dataHeader: {},
      dataBody: { ERRCODE: "SYSCD01999", ERRUSRMSG: "시험", ERRORLIST: [], MAIN_MSG_INF_REPT_CN: "0" },
    };
    sandbox().use(loan, { response: { status: 500, body } });
    expect((await callLoan(running.url())).json()).toEqual(body);
    expect(sandbox().requests().at(-1)).toMatchObject({ status: 500, code: "SYSCD01999" });
  });

  test("a body of any form goes out, also one that looks like an error's", async () => {
    for (const body of [{ dataBody: null }, { dataBody: "ERRCODE" }, [], 5]) {
      sandbox().use(loan, { response: { status: 500, body, deviates: true } });
      expect((await callLoan(running.url())).json()).toEqual(body);
    }
  });

  test("waits, and breaks the connection", async () => {
    sandbox().use(loan, { response: { fault: "reset" } });
    await expect(callLoan(running.url())).rejects.toThrow();
    sandbox().reset();
    sandbox().use(loan, { response: { delay: 60 } });
    await amount();
    expect(sandbox().requests().at(-1)?.duration).toBeGreaterThanOrEqual(59);
  });

  test("the newer goes before, but more conditions go before fewer", async () => {
    answering("1");
    answering("2");
    expect(await amount()).toBe("2");
    answering("3", { body: { dataBody: { CRINF_INQ_AGR_YN: "N" } } });
    answering("4");
    expect([await amount({ CRINF_INQ_AGR_YN: "N" }), await amount()]).toEqual(["3", "4"]);
  });

  test("counts the calls that could be its own", async () => {
    answering("33", { call: 3 });
    answering("22", { call: 2, body: { dataBody: { CRINF_INQ_AGR_YN: "N" } } });
    answering("55", { call: { from: 5 } });
    const calls = ["Y", "N", "N", "Y", "Y", "Y"];
    const seen: unknown[] = [];
    for (const one of calls) seen.push(await amount({ CRINF_INQ_AGR_YN: one }));
    expect(seen).toEqual([usual, usual, "22", usual, "55", "55"]);
  });

  test("counts each app's calls alone", async () => {
    answering("2", { call: 2 });
    const other = { appkey: "SANDBOX-NO-SECRET-APP-KEY", authorization: "Bearer SANDBOX-NO-SECRET-TOKEN" };
    expect([await amount(), await amount({}, other), await amount({}, other), await amount()]).toEqual([
      usual,
      usual,
      "2",
      "2",
    ]);
  });

  test("answers one app alone, by its name or its key", async () => {
    const other = { appkey: "SANDBOX-NO-SECRET-APP-KEY", authorization: "Bearer SANDBOX-NO-SECRET-TOKEN" };
    const response = { change: { dataBody: { LN_AVL_AM: "1" } } };
    for (const app of ["SANDBOX-NO-SECRET-APP-KEY", "시크릿 키를 확인하지 않는 앱"]) {
      using _ = sandbox().use(loan, { app, response });
      expect([app, await amount(), await amount({}, other)]).toEqual([app, usual, "1"]);
    }
  });

  test("never answers an app by the name or the key of another", async () => {
    const [key, twin] = ["SANDBOX-TWIN-KEY", "SANDBOX-OTHER-KEY"];
    const apps = join(temporaryFolder(), "apps.yaml");
    const app = (name: string, appKey: string): string =>
      `  - { name: ${name}, appKey: ${appKey}, state: in-service }\n`;
    writeFileSync(apps, `apps:\n${app("쌍둥이", key)}${app("쌍둥이", twin)}${app(key, "SANDBOX-NAMED-KEY")}`);
    const twins = await startSandbox<operations>({ apps });
    onTestFinished(() => twins.close());
    const response = { change: { dataBody: { LN_AVL_AM: "1" } } };
    const answers: unknown[] = [];
    expect(() => twins.use(loan, { app: "쌍둥이", response })).toThrow(/app: 같은 이름의 앱이 여러 개입니다/);
    twins.use(loan, { app: key, response });
    for (const appkey of [key, twin, "SANDBOX-NAMED-KEY"]) {
      const reply = await callLoan(twins.url, { headers: { appkey, authorization: undefined } });
      answers.push((reply.json() as ReturnType<typeof successBody>).dataBody["LN_AVL_AM"]);
    }
    expect(answers).toEqual(["1", usual, usual]);
  });

  test("holds at a time of day in Korea, also over midnight", async () => {
    const at = (minutes: number): string =>
      new Date(Date.now() + (9 * 60 + minutes) * 60_000).toISOString().slice(11, 16);
    answering("11", { time: { from: at(-120), to: at(120) } });
    expect(await amount()).toBe("11");
    sandbox().reset();
    answering("12", { time: { from: at(120), to: at(-120) } });
    expect(await amount()).toBe(usual);
  });

  test("Prefer and an input value go before it; a fault or a delay alone goes with it", async () => {
    answering("1");
    expect(await amount({}, { prefer: "example=noAccounts" })).not.toBe("1");
    expect(await amount({}, { prefer: "delay=1" })).toBe("1");
    expect(
      sandbox()
        .requests()
        .map(({ answeredBy }) => answeredBy?.by),
    ).toEqual(["prefer", "scenario"]);
  });

  test("tells in the record which rule answered", async () => {
    sandbox().use(loan, { name: "한도 없음", response: { example: "noAccounts" } });
    await amount();
    expect(sandbox().requests().at(-1)?.answeredBy).toEqual({ by: "scenario", name: "한도 없음", source: "api" });
    sandbox().reset();
    await amount();
    expect(sandbox().requests().at(-1)?.answeredBy).toEqual({ by: "example" });
  });

  test.each<[string, object, RegExp]>([
    ["nothing to answer", { response: {} }, /response: 응답할 내용이 없습니다/],
    ["an unknown key", { response: { delai: 1 } }, /response\.delai: .*delay인지/],
    [
      "a body that differs",
      { response: { body: { dataHeader: {} } } },
      /response\.body\.dataBody: .*빠졌습니다\. .*deviates/,
    ],
    [
      "a part that differs",
      { response: { change: { dataBody: { LN_AVL_AM: 1 } } } },
      /LN_AVL_AM\(대출금액\(대출한도금액\)\)/,
    ],
    ["another status", { response: { status: 418 } }, /response\.status: 명세에 없는 상태 코드/],
    ["another example", { response: { example: "없음" } }, /response\.example: .*noAccounts/],
    ["body and example", { response: { example: "success", body: {} } }, /response\.example: body와 함께/],
    [
      "a condition on no field",
      { when: { body: { dataBody: { LN_AVL_AM: "1" } } }, response: { delay: 1 } },
      /when\.body\.dataBody\.LN_AVL_AM/,
    ],
    [
      "a wrong time",
      { when: { time: { from: "24:00", to: "1:00" } }, response: { delay: 1 } },
      /time\.from[^]*time\.to/,
    ],
    [
      "a parameter where there is none",
      { when: { parameters: { query: { INQ_DSCD: "1" } } }, response: { delay: 1 } },
      /when\.parameters: 파라미터를 받지 않는/,
    ],
    ["call 0", { when: { call: 0 }, response: { delay: 1 } }, /when\.call/],
    ["too long a delay", { response: { delay: 1e9 } }, /response\.delay: 60000 이하/],
  ])("refuses %s, by place", (_name, scenario, told) => {
    expect(() => sandbox().use(loan, scenario as never)).toThrow(told);
  });

  test("refuses an operation that the spec does not have, and suggests the right one", () => {
    expect(() => sandbox().use("getCreditLoanBasicInf" as typeof loan, { response: { delay: 1 } })).toThrow(
      /operation: .*getCreditLoanBasicInfo인지/,
    );
  });
});
