import { afterEach, describe, expect, test } from "vitest";
import { successBody } from "../../support/client.ts";
import { type Reply, send } from "../../support/http.ts";
import { callLoan } from "../../support/loan.ts";
import { useSandbox } from "../../support/servers.ts";

const running = useSandbox();
afterEach(() => running.server().reset());

const own = (method: string, path: string, body?: unknown, headers = {}): Promise<Reply> =>
  send(`${running.url()}/__sandbox/${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
const amount = async (): Promise<unknown> =>
  ((await callLoan(running.url(), { headers: { authorization: undefined } })).json() as ReturnType<typeof successBody>)
    .dataBody["LN_AVL_AM"];
const scenario = (value: string) => ({
  operation: "getCreditLoanBasicInfo",
  response: { change: { dataBody: { LN_AVL_AM: value } } },
});
const usual = successBody().dataBody["LN_AVL_AM"];
const name = encodeURIComponent("한도 없음");

describe("/__sandbox/scenarios/NAME", () => {
  test("PUT adds and replaces, GET lists with how often each answered, DELETE takes away", async () => {
    expect((await own("PUT", `scenarios/${name}`, scenario("1"))).status).toBe(201);
    expect((await own("PUT", `scenarios/${name}`, scenario("2"))).status).toBe(200);
    expect(await amount()).toBe("2");
    const { registered } = (await own("GET", "scenarios")).json() as { registered: object[] };
    expect(registered).toEqual([
      { name: "한도 없음", source: "api", operation: "getCreditLoanBasicInfo", answered: 1 },
    ]);
    expect((await own("DELETE", `scenarios/${name}`)).status).toBe(204);
    expect([await amount(), (await own("DELETE", `scenarios/${name}`)).status]).toEqual([usual, 404]);
  });

  test("takes YAML too, and DELETE without a name takes all away", async () => {
    const yaml = 'operation: getCreditLoanBasicInfo\nresponse: { change: { dataBody: { LN_AVL_AM: "3" } } }\n';
    expect((await own("PUT", "scenarios/a", yaml)).status).toBe(201);
    await own("PUT", "scenarios/b", scenario("4"));
    expect(await amount()).toBe("4");
    expect([(await own("DELETE", "scenarios")).status, await amount()]).toEqual([204, usual]);
  });

  test.each<[string, string, unknown, RegExp]>([
    ["no JSON and no YAML", "scenarios/a", "{", /본문/],
    ["a list", "scenarios/a", "[]", /본문: 객체/],
    ["another name in the body", "scenarios/a", { ...scenario("1"), name: "b" }, /name: 주소에 있는 이름과 다릅니다/],
    ["a name that is not encoded", "scenarios/%E0%A4%A", scenario("1"), /encodeURIComponent/],
    ["a wrong part", "scenarios/a", { ...scenario("일") }, /response\.change\.dataBody\.LN_AVL_AM/],
  ])("refuses %s, and changes nothing", async (_name, path, body, told) => {
    const reply = await own("PUT", path, body);
    expect([reply.status, (reply.json() as { problems: string[] }).problems.join("\n")]).toEqual([
      400,
      expect.stringMatching(told),
    ]);
    expect(await amount()).toBe(usual);
  });

  test("a page of another site, and another name of this machine, change nothing", async () => {
    for (const headers of [{ origin: "http://evil.example" }, { host: "evil.example" }])
      expect((await own("PUT", "scenarios/a", scenario("1"), headers)).status).toBe(404);
    expect(await amount()).toBe(usual);
  });

  test("a body that is too large is refused", async () => {
    expect((await own("PUT", "scenarios/a", "x".repeat(1_100_000))).status).toBe(413);
  });
});

describe("/__sandbox/customers/LOGIN", () => {
  const customer = { app: "SANDBOX-APP-KEY", name: "홍길동", default: true };
  const answers = { getCreditLoanBasicInfo: { dataBody: { LN_AVL_AM: "12340000" } } };

  test("PUT adds and changes, GET lists, DELETE takes away", async () => {
    expect((await own("PUT", "customers/hong", { ...customer, answers })).status).toBe(201);
    expect([(await own("PUT", "customers/hong", { ...customer, answers })).status, await amount()]).toEqual([
      200,
      "12340000",
    ]);
    const listed = (await own("GET", "customers")).json() as { login: string }[];
    expect(listed.find(({ login }) => login === "hong")).toEqual({
      app: "서비스 중인 앱",
      login: "hong",
      name: "홍길동",
      default: true,
      source: "api",
      answers: Object.keys(answers),
    });
    const app = encodeURIComponent("서비스 중인 앱");
    expect((await own("DELETE", `customers/hong?app=${encodeURIComponent("한도가 작은 앱")}`)).status).toBe(404);
    expect([(await own("DELETE", `customers/hong?app=${app}`)).status, await amount()]).toEqual([204, usual]);
  });

  test("refuses an app that is not there and an answer that differs", async () => {
    const wrong = { getCreditLoanBasicInfo: { dataBody: { LN_AVL_AM: 1 } } };
    for (const [body, told] of [
      [{ ...customer, app: "없음" }, /app: 없는 앱/],
      [{ ...customer, answers: wrong }, /answers\.getCreditLoanBasicInfo\.dataBody\.LN_AVL_AM/],
    ] as const) {
      const reply = await own("PUT", "customers/hong", body);
      expect([reply.status, reply.text]).toEqual([400, expect.stringMatching(told)]);
    }
  });
});
