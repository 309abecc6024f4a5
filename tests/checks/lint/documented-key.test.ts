import { documentedKey } from "../../../scripts/checks/lint/rules/documented-key.ts";
import { testSpecRule } from "../../support/rules.ts";

testSpecRule(documentedKey, [
  {
    name: "a key that the table lacks",
    change: (edit) => edit("oauth/paths/checkToken.yaml", "x-source:", "x-internal: true\n  x-source:"),
    errors: ["spec/oauth/paths/checkToken.yaml x-internal: spec/README.md의 표에 없는 키입니다."],
  },
  {
    name: "a row that no key uses",
    change: (edit) => edit("README.md", "| `x-omits` |", "| `x-unused` | 없음 | 없습니다. |\n| `x-omits` |"),
    errors: ["spec/README.md x-unused: 표에 있지만 사용하는 곳이 없습니다."],
  },
  {
    name: "a row of the roles that lacks one",
    change: (edit) => edit("README.md", "errorMessage, errorList", "errorList"),
    errors: ["spec/README.md x-role: 표에 errorMessage 값이 없습니다."],
  },
]);
