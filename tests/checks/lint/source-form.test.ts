import { sourceForm } from "../../../scripts/checks/lint/rules/source-form.ts";
import { testSpecRule } from "../../support/rules.ts";

testSpecRule(sourceForm, [
  {
    name: "a row with a type that is none",
    change: (edit) => edit("source/fields.yaml", "type: S(39)", "type: VARCHAR(39)"),
    errors: ["spec/source/fields.yaml:6 /0/rows/0/type must match pattern"],
  },
  {
    name: "an erratum without evidence",
    change: (edit) => edit("source/errata.yaml", "  evidence:", "  proof:"),
    errors: [
      "spec/source/errata.yaml:2 /0 must have required property 'evidence'",
      "spec/source/errata.yaml:2 /0 must NOT have additional properties",
    ],
  },
  {
    name: "an error code without advice, and one with a status outside the list",
    change: (edit) => {
      edit("common/error-codes.yaml", "    action: 4.1.2의 필수 항목 키를 모두 보내는지 확인합니다.\n", "");
      edit("common/error-codes.yaml", "status: [504]", "status: [599]");
    },
    errors: [
      "spec/common/error-codes.yaml:7 /codes/0 must have required property 'action'",
      "spec/common/error-codes.yaml:43 /codes/3/status/0 must be equal to one of the allowed values",
    ],
  },
  {
    name: "a request line without a path",
    change: (edit) => edit("source/document.yaml", ", path: /oap/wb/v2/oauth/tokencheck", ""),
    errors: ["spec/source/document.yaml:9 /requests/1 must have required property 'path'"],
  },
]);
