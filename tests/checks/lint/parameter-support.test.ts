import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parameterSupport } from "../../../scripts/checks/lint/rules/parameter-support.ts";
import { type Edit } from "../../support/project.ts";
import { testSpecRule } from "../../support/rules.ts";

const loan = "credit/paths/getCreditLoanBasicInfo.yaml";
const token = "oauth/paths/checkToken.yaml";

/** Gives the token check parameters, each a line of YAML. */
const withParameters = (edit: Edit, ...parameters: string[]): void =>
  edit(token, "  responses:", `  parameters:\n${parameters.map((one) => `    - ${one}\n`).join("")}  responses:`);

const optional = "{ name: INQ_DT, in: query, schema: { type: string } }";

testSpecRule(parameterSupport, [
  { name: "a query parameter", change: (edit) => withParameters(edit, optional), errors: [] },
  {
    name: "a cookie, and a list",
    change: (edit) =>
      withParameters(
        edit,
        optional.replace("query", "cookie"),
        "{ name: CODES, in: query, schema: { type: array, items: { type: string } } }",
      ),
    errors: [
      `spec/${token} INQ_DT: cookie 자리의 파라미터는 지원하지 않습니다.`,
      `spec/${token} CODES: 값이 하나인 파라미터만 지원합니다.`,
    ],
  },
  {
    name: "a variable of the path that nothing defines",
    change: (edit) => edit("openapi.yaml", /^( {2}\/\S*tokencheck):/m, "$1/{INQ_DT}:"),
    errors: ["경로 변수 INQ_DT: 정의되지 않았습니다."],
  },
  {
    name: "what a file of its own defines, once for all that refer to it",
    change: (edit, dir) => {
      mkdirSync(join(dir, "common/parameters"));
      writeFileSync(
        join(dir, "common/parameters/InquiryDate.yaml"),
        "name: INQ_DT\nin: cookie\nschema: { type: string }\n",
      );
      withParameters(edit, "$ref: ../../common/parameters/InquiryDate.yaml");
      edit(loan, /^(get|post):$/gm, "$1:\n  parameters: [{ $ref: ../../common/parameters/InquiryDate.yaml }]");
    },
    errors: ["spec/common/parameters/InquiryDate.yaml INQ_DT: cookie"],
  },
]);
