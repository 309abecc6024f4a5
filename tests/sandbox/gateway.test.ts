import { describe, expect, test } from "vitest";
import { expectError } from "../support/envelope.ts";
import { callLoan, type LoanCall, loanCall } from "../support/loan.ts";
import { credentials, useSandbox } from "../support/servers.ts";

const { url } = useSandbox();

describe("the checks in their order: a request that fails one and all behind it is refused by that one", () => {
  const checks: [check: string, fail: (call: LoanCall) => void, status: number, code: string, text: string][] = [
    [
      "route",
      (call) => (call.path = "/CANARY"),
      404,
      "SYSCD02901",
      "경로: 명세에 없는 주소입니다. 쓸 수 있는 주소는 /__sandbox/scenarios에 있습니다.",
    ],
    ["method", (call) => (call.method = "PUT"), 405, "SYSCD02901", "HTTP Method: GET, POST여야 하는데 PUT이 왔습니다."],
    [
      "headers",
      (call) => (call.headers["secretkey"] = undefined),
      401,
      "SYSCD02001",
      "필수 헤더 secretKey가 없습니다.",
    ],
    ["app key", (call) => (call.headers["appkey"] = "CANARY"), 401, "SYSCD03003", "appKey: 등록되지 않은 앱 키입니다."],
    [
      "secret key",
      (call) => (call.headers["secretkey"] = "CANARY"),
      401,
      "SYSCD03003",
      expect.stringContaining("secretKey: 앱 키와 맞지 않"),
    ],
    [
      "token",
      (call) => (call.headers["authorization"] = "Bearer CANARY"),
      401,
      "SYSCD03001",
      "Authorization: 이 앱에 발급되지 않은 액세스 토큰입니다.",
    ],
    [
      "plan",
      (call) =>
        Object.assign(call.headers, {
          appkey: "SANDBOX-SPENT-APP-KEY",
          secretkey: "SANDBOX-SPENT-SECRET-KEY",
          authorization: call.headers["authorization"] === "Bearer CANARY" ? "Bearer CANARY" : undefined,
        }),
      403,
      "SYSCD03102",
      expect.stringContaining("전체 호출 한도"),
    ],
    [
      "query",
      (call) => (call.query = "?CANARY=%"),
      400,
      "SYSCD01009",
      "쿼리: URL 인코딩(UTF-8)된 값이어야 하는데 디코딩할 수 없는 %가 왔습니다.",
    ],
    [
      "media type",
      (call) => (call.headers["content-type"] = "text/CANARY"),
      400,
      "SYSCD01005",
      "Content-Type: application/json이어야 하는데 다른 형식이 왔습니다.",
    ],
    [
      "JSON",
      (call) => (call.body = '{"CANARY":'),
      400,
      "SYSCD01005",
      "본문이 올바른 JSON이 아닙니다. 중간에 끊겼습니다.",
    ],
    ["schema", (call) => (call.body = "[]"), 400, "SYSCD02101", "본문: 객체여야 하는데 원소 0개의 배열이 왔습니다."],
    [
      "Prefer",
      (call) => (call.headers["prefer"] = "code=CANARY"),
      400,
      "SYSCD01006",
      "Prefer의 code: 세 자리 상태 코드를 지정하십시오.",
    ],
  ];

  test.each(checks.map(([check, ...rest], index) => [check, index, ...rest] as const))(
    "%s",
    async (_check, index, _fail, status, code, text) => {
      const call = loanCall();
      for (const [, fail] of checks.slice(index).reverse()) fail(call);
      const reply = await callLoan(url(), call);
      expect(expectError(reply, status, code)).toEqual([text]);
      expect(reply.headers["allow"]).toBe(status === 405 ? "GET, POST" : undefined);
    },
  );
});

describe("headers", () => {
  test("every one that is missing is named, of the alternative nearest to the request", async () => {
    const none = { appkey: undefined, secretkey: undefined, authorization: undefined };
    expect(expectError(await callLoan(url(), { headers: none }), 401, "SYSCD02001")).toEqual([
      "필수 헤더 appKey가 없습니다.",
      "필수 헤더 secretKey가 없습니다.",
    ]);
    const tokencheck = { path: "/oap/wb/v2/oauth/tokencheck", method: "GET", body: "" };
    expect(expectError(await callLoan(url(), { ...tokencheck, headers: none }), 401, "SYSCD02001")).toEqual([
      "필수 헤더 appKey가 없습니다.",
      "필수 헤더 Authorization이 없습니다.",
    ]);
  });

  test("Content-Type too", async () => {
    expect(expectError(await callLoan(url(), { headers: { "content-type": undefined } }), 400, "SYSCD02001")).toEqual([
      "Content-Type: application/json이어야 하는데 없습니다.",
    ]);
  });
});

