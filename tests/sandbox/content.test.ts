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
      "본문이 올바른 JSON이 아닙니다. 마지막 항목 뒤의 쉼표를 빼십시오. 8번째 글자를 확인하십시오.",
    ],
    ["a string with a line break", '"CANARY\n"', "본문이 올바른 JSON이 아닙니다. 8번째 글자를 확인하십시오."],
    ["an escape that is none", '"\\uCANA"', "본문이 올바른 JSON이 아닙니다. 6번째 글자를 확인하십시오."],
    ["NaN", "NaN", "본문이 올바른 JSON이 아닙니다."],
    ["a comment", "/* CANARY */ {}", "본문에 주석이 있습니다. JSON에는 주석을 쓸 수 없으므로 빼십시오."],
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

describe("what programs often send in the place of JSON is named, with what to do", () => {
  const encoded = "본문의 JSON이 URL 인코딩되어 있습니다. URL 인코딩하지 않은 JSON을 이름(…=) 없이 그대로 보내십시오.";
  test.each([
    ["URL-encoded JSON", encodeURIComponent(json), encoded],
    ["with + for blanks", encodeURIComponent(JSON.stringify(sampleRequest(), null, 1)).replaceAll("%20", "+"), encoded],
    ["behind =", `=${encodeURIComponent(json)}`, encoded],
    ["in a form's field", `body=${encodeURIComponent(json)}`, encoded],
    [
      "JSON in a form's field",
      `body=${json}`,
      "본문의 JSON 앞에 폼의 이름(…=)이 있습니다. 이름을 빼고 JSON만 보내십시오.",
    ],
    [
      "[object Object]",
      "[object Object]",
      "본문이 JavaScript 객체를 문자열로 바꾼 [object Object]입니다. JSON.stringify로 바꾼 문자열을 보내십시오.",
    ],
    [
      "Python's repr",
      json.replaceAll('"', "'"),
      "본문이 JSON이 아니라 작은따옴표를 쓴 객체입니다(Python의 dict 등). json.dumps처럼 JSON을 만드는 함수로 바꾸어 보내십시오.",
    ],
    [
      "Java's Map.toString()",
      "{dataHeader={UTZ_MCHR_OS_DSCD=CANARY}}",
      "본문이 JSON이 아니라 Java의 Map을 문자열로 바꾼 것입니다. Jackson의 ObjectMapper처럼 JSON을 만드는 도구로 바꾸어 보내십시오.",
    ],
    ["XML", '<?xml version="1.0"?><a>CANARY</a>', "본문이 XML입니다. JSON 객체를 보내십시오."],
    ["keys without quotes", "{dataHeader: {}}", '항목의 이름에 따옴표가 없습니다. 이름을 큰따옴표(")로 감싸십시오.'],
    ["Base64", Buffer.from(json).toString("base64"), "본문이 Base64로 인코딩되어 있습니다. JSON을 그대로 보내십시오."],
  ])("%s", async (_name, body, text) => {
    expect(expectError(await callLoan(url(), { body }), 400, "SYSCD01005")).toEqual([text]);
  });

  test("also where the media type says so", async () => {
    const call = {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: `=${encodeURIComponent(json)}`,
    };
    expect(expectError(await callLoan(url(), call), 400, "SYSCD01005")).toEqual([
      "Content-Type: application/json이어야 하는데 application/x-www-form-urlencoded가 왔습니다.",
      encoded,
    ]);
  });

  test.each<[string, unknown, string]>([
    [
      "JSON as a JSON string",
      JSON.stringify(json),
      "본문: 객체여야 하는데 JSON을 다시 담은 문자열이 왔습니다. JSON으로 한 번만 바꾸십시오.",
    ],
    [
      "JSON as a field's string",
      { ...sampleRequest(), dataHeader: JSON.stringify(sampleRequest().dataHeader) },
      "dataHeader: 객체여야 하는데 JSON을 다시 담은 문자열이 왔습니다. JSON으로 한 번만 바꾸십시오.",
    ],
    [
      "an array around it",
      [sampleRequest()],
      "본문: 객체여야 하는데 객체 하나를 담은 배열이 왔습니다. 배열에 담지 말고 객체만 보내십시오.",
    ],
  ])("%s", async (_name, body, text) => {
    expect(expectError(await callLoan(url(), { body }), 400, "SYSCD02101")).toEqual([text]);
  });
});

