import { describe, expect, test } from "vitest";
import { answering, clientFor, errorOf, input, serve, success, successBody } from "../support/client.ts";
import type { WooriClientOptions } from "../../generated/client.ts";

async function read(text: string, options: Partial<WooriClientOptions> = {}) {
  const server = await serve(answering(text));
  return clientFor(server.url, options).getCreditLoanBasicInfo(input());
}

/** The success body with one value replaced by a text that stands in the JSON as it is. */
const withRaw = (code: string, raw: string): string =>
  JSON.stringify({ ...successBody(), dataBody: { ...successBody().dataBody, [code]: "@@" } }).replace(
    '"@@"',
    () => raw,
  );

describe("a number where the spec has text keeps its digits", () => {
  test.each([
    "350000000",
    "350000000.00",
    "00012",
    "9007199254740993",
    "123456789012345678901234567890",
    "0",
    "-0",
    "1e5",
    "0.10",
  ])("%s", async (digits) => {
    const { data, issues } = await read(withRaw("WRLC_TEL_1", digits));
    expect(data?.dataBody.WRLC_TEL_1).toBe(digits);
    expect(issues).toEqual([
      {
        code: "WRLC_TEL_1",
        name: "직장전화번호",
        pointer: "/dataBody/WRLC_TEL_1",
        rule: "type",
        expected: "문자열",
        found: "숫자",
      },
    ]);
  });

  test("in a list too", async () => {
    const { data } = await read(withRaw("ACCOUNT_LIST", '[{"CUS_USG_ACNO":1002000000001},{"CUS_USG_ACNO":"0002"}]'));
    expect(data?.dataBody.ACCOUNT_LIST).toEqual([{ CUS_USG_ACNO: "1002000000001" }, { CUS_USG_ACNO: "0002" }]);
  });

  test.each(["+1", "1.", ".5", "1e", "--1", "1-1", "0x10", "NaN"])("%s is no JSON", async (raw) => {
    expect(await errorOf(read(withRaw("WRLC_TEL_1", raw)))).toMatchObject({ kind: "transport", code: "not-json" });
  });

  test("text that looks like a number, a tag or an escape stays as it is", async () => {
    for (const text of ["s1", "n1", '"', "\\", '\\"1', "\u0000n1", "1,2", "가😀", "\\u0041"]) {
      const { data, issues } = await read(withRaw("WRLC_NM_1", JSON.stringify(text)));
      expect(data?.dataBody.WRLC_NM_1).toBe(text);
      expect(issues).toEqual([]);
    }
  });
});

describe("what the bank's answers are known to do", () => {
  test('"" for no accounts is an empty list', async () => {
    const { data, issues } = await read(withRaw("ACCOUNT_LIST", '""'));
    expect(data?.dataBody.ACCOUNT_LIST).toEqual([]);
    expect(issues).toEqual([
      {
        code: "ACCOUNT_LIST",
        name: "반복부",
        pointer: "/dataBody/ACCOUNT_LIST",
        rule: "type",
        expected: "배열",
        found: "빈 문자열",
      },
    ]);
  });

  test("unknown keys are kept, numbers among them as numbers", async () => {
    const { data, issues } = await read(
      success.replace('"LN_AVL_AM"', '"TRN_SRNO":{"a":[1,"1",null,true]},"toString":1,"LN_AVL_AM"'),
    );
    expect(data?.dataBody).toMatchObject({ TRN_SRNO: { a: [1, "1", null, true] }, toString: 1 });
    expect(issues).toEqual([]);
  });

  test("missing rows are told and break nothing; missing objects and lists are empty", async () => {
    const { data, issues } = await read('{"dataBody":{"LN_AVL_AM":"1"}}');
    expect(data).toEqual({ dataHeader: {}, dataBody: { LN_AVL_AM: "1", ACCOUNT_LIST: [] } });
    expect(issues.map(({ code, rule }) => `${code} ${rule}`)).toEqual(
      ["dataHeader", "ACCOUNT_LIST", "ZPNO_1", "ZPNO_ADR", "ATCD_ADR_1", "WRLC_TEL_1", "WRLC_NM_1", "EMAIL_1", "CNT"]
        .map((code) => `${code} required`)
        .sort((a, b) => order(a) - order(b)),
    );
    function order(entry: string): number {
      return issues.findIndex(({ code, rule }) => `${code} ${rule}` === entry);
    }
  });

  test("a business error in a 200 stands in place of the data", async () => {
    const { data, businessError, issues } = await read(withRaw("ERR_TXT", '"대출 가능한 고객이 아닙니다."'));
    expect([data, businessError?.message, issues]).toEqual([undefined, "대출 가능한 고객이 아닙니다.", []]);
    expect(businessError?.body.dataBody.CNT).toBe("1");
  });

  test("key order, white space, a byte order mark and duplicate keys do no harm", async () => {
    const { dataHeader, dataBody } = successBody();
    const turned = JSON.stringify(
      { dataBody: Object.fromEntries(Object.entries(dataBody).reverse()), dataHeader },
      null,
      "\t",
    );
    expect((await read(`\ufeff${turned}`)).data).toEqual(successBody());
    expect((await read(success.replace('"CNT":"1"', '"CNT":"9","CNT":"1"'))).data).toEqual(successBody());
  });

  test.each(["__proto__", "constructor", "prototype"])(
    "%s at any depth pollutes nothing and is dropped with a finding",
    async (key) => {
      const evil = `"${key}":{"polluted":true}`;
      const text =
        `{${evil},"dataHeader":{${evil}},"dataBody":{${evil},"X":{${evil}},${success.slice(success.indexOf('"LN_AVL_AM"'))}`.replace(
          /\}\}$/,
          "}}",
        );
      const { data, issues } = await read(text);
      expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
      expect(JSON.stringify(data)).not.toContain("polluted");
      expect(issues.filter(({ pointer }) => pointer.endsWith(`/${key}`))).toHaveLength(4);
    },
  );
});

