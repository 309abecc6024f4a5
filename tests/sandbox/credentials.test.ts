import { describe, expect, test } from "vitest";
import { expectError } from "../support/envelope.ts";
import { callLoan, type LoanCall } from "../support/loan.ts";
import { credentials, useSandbox } from "../support/servers.ts";

const { url } = useSandbox();

describe("a credential that is somewhere else, or in another form, is told as that", () => {
  const missing = (name: string, place: string): string =>
    `필수 헤더 ${name}${name.endsWith("n") ? "이" : "가"} 없습니다. ${place}`;
  test.each<[string, Partial<LoanCall>, string]>([
    ["the name only", { headers: { appkey: "" } }, missing("appKey", "헤더 이름만 있고 값이 비어 있습니다.")],
    [
      "a header of another name",
      { headers: { appkey: undefined, "x-app-key": "CANARY" } },
      missing("appKey", "x-app-key 헤더가 왔습니다. 올바른 이름은 appKey입니다."),
    ],
    [
      "the query",
      { headers: { secretkey: undefined }, query: "?secret_key=CANARY" },
      missing("secretKey", "쿼리에 있습니다. 쿼리가 아니라 헤더로 보내십시오."),
    ],
    [
      "the body",
      { headers: { appkey: undefined }, body: { appkey: "CANARY" } },
      missing("appKey", "본문에 있습니다. 본문이 아니라 헤더로 보내십시오."),
    ],
  ])("in %s", async (_name, call, text) => {
    expect(expectError(await callLoan(url(), call), 401, "SYSCD02001")).toEqual([text]);
  });

  test.each<[string, string, string]>([
    ["Bearer before it", "Bearer CANARY", "값 앞의 단어(Bearer 등)를 빼고 키만 보내십시오."],
    ["quotes", '"CANARY"', "값을 감싼 따옴표를 빼십시오."],
    ["a variable without a value", "undefined", "프로그램에서 값을 읽지 못했습니다. 키를 읽는 설정을 확인하십시오."],
    ["a variable's name", "${APP_KEY}", "변수가 값으로 바뀌지 않았습니다. 키를 읽는 설정을 확인하십시오."],
    ["blanks inside", "CANARY A", "값에 공백이나 키에 쓸 수 없는 글자가 있습니다. 빼고 보내십시오."],
    ["the secret", credentials.secretKey, "앱 키와 시크릿 키를 바꾸어 보냈습니다."],
  ])("with %s", async (_name, appkey, text) => {
    const headers = appkey === credentials.secretKey ? { appkey, secretkey: credentials.appKey } : { appkey };
    expect(expectError(await callLoan(url(), { headers }), 401, "SYSCD03003")).toEqual([
      `appKey: 등록되지 않은 앱 키입니다. ${text}`,
    ]);
  });

  test.each([
    ["SANDBOX-ACCESS-TOKEN", "토큰 앞에 Bearer와 공백을 붙이십시오."],
    ["Bearer Bearer SANDBOX-ACCESS-TOKEN", "Bearer가 두 번 있습니다. 한 번만 보내십시오."],
    ['Bearer "SANDBOX-ACCESS-TOKEN"', "토큰을 감싼 따옴표를 빼십시오."],
    ["Bearer: SANDBOX-ACCESS-TOKEN", "Bearer 뒤의 콜론을 공백으로 바꾸십시오."],
  ])("Authorization: %s", async (authorization, text) => {
    expect(expectError(await callLoan(url(), { headers: { authorization } }), 401, "SYSCD03001")).toEqual([
      `Authorization: Bearer 뒤에 액세스 토큰이 있는 값이어야 하는데 다른 형식의 값이 왔습니다. ${text}`,
    ]);
  });

  test.each([
    ["appkey", "appKey", "SYSCD03003", credentials.appKey],
    ["secretkey", "secretKey", "SYSCD03003", credentials.secretKey],
    ["authorization", "Authorization", "SYSCD03001", credentials.authorization],
  ])("%s twice, with one value or two", async (header, name, code, value) => {
    for (const [other, kind] of [
      [value, "모두 같은 값입니다"],
      ["CANARY", "서로 다른 값입니다"],
    ] as const)
      expect(expectError(await callLoan(url(), { headers: { [header]: [value, other] } }), 401, code)).toEqual([
        `${name}: 헤더가 2번 왔습니다. ${kind}. 한 번만 보내십시오.`,
      ]);
  });
});

describe("an app without a secret key", () => {
  const appkey = "SANDBOX-NO-SECRET-APP-KEY";

  test.each([[undefined], [""], ["any"]])("is served with secretKey: %s", async (secretkey) => {
    expect((await callLoan(url(), { headers: { appkey, secretkey, authorization: undefined } })).status).toBe(200);
  });

  test("is checked in all else", async () => {
    const headers = { appkey, secretkey: undefined, authorization: "Bearer SANDBOX-ACCESS-TOKEN" };
    expectError(await callLoan(url(), { headers }), 401, "SYSCD03001");
    expectError(
      await callLoan(url(), { headers: { ...headers, authorization: undefined }, body: "" }),
      400,
      "SYSCD01005",
    );
    const scenarios = (await (await fetch(`${url()}/__sandbox/scenarios`)).json()) as {
      apps: Record<string, unknown>[];
    };
    const told = scenarios.apps.find((app) => app["appKey"] === appkey);
    expect(told).not.toHaveProperty("secretKey");
  });
});

describe("a 401 tells the schemes that the operation takes, in one field", () => {
  const challenge = async (call: Partial<LoanCall>): Promise<unknown> =>
    (await callLoan(url(), call)).headers["www-authenticate"];

  test("with the code, and invalid_token where a token is the cause", async () => {
    const keys = 'ApiKey realm="sandbox"';
    expect(await challenge({ headers: { secretkey: undefined } })).toBe(
      `${keys}, error_description="SYSCD02001", Bearer realm="sandbox"`,
    );
    expect(await challenge({ headers: { appkey: "x" } })).toBe(
      `${keys}, error_description="SYSCD03003", Bearer realm="sandbox"`,
    );
    const refusedToken = `${keys}, Bearer realm="sandbox", error="invalid_token", error_description="SYSCD03001"`;
    expect(await challenge({ headers: { authorization: "Bearer SANDBOX-EXPIRED-TOKEN" } })).toBe(refusedToken);
    expect(await challenge({ headers: { prefer: "example=SYSCD03001" } })).toBe(refusedToken);
    expect(await challenge({})).toBeUndefined();
  });

  test("and a page of another origin may read it", async () => {
    const { headers } = await callLoan(url(), { headers: { appkey: "x", origin: "http://localhost:5173" } });
    expect(String(headers["access-control-expose-headers"]).split(", ")).toContain("www-authenticate");
  });
});
