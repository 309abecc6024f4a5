import { describe, expect, test } from "vitest";
import { answering, clientFor, errorOf, input, serve, success } from "../support/client.ts";
import { WooriInputError } from "../../generated/client.ts";

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
  test("a key in another spelling is one problem, with the right one", async () => {
    const problems = await problemsOf(({ dataHeader }) => {
      dataHeader["utzpe_CNCT_IPAD"] = dataHeader["UTZPE_CNCT_IPAD"];
      delete dataHeader["UTZPE_CNCT_IPAD"];
    });
    expect(problems).toMatchObject([
      { rule: "additionalProperties", expected: "UTZPE_CNCT_IPAD라는 이름", found: "대소문자가 다른 이름" },
    ]);
  });

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
          expected: "필수 필드",
          found: "없음",
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
          expected: "명세에 있는 필드",
          found: "null",
        },
      ]),
    );
  });

  test("the message is Korean and names each field", async () => {
    const { dataBody } = input();
    const error = await errorOf(clientFor("https://bank.example").getCreditLoanBasicInfo({ dataBody }));
    expect(error.message).toContain(
      "UTZPE_CNCT_IPAD(이용자접속IP주소): 필수 필드가 빠졌습니다(/dataHeader/UTZPE_CNCT_IPAD).",
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
