import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openSandboxStore } from "../../scripts/sandbox/store/store.ts";
import { startSandbox } from "../../scripts/sandbox/start.ts";
import { api } from "../support/bundle.ts";
import { expectError } from "../support/envelope.ts";
import { callLoan, type LoanCall, loanCall } from "../support/loan.ts";
import { temporaryFolder } from "../support/project.ts";
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
      "secretKey: 앱 키와 맞지 않습니다.",
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
      "전체 호출 한도를 모두 사용했습니다.",
    ],
    [
      "query",
      (call) => (call.query = "?CANARY=%"),
      400,
      "SYSCD01009",
      "쿼리: URL 인코딩(UTF-8)된 값이어야 하는데 풀 수 없는 %가 왔습니다.",
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
    ["awaits approval", appKeys("PENDING"), 401, "SYSCD03003", "appKey: 승인을 기다리는 앱입니다(준비)."],
    ["is suspended", appKeys("SUSPENDED"), 401, "SYSCD03003", "appKey: 이용이 정지된 앱입니다."],
    ["has not this API", appKeys("NO-LOAN"), 403, "SYSCD03003", "appKey: 앱에 이 API가 등록되어 있지 않습니다."],
    ["is over its plan in a second", appKeys("BUSY"), 503, "SYSCD03101", "초당 호출 한도를 넘었습니다."],
    ["is over its plan in total", appKeys("SPENT"), 403, "SYSCD03102", "전체 호출 한도를 모두 사용했습니다."],
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
      "secretKey: 앱 키와 맞지 않습니다.",
    ],
    [
      "has a token that has expired",
      { authorization: "Bearer SANDBOX-EXPIRED-TOKEN" },
      401,
      "SYSCD03001",
      "Authorization: 만료된 액세스 토큰입니다.",
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
      "Authorization: Bearer와 액세스 토큰이어야 하는데 다른 형식이 왔습니다.",
    ],
    [
      "has no token behind Bearer",
      { authorization: "Bearer" },
      401,
      "SYSCD03001",
      "Authorization: Bearer와 액세스 토큰이어야 하는데 다른 형식이 왔습니다.",
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

describe("a credential that is somewhere else, or in another form, is told as that", () => {
  const missing = (name: string, place: string): string =>
    `필수 헤더 ${name}${name.endsWith("n") ? "이" : "가"} 없습니다. ${place}`;
  test.each<[string, Partial<LoanCall>, string]>([
    ["the name only", { headers: { appkey: "" } }, missing("appKey", "이름만 있고 값이 비어 있습니다.")],
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
    ["Bearer before it", "Bearer CANARY", "값 앞의 낱말(Bearer 등)을 빼고 키만 보내십시오."],
    ["quotes", '"CANARY"', "값을 감싼 따옴표를 빼십시오."],
    [
      "a variable without a value",
      "undefined",
      "프로그램에서 값이 정해지지 않았습니다. 키를 읽는 설정을 확인하십시오.",
    ],
    ["a variable's name", "${APP_KEY}", "변수가 값으로 바뀌지 않았습니다. 키를 읽는 설정을 확인하십시오."],
    ["blanks inside", "CANARY A", "값에 빈칸이나 키에 쓰지 않는 글자가 있습니다. 빼고 보내십시오."],
    ["the secret", credentials.secretKey, "시크릿 키와 바꾸어 보냈습니다."],
  ])("with %s", async (_name, appkey, text) => {
    const headers = appkey === credentials.secretKey ? { appkey, secretkey: credentials.appKey } : { appkey };
    expect(expectError(await callLoan(url(), { headers }), 401, "SYSCD03003")).toEqual([
      `appKey: 등록되지 않은 앱 키입니다. ${text}`,
    ]);
  });

  test.each([
    ["SANDBOX-ACCESS-TOKEN", "토큰 앞에 Bearer와 빈칸을 붙이십시오."],
    ["Bearer Bearer SANDBOX-ACCESS-TOKEN", "Bearer가 두 번 있습니다. 한 번만 쓰십시오."],
    ['Bearer "SANDBOX-ACCESS-TOKEN"', "토큰을 감싼 따옴표를 빼십시오."],
    ["Bearer: SANDBOX-ACCESS-TOKEN", "Bearer 뒤의 콜론을 빈칸으로 바꾸십시오."],
  ])("Authorization: %s", async (authorization, text) => {
    expect(expectError(await callLoan(url(), { headers: { authorization } }), 401, "SYSCD03001")).toEqual([
      `Authorization: Bearer와 액세스 토큰이어야 하는데 다른 형식이 왔습니다. ${text}`,
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

describe("a body that is missing", () => {
  test("from a GET is told with the method that takes it", async () => {
    for (const type of ["application/json", undefined])
      expect(
        expectError(
          await callLoan(url(), { method: "GET", headers: { "content-type": type }, body: "" }),
          400,
          "SYSCD01005",
        ),
      ).toEqual([
        "본문이 비어 있습니다. fetch, Apache HttpClient, CDN처럼 GET의 본문을 버리는 프로그램이 있습니다. 본문을 보낼 수 없으면 같은 주소에 POST로 보내십시오.",
      ]);
  });

  test.each([
    ["Content-Length: 0", { "content-type": undefined, "content-length": "0" }, ""],
    ["blanks only", {}, " \r\n\t"],
  ])("from a POST is told as that: %s", async (_name, headers, body) => {
    expect(expectError(await callLoan(url(), { headers, body }), 400, "SYSCD01005")).toEqual(["본문이 비어 있습니다."]);
  });
});

describe("the plan", () => {
  const planned = async (
    plan: string,
  ): Promise<{ call: (secretkey?: string) => Promise<[number, string | undefined]>; reset: () => void }> => {
    const apps = join(temporaryFolder(), "apps.yaml");
    writeFileSync(apps, `apps:\n  - { name: a, appKey: a, secretKey: b, state: in-service, plan: ${plan} }\n`);
    const sandbox = await startSandbox({ apps });
    onTestFinished(sandbox.close);
    const call = async (secretkey = "b"): Promise<[number, string | undefined]> => {
      const reply = await callLoan(sandbox.url, { headers: { appkey: "a", secretkey, authorization: undefined } });
      return [reply.status, (reply.json() as { dataBody: { ERRCODE?: string } }).dataBody.ERRCODE];
    };
    return { call, reset: sandbox.reset };
  };

  test.each([
    ["{ total: 2 }", 403, "SYSCD03102"],
    ["{ perSecond: 2 }", 503, "SYSCD03101"],
    ["{ perSecond: 2, total: 2 }", 403, "SYSCD03102"],
  ])("%s lets two calls through, and two more once it was reset", async (plan, status, code) => {
    const { call, reset } = await planned(plan);
    for (let round = 0; round < 2; round += 1) {
      expect([await call(), await call(), await call()]).toEqual([
        [200, undefined],
        [200, undefined],
        [status, code],
      ]);
      reset();
    }
  });

  test("a second is any span of 1,000 ms, and a refused call counts for nothing", () => {
    const { usage, close } = openSandboxStore(api, []);
    onTestFinished(close);
    const limited = { id: 1, plan: { perSecond: 2, total: 4 }, operations: undefined };
    const take = (now: number): unknown => usage.take(1, limited, now);
    expect([0, 900, 999, 1000, 1100, 1899, 1900, 5000].map(take)).toEqual([
      undefined,
      undefined,
      "perSecond",
      undefined,
      "perSecond",
      "perSecond",
      undefined,
      "total",
    ]);
  });

  test("takes no call from a request that is refused before it", async () => {
    const { call } = await planned("{ total: 1 }");
    expect([await call("wrong"), await call(), await call()]).toEqual([
      [401, "SYSCD03003"],
      [200, undefined],
      [403, "SYSCD03102"],
    ]);
  });
});

describe("media types", () => {
  test.each([
    "application/json",
    "application/json; charset=utf-8",
    "application/json;charset=UTF-8",
    'application/json; charset="utf-8"',
    "APPLICATION/JSON",
    "application/json; version=1",
    "application/json;",
    "application/json ;charset=utf-8",
  ])("%s is taken", async (type) => {
    expect((await callLoan(url(), { headers: { "content-type": type } })).status).toBe(200);
  });

  test.each([
    "application/json; charset=utf8",
    "application/json;charset=UTF8",
    "application/json; charset = 'utf-8' ;",
    "application/json; charset=utf-8; charset=utf-8",
  ])("%s is taken as UTF-8", async (type) => {
    expect((await callLoan(url(), { headers: { "content-type": type } })).status).toBe(200);
  });

  test.each([
    ["text/plain", "text/plain이"],
    ["text/json", "text/json이"],
    ["application/jsonp", "application/jsonp가"],
    ["application/vnd.bank+json", "application/vnd.bank+json이"],
    ["application/x-www-form-urlencoded", "application/x-www-form-urlencoded가"],
    ["multipart/form-data; boundary=CANARY", "multipart/form-data; boundary=…가"],
    ["*/*", "*/*가"],
    ["", "빈 값이"],
    ["__proto__", "다른 형식이"],
    ["constructor", "다른 형식이"],
    ["CANARY", "다른 형식이"],
    ["text/CANARY", "다른 형식이"],
    [`text/${"a".repeat(300)}`, "다른 형식이"],
  ])("%j is named as %s", async (type, found) => {
    expect(expectError(await callLoan(url(), { headers: { "content-type": type } }), 400, "SYSCD01005")).toEqual([
      `Content-Type: application/json이어야 하는데 ${found} 왔습니다.`,
    ]);
  });

  test("a missing semicolon and a list are told as that", async () => {
    const refused = async (type: string | string[]): Promise<string[]> =>
      expectError(await callLoan(url(), { headers: { "content-type": type } }), 400, "SYSCD01005");
    expect(await refused("application/json charset=utf-8")).toEqual([
      "Content-Type: application/json이어야 하는데 application/json charset=utf-8이 왔습니다. 형식 뒤에 세미콜론(;)이 빠졌습니다.",
    ]);
    expect(await refused("application/json, application/json")).toEqual([
      "Content-Type: 쉼표로 이은 값이 2개 왔습니다. 모두 같은 값입니다. 한 번만 보내십시오.",
    ]);
    expect(await refused(["application/json", "text/plain"])).toEqual([
      "Content-Type: 헤더가 2번 왔습니다. 서로 다른 값입니다. 한 번만 보내십시오.",
    ]);
  });

  test.each([
    ["euc-kr", "charset=euc-kr가"],
    ["utf-16", "charset=utf-16이"],
    ['"iso-8859-1"', "charset=iso-8859-1이"],
    ["CANARY", "다른 문자 집합이"],
    ["", "다른 문자 집합이"],
  ])("charset=%s is not, and told what to do", async (charset, found) => {
    const reply = await callLoan(url(), { headers: { "content-type": `application/json; charset=${charset}` } });
    expect(expectError(reply, 400, "SYSCD01005")).toEqual([
      `Content-Type: charset=UTF-8이어야 하는데 ${found} 왔습니다. 본문을 UTF-8로 인코딩하고 charset을 utf-8로 지정하십시오.`,
    ]);
  });

  test.each([
    ["gzip", "gzip으로"],
    ["X-GZIP", "x-gzip 방식으로"],
    ["gzip, br", "gzip, br 방식으로"],
    ["CANARY", "알 수 없는 방식으로"],
  ])("Content-Encoding: %s is told as that", async (coding, by) => {
    const reply = await callLoan(url(), { headers: { "content-encoding": coding } });
    expect(expectError(reply, 400, "SYSCD01005")).toEqual([
      `${by} 압축한 본문은 받지 않습니다. 압축하지 않은 JSON을 보내고 Content-Encoding 헤더를 빼십시오.`,
    ]);
    expect((await callLoan(url(), { headers: { "content-encoding": "identity" } })).status).toBe(200);
  });

  test("tokencheck takes any Content-Type, the document's too, and no body", async () => {
    const call = (type: string, body: string) =>
      callLoan(url(), { path: "/oap/wb/v2/oauth/tokencheck", method: "GET", headers: { "content-type": type }, body });
    for (const type of ["application/x-www-form-urlencoded", "application/json"]) {
      expect((await call(type, "")).status).toBe(200);
      expect(expectError(await call(type, "token=CANARY"), 400, "SYSCD01005")).toEqual([
        "이 호출은 본문을 받지 않습니다. 본문을 빼고 보내십시오.",
      ]);
    }
  });
});
