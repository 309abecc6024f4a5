import { sourceForm } from "../../../scripts/checks/lint/rules/source-form.ts";
import { testSpecRule } from "../../support/rules.ts";

const fields = "source/fields.yaml";
const errata = "source/errata.yaml";

testSpecRule(sourceForm, [
  {
    name: "a row with a type that is none",
    change: (edit) => edit(fields, "type: S(39)", "type: VARCHAR(39)"),
    errors: [`spec/${fields} type 값 "VARCHAR(39)"의 형식이 다릅니다. 다음처럼 지정하십시오: S(39)`],
  },
  {
    name: "a misspelt key that must be there",
    change: (edit) => edit(errata, "  evidence:", "  evidance:"),
    errors: [`spec/${errata} evidance 키는 여기에 쓸 수 없습니다. evidence의 오타인지 확인하십시오.`],
  },
  {
    name: "another word for a key that must be there",
    change: (edit) => edit(errata, "  evidence:", "  proof:"),
    errors: [`spec/${errata} proof 키는 여기에 쓸 수 없습니다. 빠진 키 evidence의 다른 이름인지 확인하십시오.`],
  },
  {
    name: "a misspelt value of a list",
    change: (edit) => edit(errata, "kind: decision", "kind: descision"),
    errors: [
      `spec/${errata} kind 값 "descision": 쓸 수 없는 값입니다. 다음 가운데 하나를 지정하십시오: transcription, document, decision. decision의 오타인지 확인하십시오.`,
    ],
  },
  {
    name: "a number for a text",
    change: (edit) => edit(fields, 'section: "4.1.2"', "section: 4.1"),
    errors: [`spec/${fields} section 값의 타입이 다릅니다. 문자열 자리에 숫자 값이 있습니다.`],
  },
  {
    name: "an error code without advice, and one with a status outside the list",
    change: (edit) => {
      edit("common/error-codes.yaml", /^ {4}action: .*\n/m, "");
      edit("common/error-codes.yaml", "status: [504]", "status: [418]");
    },
    errors: [
      "spec/common/error-codes.yaml action 키가 없습니다. 값을 지정하십시오.",
      "spec/common/error-codes.yaml status 값 418: 쓸 수 없는 값입니다. 다음 가운데 하나를 지정하십시오: 400, 401,",
    ],
  },
  {
    name: "an empty file",
    change: (edit) => edit("source/portal.yaml", /[^]*/, ""),
    errors: ["spec/source/portal.yaml 파일이 없거나 비어 있습니다."],
  },
]);
