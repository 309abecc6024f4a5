import { describe, expect, test } from "vitest";
import { OperationTable } from "../../scripts/server/checked-operation.ts";
import { Chooser } from "../../scripts/sandbox/chooser.ts";
import { PrismChooser } from "../../scripts/sandbox/prism-chooser.ts";
import { readPreference } from "../../scripts/sandbox/preference.ts";
import { api, cases, loanPath, sampleRequest } from "../support/bundle.ts";
import { expectError } from "../support/envelope.ts";
import type { Reply } from "../support/http.ts";
import { callLoan } from "../support/loan.ts";
import { useSandbox } from "../support/servers.ts";

const { url } = useSandbox();

const prefer = (value: string | string[], headers = {}): Promise<Reply> =>
  callLoan(url(), { headers: { prefer: value, ...headers } });
const example = (name: string): unknown =>
  cases.find((one) => one.operationId === "getCreditLoanBasicInfo" && one.name === name)?.value;

describe("Prefer", () => {
  test.each([
    ["example=noAccounts"],
    ['example="noAccounts"'],
    ["Example = noAccounts "],
    ["EXAMPLE=noAccounts"],
    ["respond-async, wait=10, example=noAccounts"],
    ["example=noAccounts;x=y"],
    ["example=noAccounts, example=success"],
    ["code=200; example=noAccounts"],
    ["return=minimal;=;,,example=noAccounts"],
  ])("%s chooses the example", async (value) => {
    expect((await prefer(value)).json()).toEqual(example("noAccounts"));
  });

  test("may come twice", async () => {
    expect((await prefer(["respond-async", "example=noAccounts"])).json()).toEqual(example("noAccounts"));
  });

  test.each([["respond-async"], [""], [","], ["example2=noAccounts"], ["x-code=500"]])(
    "%j asks for nothing that the sandbox knows",
    async (value) => {
      expect((await prefer(value)).json()).toEqual(example("success"));
    },
  );

  test.each([
    ["code=500", 500, "SYSCD01001"],
    ["example=SYSCD03901", 503, "SYSCD03901"],
    ["example=SYSCD02901", 404, "SYSCD02901"],
    ["example=SYSCD02901, code=405", 405, "SYSCD02901"],
    ["code=405", 405, "SYSCD02901"],
  ])("%s is answered as asked", async (value, status, code) => {
    const reply = await prefer(value);
    expectError(reply, status, code);
    expect(reply.headers["allow"]).toBe(status === 405 ? "GET, POST" : undefined);
  });

  const fault =
    "Prefer의 fault: 없는 장애입니다. 쓸 수 있는 값은 hang, reset, html-page, truncated-body, number-amounts, empty-list-text, missing-keys, extra-keys, other-error-key입니다.";
  test.each([
    ["code=CANARY", ["Prefer의 code: 세 자리 상태 코드를 지정하십시오."]],
    ["code=99, code=1000", ["Prefer의 code: 세 자리 상태 코드를 지정하십시오."]],
    [
      "code=418",
      ["Prefer의 code: 이 오퍼레이션에 없는 상태 코드입니다. 쓸 수 있는 값은 /__sandbox/scenarios에 있습니다."],
    ],
    [
      "example=CANARY",
      [
        "Prefer의 example: 이 오퍼레이션과 상태 코드에 없는 예제입니다. 쓸 수 있는 값은 /__sandbox/scenarios에 있습니다.",
      ],
    ],
    [
      "example=__proto__",
      [
        "Prefer의 example: 이 오퍼레이션과 상태 코드에 없는 예제입니다. 쓸 수 있는 값은 /__sandbox/scenarios에 있습니다.",
      ],
    ],
    [
      "example=noAccounts, code=500",
      [
        "Prefer의 example: 이 오퍼레이션과 상태 코드에 없는 예제입니다. 쓸 수 있는 값은 /__sandbox/scenarios에 있습니다.",
      ],
    ],
    ["fault=CANARY", [fault]],
    ["fault=constructor", [fault]],
    ["delay=-1", ["Prefer의 delay: 0~60000의 정수(밀리초)를 지정하십시오."]],
    ["delay=60001", ["Prefer의 delay: 0~60000의 정수(밀리초)를 지정하십시오."]],
    [
      "delay=1e3, code=x, fault=",
      [
        "Prefer의 delay: 0~60000의 정수(밀리초)를 지정하십시오.",
        "Prefer의 code: 세 자리 상태 코드를 지정하십시오.",
        fault,
      ],
    ],
    [`code=1${",code=CANARY".repeat(1000)}`, ["Prefer의 code: 세 자리 상태 코드를 지정하십시오."]],
  ])("%s is refused, and every kind of mistake told once", async (value, texts) => {
    expect(expectError(await prefer(value), 400, "SYSCD01006")).toEqual(texts);
  });

  test.each([
    ["a space", " "],
    ["a quote", '"'],
    ["an equals sign", "="],
    ["a tab", "\t"],
    ["a comma", ","],
  ])("16 KB of %s are read in no time", (_name, letter) => {
    // CPU time, which is the same on a busy machine.
    const start = process.cpuUsage();
    for (const value of [`a=${letter.repeat(16_000)}""b`, `${letter.repeat(16_000)}=b`, `a${letter.repeat(16_000)}b`])
      readPreference(value);
    // Microseconds.
    expect(process.cpuUsage(start).user).toBeLessThan(500_000);
  });

  test("delay holds the answer back", async () => {
    const start = performance.now();
    await prefer("delay=200");
    expect(performance.now() - start).toBeGreaterThanOrEqual(195);
  });
});

