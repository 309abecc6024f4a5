import { describe, expect, test } from "vitest";
import { sampleRequest } from "../support/bundle.ts";
import { expectError } from "../support/envelope.ts";
import { callLoan } from "../support/loan.ts";
import { useSandbox } from "../support/servers.ts";

const { url } = useSandbox();

type Sample = ReturnType<typeof sampleRequest>;

const json = JSON.stringify(sampleRequest());
/** The sample as text, with more in its dataHeader. */
const withText = (text: string): string => json.replace('"dataHeader":{', `"dataHeader":{${text},`);

describe("JSON that is none, or in no UTF-8, is SYSCD01005 and told by its place alone", () => {
  test.each<[string, string | Buffer, string]>([
    ["nothing", "", "본문이 비어 있습니다."],
    ["spaces", "  ", "본문이 비어 있습니다."],
    [
      "an object that is cut off",
      json.slice(0, -1),
      `본문이 올바른 JSON이 아닙니다. ${json.length}번째 글자를 확인하십시오.`,
    ],
    ["9,000 times [", "[".repeat(9_000), "본문이 올바른 JSON이 아닙니다. 중간에 끊겼습니다."],
    ["9,000 objects in objects", '{"a":'.repeat(9_000), "본문이 올바른 JSON이 아닙니다. 중간에 끊겼습니다."],
    ["a word", "CANARY", "본문이 올바른 JSON이 아닙니다."],
    ["what reads like a place", "x at position 01099990000", "본문이 올바른 JSON이 아닙니다."],
    [
      "what reads like V8's own message",
      '"CANARY in JSON at position 99',
      "본문이 올바른 JSON이 아닙니다. 31번째 글자를 확인하십시오.",
    ],
    [
      "a comma too many",
      '{"a":1,}',
      "본문이 올바른 JSON이 아닙니다. 마지막 값 뒤의 쉼표를 빼십시오. 8번째 글자를 확인하십시오.",
    ],
    ["a string with a line break", '"CANARY\n"', "본문이 올바른 JSON이 아닙니다. 8번째 글자를 확인하십시오."],
    ["an escape that is none", '"\\uCANA"', "본문이 올바른 JSON이 아닙니다. 6번째 글자를 확인하십시오."],
    ["NaN", "NaN", "본문이 올바른 JSON이 아닙니다."],
    ["a comment", "/* CANARY */ {}", "본문에 주석이 있습니다. JSON에는 주석을 쓸 수 없으므로 주석을 빼십시오."],
    ["two values", "{} {}", "본문이 올바른 JSON이 아닙니다. 4번째 글자를 확인하십시오."],
    [
      "NUL behind the object",
      `${json}\0`,
      `본문이 올바른 JSON이 아닙니다. ${json.length + 1}번째 글자를 확인하십시오.`,
    ],
    ["a form", "a=CANARY", "본문이 폼 형식(이름=값)입니다. JSON 객체를 보내십시오."],
    [
      "bytes that are no UTF-8",
      Buffer.from(withText('"a":"\xff"'), "latin1"),
      "본문: UTF-8이어야 하는데 UTF-8이 아닌 바이트가 왔습니다.",
    ],
    [
      "a surrogate in UTF-8",
      Buffer.from(withText('"a":"\xed\xa0\x80"'), "latin1"),
      "본문: UTF-8이어야 하는데 UTF-8이 아닌 바이트가 왔습니다.",
    ],
    [
      "EUC-KR",
      Buffer.from(withText('"a":"\xc7\xd1\xb1\xdb"').replace(/[^\0-\x7f\xc7\xd1\xb1\xdb]/g, "a"), "latin1"),
      "본문이 EUC-KR로 인코딩되어 있습니다. UTF-8로 인코딩해서 보내십시오.",
    ],
    ["gzip", Buffer.from("1f8b0800", "hex"), "gzip으로 압축한 본문은 받지 않습니다. 압축하지 않은 JSON을 보내십시오."],
    [
      "UTF-16 with a mark",
      Buffer.from(`\ufeff${json}`, "utf16le"),
      "본문이 UTF-16으로 인코딩되어 있습니다. UTF-8로 인코딩해서 보내십시오.",
    ],
    [
      "UTF-16 without one",
      Buffer.from("{}", "utf16le"),
      "본문이 UTF-16으로 인코딩되어 있습니다. UTF-8로 인코딩해서 보내십시오.",
    ],
  ])("%s", async (_name, body, text) => {
    expect(expectError(await callLoan(url(), { body }), 400, "SYSCD01005")).toEqual([text]);
  });

  test.each<[string, string]>([
    ["a byte order mark", `\ufeff${json}`],
    ["white space around it", ` \r\n\t${json}\n`],
    ["a key twice, of which the last counts", withText('"UTZ_MCHR_OS_DSCD":12345')],
    [
      "half a surrogate pair in a value",
      json.replace(/"UTZ_MCHR_MDL_NM":"[^"]*"/, String.raw`"UTZ_MCHR_MDL_NM":"\ud800"`),
    ],
  ])("%s is taken", async (_name, body) => {
    expect((await callLoan(url(), { body })).status).toBe(200);
  });
});

