import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lintSpec } from "../../../scripts/checks/lint/lint-spec.ts";
import { copySpec } from "../../support/project.ts";

const header = "common/schemas/RequestDataHeader.yaml";
const request = "credit/schemas/CreditLoanBasicInfoRequest.yaml";
const token = "oauth/paths/checkToken.yaml";
const fields = "source/fields.yaml";
const errata = "source/errata.yaml";

/** The finding is on the line of `file` that holds `line`. */
interface Mistake {
  name: string;
  file: string;
  from: string | RegExp;
  to: string;
  line: string;
  message: string;
}

const yaml: Mistake[] = [
  {
    name: "a tab",
    file: header,
    from: "    maxLength: 39",
    to: "\tmaxLength: 39",
    line: "\tmax",
    message: "탭으로 들여",
  },
  {
    name: "a key twice",
    file: header,
    from: "maxLength: 39",
    to: "maxLength: 39\n    maxLength: 41",
    line: "maxLength: 41",
    message: "같은 키가 두 번",
  },
  {
    name: "a quote that is not closed",
    file: "openapi.yaml",
    from: '{port}"',
    to: "{port}",
    line: "{port}",
    message: "따옴표",
  },
  {
    name: "a bracket that is not closed",
    file: header,
    from: "type: object",
    to: "type: [object",
    line: "title: 요청",
    message: "괄호",
  },
  { name: "no colon", file: header, from: "maxLength: 39", to: "maxLength 39", line: "maxLength 39", message: "콜론" },
  {
    name: "a colon in a value",
    file: header,
    from: "title: 요청",
    to: "title: 요청: x",
    line: "요청: x",
    message: "콜론",
  },
  {
    name: "too deep a line",
    file: header,
    from: "    maxLength: 39",
    to: "     maxLength: 39",
    line: "maxLength: 39",
    message: "들여쓰기",
  },
  {
    name: "an alias of nothing",
    file: "credit/paths/getCreditLoanBasicInfo.yaml",
    from: "*security",
    to: "*securty",
    line: "*securty",
    message: "앵커",
  },
];

const keys: Mistake[] = [
  ["a schema", header, "maxLength: 39", "maxLenght: 39", "maxLength"],
  ["a schema of fields", header, "\nproperties:", "\npropertes:", "properties"],
  ["a list of fields", header, "\nrequired:", "\nrequird:", "required"],
  ["a trace", header, "x-source", "x-sorce", "x-source"],
  ["an operation", token, "responses:", "responces:", "responses"],
  ["a body", token, "content:", "contnet:", "content"],
  ["a response", token, "      description: 액세스", "      descripton: 액세스", "description"],
  ["a path", token, "get:", "gett:", "get"],
  ["an example", "credit/examples/CreditLoanBasicInfoSample.yaml", "value:", "vlaue:", "value"],
  ["a row", fields, 'required: "Y", type: S(39)', 'requird: "Y", type: S(39)', "required"],
  ["an erratum", errata, "  evidence:", "  evidance:", "evidence"],
  ["a place of an erratum", errata, "differs: [server]", "differ: [server]", "differs"],
].map(([name = "", file = "", from = "", to = "", word = ""]) => ({
  name: `a misspelt key of ${name}`,
  file,
  from,
  to,
  line: to.trim(),
  message: `${word}의 오타인지 확인하십시오.`,
}));

const references: Mistake[] = [
  ["a missing file", request, "RequestDataHeader.yaml", "RequestDataHeadr.yaml"],
  ["a part of a file", request, "RequestDataHeader.yaml", "RequestDataHeader.yaml#/nope"],
  ["another server", request, "../../common/schemas/RequestDataHeader.yaml", "https://example.com/a.yaml"],
  ["itself", request, "../../common/schemas/RequestDataHeader.yaml", "./CreditLoanBasicInfoRequest.yaml"],
  ["another kind of file", token, "schemas/ResponseEnvelope", "examples/GatewayErrorPage"],
  ["a path that is not there", "openapi.yaml", "paths/checkToken", "paths/checkTokn"],
].map(([name = "", file = "", from = "", to = ""]) => ({
  name: `a $ref to ${name}`,
  file,
  from,
  to,
  line: to,
  message: "$ref",
}));