describe("the app", () => {
  const appKeys = (name: string): LoanCall["headers"] => ({
    appkey: `SANDBOX-${name}-APP-KEY`,
    secretkey: `SANDBOX-${name}-SECRET-KEY`,
    authorization: undefined,
  });

  test.each<[string, LoanCall["headers"], number, string, string]>([
    [
      "awaits approval",
      appKeys("PENDING"),
      401,
      "SYSCD03003",
      expect.stringContaining("appKey: 승인을 기다리는 앱입니다(준비)."),
    ],
    ["is suspended", appKeys("SUSPENDED"), 401, "SYSCD03003", expect.stringContaining("appKey: 이용이 정지된 앱")],
    ["has not this API", appKeys("NO-LOAN"), 403, "SYSCD03003", expect.stringContaining("등록되지 않은 API")],
    ["is over its plan in a second", appKeys("BUSY"), 503, "SYSCD03101", expect.stringContaining("초당 호출 한도")],
    ["is over its plan in total", appKeys("SPENT"), 403, "SYSCD03102", expect.stringContaining("전체 호출 한도")],
    [
      "is known by a key in other case",
      { appkey: credentials.appKey.toLowerCase() },
      401,
      "SYSCD03003",
      "appKey: 등록되지 않은 앱 키입니다.",
    ],
    ["has a key that objects have", { appkey: "__proto__" }, 401, "SYSCD03003", "appKey: 등록되지 않은 앱 키입니다."],
    [
      "has the secret of another",
      { secretkey: "SANDBOX-NO-LOAN-SECRET-KEY" },
      401,
      "SYSCD03003",
      expect.stringContaining("secretKey: 앱 키와 맞지 않"),
    ],
    [
      "has a token that has expired",
      { authorization: "Bearer SANDBOX-EXPIRED-TOKEN" },
      401,
      "SYSCD03001",
      "Authorization: 만료된 액세스 토큰입니다. 다시 발급받으십시오.",
    ],
    [
      "has the token of another",
      { authorization: "Bearer SANDBOX-NO-LOAN-TOKEN" },
      401,
      "SYSCD03001",
      "Authorization: 이 앱에 발급되지 않은 액세스 토큰입니다.",
    ],
    [
      "has a token that objects have",
      { authorization: "Bearer __proto__" },
      401,
      "SYSCD03001",
      "Authorization: 이 앱에 발급되지 않은 액세스 토큰입니다.",
    ],
    [
      "comes by another scheme",
      { authorization: "Basic Q0FOQVJZ" },
      401,
      "SYSCD03001",
      "Authorization: Bearer 뒤에 액세스 토큰이 있는 값이어야 하는데 다른 형식의 값이 왔습니다.",
    ],
    [
      "has no token behind Bearer",
      { authorization: "Bearer" },
      401,
      "SYSCD03001",
      "Authorization: Bearer 뒤에 액세스 토큰이 있는 값이어야 하는데 다른 형식의 값이 왔습니다.",
    ],
  ])("%s", async (_name, headers, status, code, text) => {
    expect(expectError(await callLoan(url(), { headers }), status, code)).toEqual([text]);
  });

  test.each([["bearer SANDBOX-ACCESS-TOKEN"], ["BEARER  SANDBOX-ACCESS-TOKEN"], [undefined]])(
    "is let through with Authorization: %s",
    async (authorization) => {
      expect((await callLoan(url(), { headers: { authorization } })).status).toBe(200);
    },
  );

  test("may call what is registered for it", async () => {
    const headers = { ...appKeys("NO-LOAN"), authorization: "Bearer SANDBOX-NO-LOAN-TOKEN", "content-type": undefined };
    expect(
      (await callLoan(url(), { path: "/oap/wb/v2/oauth/tokencheck", method: "GET", headers, body: "" })).status,
    ).toBe(200);
  });
});