describe("faults", () => {
  const dataBody = async (value: string): Promise<Record<string, unknown>> =>
    ((await prefer(value)).json() as { dataBody: Record<string, unknown> }).dataBody;

  test("of the connection: reset and truncated-body break it off", async () => {
    await expect(prefer("fault=reset")).rejects.toMatchObject({ code: "ECONNRESET" });
    await expect(
      fetch(url() + loanPath, {
        method: "POST",
        headers: {
          appkey: "SANDBOX-APP-KEY",
          secretkey: "SANDBOX-SECRET-KEY",
          "content-type": "application/json",
          prefer: "fault=truncated-body",
        },
        body: JSON.stringify(sampleRequest()),
      }).then((answer) => answer.text()),
    ).rejects.toThrow("terminated");
  });

  test("html-page is a 502 that is no JSON", async () => {
    const { status, contentType, text } = await prefer("fault=html-page");
    expect([status, contentType, text.slice(0, 15)]).toEqual([502, "text/html", "<!DOCTYPE html>"]);
  });

  test("of the body: each changes what it says, and nothing stays changed", async () => {
    const success = (example("success") as { dataBody: Record<string, unknown> }).dataBody;
    expect(await dataBody("fault=number-amounts")).toMatchObject({ LN_AVL_AM: 350000000, CNT: 1 });
    expect(await dataBody("fault=empty-list-text")).toMatchObject({ ACCOUNT_LIST: "" });
    expect(Object.keys(await dataBody("fault=missing-keys"))).toHaveLength(1);
    expect(Object.keys(await dataBody("fault=extra-keys"))).toHaveLength(Object.keys(success).length + 3);
    const renamed = await dataBody("fault=other-error-key, example=SYSCD01002");
    expect([renamed["ERRCODE"], renamed["ERRORCODE"]]).toEqual([undefined, "SYSCD01002"]);
    expect(await dataBody("")).toEqual(success);
  });
});