const others: Mistake[] = [
  ...["418", "4XX", "99", "default"].map((status) => ({
    name: `a status ${status}`,
    file: token,
    from: '"404"',
    to: `"${status}"`,
    line: `"${status}"`,
    message: `${status}: 이 명세에서 사용하지 않는 상태 코드입니다.`,
  })),
  {
    name: "a catalogue status 418",
    file: "common/error-codes.yaml",
    from: "status: [400]",
    to: "status: [418]",
    line: "[418]",
    message: "쓸 수 없는 값입니다.",
  },
  { name: "no length", file: header, from: "    maxLength: 39\n", to: "", line: "UTZPE_CNCT_IPAD:", message: "S(39)" },
  { name: "another length", file: header, from: "maxLength: 39", to: "maxLength: 40", line: "40", message: "S(39)" },
  { name: "another type", file: header, from: "type: string", to: "type: integer", line: "integer", message: "S(39)" },
  {
    name: "no name",
    file: header,
    from: "    title: 이용자접속IP주소\n",
    to: "",
    line: "UTZPE_CNCT_IPAD:",
    message: "이름",
  },
  {
    name: "no name of an object that several places share",
    file: "common/schemas/ResponseDataHeader.yaml",
    from: /^title: .*\n/m,
    to: "",
    line: "type: object",
    message: "title 값이 없거나 비어 있습니다.",
  },
  {
    name: "no summary of an example that several places share",
    file: "common/examples/GatewayErrorPage.yaml",
    from: /^summary: .*\n/m,
    to: "",
    line: "",
    message: "summary 값이 없거나 비어 있습니다.",
  },
  {
    name: "a misspelt required name",
    file: header,
    from: "- UTZPE_CNCT_IPAD",
    to: "- UTZPE_CNCT_IPDA",
    line: "UTZPE_CNCT_IPDA",
    message: "UTZPE_CNCT_IPAD의 오타인지",
  },
  {
    name: "a misspelt code of a pointer",
    file: header,
    from: "code: UTZPE_CNCT_IPAD",
    to: "code: UTZPE_CNCT_IPDA",
    line: "code: UTZPE_CNCT_IPDA",
    message: "UTZPE_CNCT_IPAD의 오타인지",
  },
  {
    name: "a misspelt code of a row",
    file: fields,
    from: "code: UTZPE_CNCT_IPAD",
    to: "code: UTZPE_CNCT_IPDA",
    line: "",
    message: "UTZPE_CNCT_IPDA의 오타인지",
  },
  {
    name: "a misspelt erratum",
    file: header,
    from: "x-errata: [line-wraps]",
    to: "x-errata: [line-wrap]",
    line: "[line-wrap]",
    message: "line-wraps의 오타인지",
  },
  {
    name: "a misspelt place of an erratum",
    file: errata,
    from: "getCreditLoanBasicInfo.yaml#/post",
    to: "getCreditLoanBasicInfo.yaml#/pst",
    line: "#/pst",
    message: "자리가 없습니다.",
  },
];

describe("one mistake gets one finding, on its line", () => {
  test.each([...yaml, ...keys, ...references, ...others])("$name", async ({ file, from, to, line, message }) => {
    const dir = copySpec((edit) => edit(file, from, to));
    const { findings } = await lintSpec(dir, true);
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding?.message).toContain(message);
    expect(finding?.message).toMatch(/[가-힣].*\.$/);
    if (line === "") return;
    expect(finding?.file).toBe(join(dir, file));
    const text = readFileSync(join(dir, file), "utf8").split("\n");
    expect(text[Number(finding?.line) - 1]).toContain(line);
  });
});
