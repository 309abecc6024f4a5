import { enumLength } from "../../../scripts/checks/lint/rules/enum-length.ts";
import { testSpecRule } from "../../support/rules.ts";

const request = "credit/schemas/CreditLoanBasicInfoRequestDataBody.yaml";
const token = "oauth/paths/checkToken.yaml";

testSpecRule(enumLength, [
  {
    name: "a length beside a field's allowed values",
    change: (edit) => edit(request, '    enum: ["Y", "N"]', '    enum: ["Y", "N"]\n    maxLength: 1\n    minLength: 1'),
    errors: [`spec/${request} enum 옆의 minLength 줄을`, `spec/${request} enum 옆의 maxLength 줄을`],
  },
  {
    name: "a length beside a parameter's allowed values",
    change: (edit) =>
      edit(
        token,
        "  responses:",
        '  parameters:\n    - { name: KIND, in: query, schema: { type: string, enum: ["1"], maxLength: 1 } }\n  responses:',
      ),
    errors: [`spec/${token} enum 옆의 maxLength 줄을`],
  },
]);