describe("a value of the input stands for a preference", () => {
  const withDevice = (value: string, headers = {}): Promise<Reply> => {
    const body = sampleRequest();
    body.dataHeader["UTZPE_CNCT_MCHR_UNQ_ID"] = value;
    return callLoan(url(), { body, headers });
  };

  test.each([
    ["SANDBOX-SYSCD01003", 504, "SYSCD01003"],
    ["<script>alert(1)</script>", 403, "SYSCD02102"],
    ["1 OR 1=1 --", 403, "SYSCD02103"],
  ])("%s", async (value, status, code) => {
    expectError(await withDevice(value), status, code);
  });

  test("that Prefer wins over, and no other value does: not in part, not what objects have", async () => {
    expect((await withDevice("SANDBOX-SYSCD01003", { prefer: "example=noAccounts" })).json()).toEqual(
      example("noAccounts"),
    );
    for (const value of ["sandbox-syscd01003", "__proto__", "constructor", "example=SYSCD01003"])
      expect([value, (await withDevice(value)).status]).toEqual([value, 200]);
  });

  test.each(["SANDBOX-SYSCD01003 ", "SANDBOX-SYSCD09998", "SANDBOX-"])(
    "and %j, which is misspelt, does not pass for a success",
    async (value) => {
      const reply = await withDevice(value);
      expect(reply.status).toBe(400);
      expect(reply.text).toContain("UTZPE_CNCT_MCHR_UNQ_ID(이용자접속기기고유ID): 없는 시나리오입니다.");
    },
  );
});

describe("Accept", () => {
  test.each([
    ["text/html", "text/html"],
    ["text/*", "text/html"],
    ["TEXT/HTML", "text/html"],
    ["text/html; charset=utf-8", "text/html"],
    ["application/json;q=0.1, text/html", "text/html"],
    ["text/html;q=0.1, application/json", "application/json"],
    ["text/html;q=0, application/json", "application/json"],
    ["*/*", "application/json"],
    ["application/*", "application/json"],
    ["text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", "text/html"],
    ["image/gif, *; q=.2, */*; q=.2", "application/json"],
    ["application/xml", "application/json"],
    ["application/json;q=0", "application/json"],
    ["*/*;q=0", "application/json"],
    ["garbage", "application/json"],
    [";;;", "application/json"],
    [",,,", "application/json"],
    ["", "application/json"],
    ["/", "application/json"],
    ["__proto__/x", "application/json"],
    ['text/html;a="', "text/html"],
  ])("%j gets a 500 as %s", async (accept, contentType) => {
    const reply = await prefer("code=500", { accept });
    expect([reply.status, reply.contentType]).toEqual([500, contentType]);
    if (contentType === "application/json") expectError(reply, 500, "SYSCD01001");
    else expect(reply.text).toMatch(/^<!doctype html>/);
  });

  test.each([["application/json"], ["*/*"], [undefined]])(
    "%s gets the page of example=htmlPage, which comes as HTML alone",
    async (accept) => {
      expect(await prefer("example=htmlPage", { accept })).toMatchObject({ status: 500, contentType: "text/html" });
    },
  );

  test("text/html gets the code that was asked for by name, which comes as JSON alone", async () => {
    expectError(await prefer("example=SYSCD09999", { accept: "text/html" }), 500, "SYSCD09999");
  });

  test.each([
    [",".repeat(15_000)],
    ["a/b,".repeat(3500)],
    ["a/b;q=0.5,".repeat(1400)],
    ["/".repeat(15_000)],
    [`${" ".repeat(15_000)}x`],
    [`a/${"b+".repeat(7000)}`],
  ])("16 KB get an answer (%#)", async (accept) => {
    expect((await callLoan(url(), { headers: { accept } })).status).toBe(200);
  });

  test("however many there are, an example is one answer, which is kept once", () => {
    const chooser = new Chooser(api);
    const operation = new OperationTable(api).first;
    const answers = new Set(
      Array.from({ length: 10 }, (_, index) => chooser.choose(operation, { status: 500, accept: `a/${index}` })),
    );
    expect(answers.size).toBe(1);
  });

  test("however many there are, few answers of Prism are kept, and none of a long one", async () => {
    const operation = new OperationTable(api).first;
    const chooser = new PrismChooser(api, 3);
    const accepts = Array.from({ length: 10 }, (_, index) => `a/${index}`);
    for (const accept of accepts) await chooser.choose(operation, { status: 200, accept });
    expect(
      accepts.filter((accept) => chooser.kept(operation, { status: 200, accept }) !== undefined).length,
    ).toBeLessThanOrEqual(3);
    const long = `a/${"b".repeat(1000)}`;
    await chooser.choose(operation, { status: 200, accept: long });
    expect(chooser.kept(operation, { status: 200, accept: long })).toBeUndefined();
  });
});
