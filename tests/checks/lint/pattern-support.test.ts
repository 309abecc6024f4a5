import { patternSupport } from "../../../scripts/checks/lint/rules/pattern-support.ts";
import type { Edit } from "../../support/project.ts";
import { testSpecRule } from "../../support/rules.ts";

const schema = "common/schemas/RequestDataHeader.yaml";

const slow = ["^(a+)+$", "(a|a)*$", "^(a|ab)*(b|c)*$x", "^\\d*\\d*$", "a*$", "^\\s+|\\s+$", "([a-z]+)*=", "(x+x+)+y"];
const linear = [
  "^[0-9]{1,15}$",
  "^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$",
  "^(Y|N)?$",
  "^\\d{2,3}-\\d{3,4}-\\d{4}$",
  "^\\p{L}+$",
];

const having = (pattern: string) => (edit: Edit) =>
  edit(schema, "maxLength: 39", `maxLength: 39\n    pattern: '${pattern.replaceAll("$", "$$$$")}'`);

testSpecRule(patternSupport, [
  ...slow.map((pattern) => ({
    name: `${pattern}, which may take forever`,
    change: having(pattern),
    errors: [`${schema} pattern: 문자열에 따라 판정이 끝나지 않을 수 있는 정규식입니다.`],
  })),
  ...linear.map((pattern) => ({ name: `${pattern}, which takes linear time`, change: having(pattern), errors: [] })),
]);