describe("responseValidation", () => {
  const odd = withRaw("CNT", "1");

  test("throw throws what report reports, and off is silent but reads the same", async () => {
    const reported = await read(odd);
    expect(reported.issues).toHaveLength(1);
    expect(await errorOf(read(odd, { responseValidation: "throw" }))).toMatchObject({
      kind: "transport",
      code: "invalid-answer",
      status: 200,
      issues: reported.issues,
    });
    const silent = await read(odd, { responseValidation: "off" });
    expect([silent.data, silent.issues]).toEqual([reported.data, []]);
  });

  test("throw lets a good answer pass", async () => {
    expect((await read(success, { responseValidation: "throw" })).issues).toEqual([]);
  });

  test("findings tell length and kind, never the value", async () => {
    const { issues } = await read(withRaw("SGI_TSBSR_NO", '"CANARY-POLICY-NUMBER-LONG"'));
    expect(issues).toEqual([
      {
        code: "SGI_TSBSR_NO",
        name: "서울보증보험가청약번호",
        pointer: "/dataBody/SGI_TSBSR_NO",
        rule: "maxLength",
        expected: "20자 이하",
        found: "25자 문자열",
      },
    ]);
  });
});

describe("error bodies", () => {
  const error = (dataBody: object): string =>
    JSON.stringify({ dataHeader: { GLBL_ID: "20190628MOCKHOST1030000000000009" }, dataBody });
  const call = async (text: string, status: number) =>
    errorOf(clientFor((await serve(answering(text, { status }))).url).getCreditLoanBasicInfo(input()));

  test("are read whole", async () => {
    const text = error({
      MAIN_MSG_INF_REPT_CN: 1,
      ERRORLIST: [{ MSG_CD: "M1", MAIN_MSG_TXT: "주메세지" }],
      ERRCODE: "SYSCD01002",
      ERRUSRMSG: "전문 처리중 에러가 발생하였습니다.",
    });
    expect(await call(text, 500)).toMatchObject({
      kind: "api",
      status: 500,
      code: "SYSCD01002",
      bankMessage: "전문 처리중 에러가 발생하였습니다.",
      list: [{ code: "M1", message: "주메세지" }],
      globalId: "20190628MOCKHOST1030000000000009",
      known: true,
      meaning: "전문 처리 오류",
      resend: "afterChecking",
    });
  });

  test("count in a 200 too, and under the other name of the code", async () => {
    expect(await call(error({ ERRORCODE: "SYSCD03101" }), 200)).toMatchObject({
      kind: "api",
      status: 200,
      code: "SYSCD03101",
      resend: "afterWait",
    });
  });

  test("keep an unknown code and mark it", async () => {
    expect(await call(error({ ERRCODE: "XX99", ERRORLIST: "" }), 400)).toMatchObject({
      code: "XX99",
      known: false,
      resend: "afterChecking",
      list: [],
    });
    expect(await call(error({ ERRCODE: "toString" }), 400)).toMatchObject({ code: "toString", known: false });
  });

  test.each(["{}", '{"dataBody":null}', '{"dataBody":[]}', '{"dataBody":{"ERRORLIST":[null,1,"x"]}}'])(
    "%s with a 500 is an api error without a code",
    async (text) => {
      expect(await call(text, 500)).toMatchObject({ kind: "api", status: 500, code: "", known: false });
    },
  );
});
