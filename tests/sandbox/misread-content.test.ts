import { describe, expect, test } from "vitest";
import { sampleRequest } from "../support/bundle.ts";
import { expectError } from "../support/envelope.ts";
import { callLoan } from "../support/loan.ts";
import { useSandbox } from "../support/servers.ts";

const { url } = useSandbox();

const json = JSON.stringify(sampleRequest());

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
    ["keys without quotes", "{dataHeader: {}}", '필드 이름에 따옴표가 없습니다. 이름을 큰따옴표(")로 감싸십시오.'],
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
      "본문: 객체여야 하는데 JSON을 다시 담은 문자열이 왔습니다. JSON으로 한 번만 변환하십시오.",
    ],
    [
      "JSON as a field's string",
      { ...sampleRequest(), dataHeader: JSON.stringify(sampleRequest().dataHeader) },
      "dataHeader: 객체여야 하는데 JSON을 다시 담은 문자열이 왔습니다. JSON으로 한 번만 변환하십시오.",
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
    [`${right} `, "(16자 이름): 공백이 섞인", ""],
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
      "dataHeader: 필수 필드가 빠졌습니다.",
      "dataBody: 필수 필드가 빠졌습니다.",
      ...[dataHeader, dataBody].flatMap((part, index) =>
        Object.keys(part).map((key) => {
          const home = index === 0 ? "dataHeader" : "dataBody";
          return `${key}: ${home} 안에 있어야 하는 필드입니다. ${home} 안으로 옮기십시오.`;
        }),
      ),
    ]);
  });
});