describe("a key in another spelling is told once, with the right one", () => {
  const right = "UTZPE_CNCT_IPAD";
  test.each([
    [
      "utzpe_CNCT_IPAD",
      "utzpe_CNCT_IPAD: 대소문자가 다른",
      ` Java의 Jackson이면 필드에 @JsonProperty("${right}")를 붙이십시오.`,
    ],
    [
      "utzpeCnctIpad",
      "utzpeCnctIpad: 구분 기호가 다른",
      ` Java의 Jackson이면 필드에 @JsonProperty("${right}")를 붙이십시오.`,
    ],
    ["utzpe_cnct_ipad", "utzpe_cnct_ipad: 대소문자가 다른", ""],
    ["UTZPE-CNCT-IPAD", "(15자 이름): 구분 기호가 다른", ""],
    [`${right} `, "(16자 이름): 빈칸이 섞인", ""],
    ["ＵTZPE_CNCT_IPAD", "(15자 이름): 전각 글자가 섞인", ""],
  ])("%s", async (key, found, annotation) => {
    const body = sampleRequest();
    const { [right]: value, ...others } = body.dataHeader;
    const reply = await callLoan(url(), { body: { ...body, dataHeader: { ...others, [key]: value } } });
    expect(expectError(reply, 400, "SYSCD02101")).toEqual([
      `${found} 이름입니다. 올바른 이름은 ${right}입니다.${annotation}`,
    ]);
  });

  test("and fields beside their part with the part", async () => {
    const { dataHeader, dataBody } = sampleRequest();
    const texts = expectError(await callLoan(url(), { body: { ...dataHeader, ...dataBody } }), 400, "SYSCD02101");
    expect(texts).toEqual([
      "dataHeader: 필수 항목이 빠졌습니다.",
      "dataBody: 필수 항목이 빠졌습니다.",
      ...[dataHeader, dataBody].flatMap((part, index) =>
        Object.keys(part).map((key) => {
          const home = index === 0 ? "dataHeader" : "dataBody";
          return `${key}: ${home} 안에 있어야 하는 항목입니다. ${home} 안으로 옮기십시오.`;
        }),
      ),
    ]);
  });
});

describe("a broken rule has its code and names the field by code and Korean name, never by its value", () => {
  const consent = "CRINF_INQ_AGR_YN(SGI서울보증 개인정보 동의여부)";
  test.each<[string, (sample: Sample) => void, string, string[]]>([
    [
      "required, in dataHeader",
      ({ dataHeader }) => delete dataHeader["UTZ_MCHR_APP_VER_NM"],
      "SYSCD01004",
      ["UTZ_MCHR_APP_VER_NM(앱 버전): 필수 항목이 빠졌습니다."],
    ],
    [
      "required, in dataBody",
      ({ dataBody }) => delete dataBody["CRINF_INQ_AGR_YN"],
      "SYSCD01000",
      [`${consent}: 필수 항목이 빠졌습니다.`],
    ],
    [
      "required, a part",
      (sample) => delete (sample as Partial<Sample>).dataBody,
      "SYSCD02101",
      ["dataBody: 필수 항목이 빠졌습니다."],
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
      ["EXTRA: 명세에 없는 항목입니다. 보내지 마십시오."],
    ],
    [
      "a key that may be a value",
      ({ dataBody }) => (dataBody["CANARY 010-9999"] = "CANARY"),
      "SYSCD02101",
      ["(15자 이름): 명세에 없는 항목입니다. 보내지 마십시오."],
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
      "(9자 이름): 명세에 없는 항목입니다. 보내지 마십시오.",
    ],
    [
      "constructor",
      `{"constructor":"CANARY",${json.slice(1)}`,
      "(11자 이름): 명세에 없는 항목입니다. 보내지 마십시오.",
    ],
    [
      "half a surrogate pair in a key",
      withText(String.raw`"\ud800":1`),
      "(1자 이름): 명세에 없는 항목입니다. 보내지 마십시오.",
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
