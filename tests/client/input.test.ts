import { describe, expect, test } from "vitest";
import { answering, canary, clientFor, errorOf, input, serve, success } from "../support/client.ts";
import { createWooriClient, type WooriClientOptions, WooriInputError } from "../../generated/client.ts";

type Change = (
  request: { dataHeader: Record<string, unknown>; dataBody: Record<string, unknown> } & Record<string, unknown>,
) => void;

/** The problems of a changed request, which must not reach the server. */
async function problemsOf(change: Change): Promise<unknown> {
  const server = await serve(answering(success));
  const request = structuredClone(input()) as unknown as Parameters<Change>[0];
  change(request);
  const error = await errorOf(clientFor(server.url).getCreditLoanBasicInfo(request as never));
  expect(error).toBeInstanceOf(WooriInputError);
  expect(server.connections()).toBe(0);
  return (error as WooriInputError).problems;
}

describe("a request is checked before a byte is sent", () => {
  test("every problem is listed with code, Korean name, pointer, rule, expectation, and what was found by kind", async () => {
    const problems = await problemsOf(({ dataHeader, dataBody }) => {
      dataHeader["UTZPE_CNCT_IPAD"] = "😀".repeat(40);
      delete dataHeader["UTZ_MCHR_MDL_NM"];
      dataHeader["UTZ_MCHR_OS_DSCD"] = 1;
      dataBody["CRINF_INQ_AGR_YN"] = "y";
      dataBody["EXTRA"] = null;
    });
    expect(problems).toHaveLength(5);
    expect(problems).toEqual(
      expect.arrayContaining([
        {
          code: "UTZPE_CNCT_IPAD",
          name: "이용자접속IP주소",
          pointer: "/dataHeader/UTZPE_CNCT_IPAD",
          rule: "maxLength",
          expected: "39자 이하",
          found: "40자 문자열",
        },
        {
          code: "UTZ_MCHR_MDL_NM",
          name: "이용기기모델명",
          pointer: "/dataHeader/UTZ_MCHR_MDL_NM",
          rule: "required",
          expected: "필수 항목",
          found: "없는 항목",
        },
        {
          code: "UTZ_MCHR_OS_DSCD",
          name: "이용기기운영체계구분코드",
          pointer: "/dataHeader/UTZ_MCHR_OS_DSCD",
          rule: "type",
          expected: "문자열",
          found: "숫자",
        },
        {
          code: "CRINF_INQ_AGR_YN",
          name: "SGI서울보증 개인정보 동의여부",
          pointer: "/dataBody/CRINF_INQ_AGR_YN",
          rule: "enum",
          expected: "Y 또는 N",
          found: "1자 문자열",
        },
        {
          code: "EXTRA",
          name: "",
          pointer: "/dataBody/EXTRA",
          rule: "additionalProperties",
          expected: "명세에 없는 항목은 보내지 않음",
          found: "null",
        },
      ]),
    );
  });

  test("the message is Korean and names each field", async () => {
    const { dataBody } = input();
    const error = await errorOf(clientFor("https://bank.example").getCreditLoanBasicInfo({ dataBody }));
    expect(error.message).toContain(
      "UTZPE_CNCT_IPAD(이용자접속IP주소): 필수 항목이 빠졌습니다(/dataHeader/UTZPE_CNCT_IPAD).",
    );
  });

  test.each([
    [
      "a key that vanishes in JSON",
      (request) => (request.dataBody["CRINF_INQ_AGR_YN"] = undefined),
      { rule: "required", code: "CRINF_INQ_AGR_YN" },
    ],
    ["a cycle", (request) => (request["dataHeader"]["X"] = request), { rule: "json" }],
    ["a bigint", (request) => (request.dataBody["CRINF_INQ_AGR_YN"] = 1n), { rule: "json" }],
    [
      "a list in place of an object",
      (request) => ((request as Record<string, unknown>)["dataHeader"] = []),
      { rule: "type", code: "dataHeader" },
    ],
    [
      "a key with control characters",
      (request) => (request.dataBody["A\u0000\u202e\n"] = ""),
      { rule: "additionalProperties", code: "(4자 이름)" },
    ],
    [
      "an own __proto__",
      (request) => Object.defineProperty(request.dataBody, "__proto__", { value: {}, enumerable: true }),
      { rule: "additionalProperties", code: "__proto__" },
    ],
  ] satisfies [string, Change, object][])("%s", async (_name, change, problem) => {
    expect(await problemsOf(change)).toEqual([expect.objectContaining(problem)]);
  });

  test("what is checked is what is sent, also when a getter changes its mind", async () => {
    const server = await serve(answering(success));
    const request = input();
    let reads = 0;
    Object.defineProperty(request.dataBody, "CRINF_INQ_AGR_YN", {
      enumerable: true,
      get: () => (reads++ === 0 ? "Y" : "drop"),
    });
    await clientFor(server.url).getCreditLoanBasicInfo(request);
    expect((JSON.parse(server.seen[0]?.body ?? "") as typeof request).dataBody.CRINF_INQ_AGR_YN).toBe("Y");
  });
});