describe("a broken rule has its code and names the field by code and Korean name, never by its value", () => {
  const consent = "CRINF_INQ_AGR_YN(SGI서울보증 개인정보 동의여부)";
  test.each<[string, (sample: Sample) => void, string, string[]]>([
    [
      "required, in dataHeader",
      ({ dataHeader }) => delete dataHeader["UTZ_MCHR_APP_VER_NM"],
      "SYSCD01004",
      ["UTZ_MCHR_APP_VER_NM(앱 버전): 필수 필드가 빠졌습니다."],
    ],
    [
      "required, in dataBody",
      ({ dataBody }) => delete dataBody["CRINF_INQ_AGR_YN"],
      "SYSCD01000",
      [`${consent}: 필수 필드가 빠졌습니다.`],
    ],
    [
      "required, a part",
      (sample) => delete (sample as Partial<Sample>).dataBody,
      "SYSCD02101",
      ["dataBody: 필수 필드가 빠졌습니다."],
    ],
    [
      "enum",
      ({ dataBody }) => (dataBody["CRINF_INQ_AGR_YN"] = "X"),
      "SYSCD01006",
      [`${consent}: Y 또는 N이어야 하는데 1자 문자열이 왔습니다.`],
    ],
    [
      "maxLength",
      ({ dataHeader }) => (dataHeader["UTZPE_CNCT_IPAD"] = "CANARY".repeat(10)),
      "SYSCD01008",
      ["UTZPE_CNCT_IPAD(이용자접속IP주소): 39자 이하여야 하는데 60자 문자열이 왔습니다."],
    ],
    [
      "type of a number",
      ({ dataHeader }) => (dataHeader["UTZPE_CNCT_TEL_NO_TXT"] = 1099990000),
      "SYSCD02101",
      ["UTZPE_CNCT_TEL_NO_TXT(이용자접속전화번호): 문자열이어야 하는데 숫자가 왔습니다."],
    ],
    [
      "type of an object",
      ({ dataHeader }) => (dataHeader["UTZPE_CNCT_TEL_NO_TXT"] = { CANARY: "CANARY" }),
      "SYSCD02101",
      ["UTZPE_CNCT_TEL_NO_TXT(이용자접속전화번호): 문자열이어야 하는데 객체가 왔습니다."],
    ],
    [
      "type of a part",
      (sample) => Object.assign(sample, { dataHeader: "CANARY" }),
      "SYSCD02101",
      ["dataHeader: 객체여야 하는데 6자 문자열이 왔습니다."],
    ],
    [
      "a key that is unknown",
      ({ dataBody }) => (dataBody["EXTRA"] = "CANARY"),
      "SYSCD02101",
      ["EXTRA: 명세에 없는 필드입니다. 보내지 마십시오."],
    ],
    [
      "a key that may be a value",
      ({ dataBody }) => (dataBody["CANARY 010-9999"] = "CANARY"),
      "SYSCD02101",
      ["(15자 이름): 명세에 없는 필드입니다. 보내지 마십시오."],
    ],
    [
      "two of one kind",
      ({ dataHeader }) =>
        Object.assign(dataHeader, { UTZ_MCHR_OS_DSCD: "CANARY", UTZ_MCHR_MDL_NM: "CANARY".repeat(5) }),
      "SYSCD01008",
      [
        "UTZ_MCHR_OS_DSCD(이용기기운영체계구분코드): 1자 이하여야 하는데 6자 문자열이 왔습니다.",
        "UTZ_MCHR_MDL_NM(이용기기모델명): 20자 이하여야 하는데 30자 문자열이 왔습니다.",
      ],
    ],
    [
      "two of different kinds",
      ({ dataHeader, dataBody }) => {
        dataHeader["UTZ_MCHR_OS_DSCD"] = "12";
        dataBody["CRINF_INQ_AGR_YN"] = "CANARY";
      },
      "SYSCD02101",
      [
        "UTZ_MCHR_OS_DSCD(이용기기운영체계구분코드): 1자 이하여야 하는데 2자 문자열이 왔습니다.",
        `${consent}: Y 또는 N이어야 하는데 6자 문자열이 왔습니다.`,
      ],
    ],
  ])("%s", async (_name, change, code, texts) => {
    const body = sampleRequest();
    change(body);
    expect(expectError(await callLoan(url(), { body }), 400, code)).toEqual(texts);
  });

  test("each line of a mixed list has the code of its own rule", async () => {
    const body = sampleRequest();
    delete body.dataHeader["UTZ_MCHR_APP_VER_NM"];
    body.dataBody["CRINF_INQ_AGR_YN"] = "X";
    const reply = await callLoan(url(), { body });
    expectError(reply, 400, "SYSCD02101");
    expect(
      (reply.json() as { dataBody: { ERRORLIST: { MSG_CD: string }[] } }).dataBody.ERRORLIST.map(
        ({ MSG_CD }) => MSG_CD,
      ),
    ).toEqual(["SYSCD01004", "SYSCD01006"]);
  });

  test.each<[string, string, string]>([
    ["null", "null", "본문: 객체여야 하는데 null이 왔습니다."],
    ["a number of 400 digits", "9".repeat(400), "본문: 객체여야 하는데 숫자가 왔습니다."],
    ["a text", '"CANARY"', "본문: 객체여야 하는데 6자 문자열이 왔습니다."],
    [
      "9,000 arrays in arrays",
      "[".repeat(9_000) + "]".repeat(9_000),
      "본문: 객체여야 하는데 원소 1개의 배열이 왔습니다.",
    ],
    [
      "__proto__",
      `{"__proto__":{"dataHeader":{}},${json.slice(1)}`,
      "(9자 이름): 명세에 없는 필드입니다. 보내지 마십시오.",
    ],
    [
      "constructor",
      `{"constructor":"CANARY",${json.slice(1)}`,
      "(11자 이름): 명세에 없는 필드입니다. 보내지 마십시오.",
    ],
    [
      "half a surrogate pair in a key",
      withText(String.raw`"\ud800":1`),
      "(1자 이름): 명세에 없는 필드입니다. 보내지 마십시오.",
    ],
    [
      "arrays in arrays in a field",
      json.replace(/"UTZ_MCHR_MDL_NM":"[^"]*"/, `"UTZ_MCHR_MDL_NM":${"[".repeat(9_000)}${"]".repeat(9_000)}`),
      "UTZ_MCHR_MDL_NM(이용기기모델명): 문자열이어야 하는데 원소 1개의 배열이 왔습니다.",
    ],
  ])("%s", async (_name, body, text) => {
    expect(expectError(await callLoan(url(), { body }), 400, "SYSCD02101")).toEqual([text]);
  });

  test("of 9,000 unknown keys the first hundred are told", async () => {
    const body = withText(Array.from({ length: 9_000 }, (_, index) => `"K${index}":1`).join(","));
    expect(expectError(await callLoan(url(), { body }), 400, "SYSCD02101")).toHaveLength(100);
  });

  test("a body of exactly the largest size is read, one byte more is not", async () => {
    const size = 1024 * 1024;
    expect((await callLoan(url(), { body: json.padEnd(size - Buffer.byteLength(json) + json.length) })).status).toBe(
      200,
    );
    const reply = await callLoan(url(), { body: json.padEnd(size - Buffer.byteLength(json) + json.length + 1) });
    expect(expectError(reply, 400, "SYSCD02101")).toEqual([`본문이 너무 큽니다. ${size}바이트 이하로 보내십시오.`]);
  });
});
