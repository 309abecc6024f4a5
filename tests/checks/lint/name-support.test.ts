import { renameSync } from "node:fs";
import { join } from "node:path";
import { nameSupport } from "../../../scripts/checks/lint/rules/name-support.ts";
import type { Edit } from "../../support/project.ts";
import { testSpecRule } from "../../support/rules.ts";

const token = "oauth/paths/checkToken.yaml";
const loan = "credit/paths/getCreditLoanBasicInfo.yaml";

const withId = (edit: Edit, id: string): void => edit(token, "operationId: checkToken", `operationId: ${id}`);

/** Renames a schema and what refers to it. */
function withSchema(edit: Edit, dir: string, name: string): void {
  renameSync(join(dir, "common/schemas/ErrorListItem.yaml"), join(dir, `common/schemas/${name}.yaml`));
  edit("common/schemas/ErrorDataBody.yaml", /ErrorListItem\.yaml/, `${name}.yaml`);
}

const ids: [name: string, id: string, message: string][] = [
  ["what is no identifier", '"a-b */ c"', "camelCase로 바꾸십시오."],
  ["a number", "404", "이름이 없습니다."],
  ["too long a name", "a".repeat(101), "이름이 101자입니다."],
  ["a reserved word", "delete", "JavaScript의 예약어여서"],
  ["a word that modules reserve", "await", "JavaScript의 예약어여서"],
  ["a name that Windows has no file for", "con", "Windows에서 파일 이름으로 사용할 수 없습니다."],
  ["what every object has", "toString", "모든 객체가 가진 이름입니다."],
  ["a global of JavaScript", "fetch", "JavaScript의 전역 이름입니다."],
  ["a method that the client has", "close", "클라이언트의 이름입니다."],
  ["a name that makes the client a promise", "then", "클라이언트의 이름입니다."],
  [
    "another's name in other letters",
    "getcreditloanbasicinfo",
    "다음 이름과 대소문자만 다릅니다(getCreditLoanBasicInfo).",
  ],
  ["another's name", "getCreditLoanBasicInfo", "이름이 두 번 있습니다."],
  ["one whose type a schema is", "creditLoanBasicInfo", "CreditLoanBasicInfoResponse(스키마의 이름)"],
  ["one whose type the client exports", "wooriApi", "WooriApiError(클라이언트의 이름)"],
];
const schemas: [name: string, schema: string, message: string][] = [
  [
    "a schema like a type of TypeScript",
    "Record",
    "common/schemas/Record.yaml 스키마 Record: TypeScript의 전역 이름입니다.",
  ],
  ["a schema like a global", "Response", "JavaScript의 전역 이름입니다."],
  ["a schema like an error of the client", "WooriError", "클라이언트의 이름입니다."],
  ["a schema that is no type", "a-b", "PascalCase로 바꾸십시오."],
];

testSpecRule(nameSupport, [
  ...ids.map(([name, id, message]) => ({ name, change: (edit: Edit) => withId(edit, id), errors: [message] })),
  ...schemas.map(([name, schema, message]) => ({
    name,
    change: (edit: Edit, dir: string) => withSchema(edit, dir, schema),
    errors: [message],
  })),
  {
    name: "a key that sets the prototype",
    change: (edit) =>
      edit("common/schemas/RequestDataHeader.yaml", "properties:", "properties:\n  __proto__: { type: string }"),
    errors: ["common/schemas/RequestDataHeader.yaml __proto__: 모든 JavaScript 객체가 가진 이름이어서"],
  },
  {
    name: "an error code that would be such a key",
    change: (edit) => edit("common/error-codes.yaml", /code: SYSCD01000$/m, "code: __proto__"),
    errors: ["common/error-codes.yaml __proto__:"],
  },
  {
    name: "several, all at once",
    change: (edit) => {
      withId(edit, "class");
      edit(loan, "operationId: postCreditLoanBasicInfo", "operationId: valueOf");
    },
    errors: ["operationId class", "operationId valueOf"],
  },
  {
    name: "members of every object as a field and as the name of an example",
    change: (edit) => {
      edit("common/schemas/ResponseDataHeader.yaml", "properties:", "properties:\n  constructor: { type: string }");
      edit(loan, "success:", "toString:");
    },
    errors: ["common/schemas/ResponseDataHeader.yaml constructor:", `${loan} toString:`],
  },
  {
    name: "half a character",
    change: (edit) => edit(token, "summary: 토큰 확인", 'summary: "토큰 \\uD800"'),
    errors: [`${token} 유니코드 문자가 아닌 코드`],
  },
  {
    name: "other words of JavaScript as fields",
    change: (edit) =>
      edit("common/schemas/ResponseDataHeader.yaml", "properties:", "properties:\n  prototype: { type: string }"),
    errors: [],
  },
]);