describe("options", () => {
  const base = { baseUrl: "https://bank.example", appKey: canary.appKey, secretKey: canary.secretKey };
  const make =
    (options: Partial<Record<keyof WooriClientOptions, unknown>>): (() => unknown) =>
    () =>
      createWooriClient({ ...base, ...options } as WooriClientOptions);

  test.each(["https://bank.example:444", "http://127.0.0.1:4010", "http://localhost:4010/prefix", "http://[::1]:4010"])(
    "baseUrl %s is taken",
    (baseUrl) => {
      expect(make({ baseUrl })).not.toThrow();
    },
  );

  test.each([
    "http://bank.example",
    "http://127.0.0.1.bank.example",
    "http://10.0.0.1",
    "ftp://127.0.0.1",
    "not a url",
    "",
    undefined,
    `https://user:${canary.secretKey}@bank.example`,
    `https://bank.example/?key=${canary.secretKey}`,
    "https://bank.example/?",
    `https://bank.example/#${canary.secretKey}`,
  ])("baseUrl %s is refused without being echoed", (baseUrl) => {
    expect(make({ baseUrl })).toThrow(WooriInputError);
    expect(make({ baseUrl })).not.toThrow(/CANARY/);
  });

  test.each(["appKey", "secretKey", "accessToken"])(
    "%s that would break the header is refused without being echoed",
    (name) => {
      for (const value of ["CANARY\r\nX: 1", "CANARY\u0000", "CANARY 열쇠", " CANARY", "", 1]) {
        expect(make({ [name]: value })).toThrow(WooriInputError);
        expect(make({ [name]: value })).not.toThrow(/CANARY/);
      }
    },
  );

  test("an empty key is told as such, and as a matter of the options", () => {
    expect(make({ appKey: "" })).toThrow(
      /^설정을 쓸 수 없어 아무것도 보내지 않았습니다\. appKey: 비어 있지 않은 문자열을 지정하십시오\. 지정한 값은 빈 문자열입니다\.$/,
    );
  });

  test.each([
    { timeout: 0 },
    { timeout: Number.NaN },
    { timeout: 2 ** 31 },
    { maxResponseBytes: -1 },
    { maxResponseBytes: 1.5 },
    { method: "PUT" },
    { responseValidation: "warn" },
  ])("%j is refused", (options) => {
    expect(make(options)).toThrow(WooriInputError);
  });

  test("a header of a raw call with control characters never leaves", async () => {
    const { raw } = clientFor("https://bank.example", { fetch: () => Promise.reject(new Error("sent")) });
    expect(
      await errorOf(
        raw.GET("/oap/wb/v2/oauth/tokencheck", { headers: { "x-own": "열쇠" } }).catch((error: unknown) => {
          throw error instanceof TypeError ? new WooriInputError([]) : error;
        }),
      ),
    ).toMatchObject({ kind: "input" });
  });

  test("a call's own timeout is checked", async () => {
    expect(await errorOf(clientFor("https://bank.example").checkToken({ timeout: 0 }))).toMatchObject({
      kind: "input",
      problems: [{ code: "timeout" }],
    });
  });
});
