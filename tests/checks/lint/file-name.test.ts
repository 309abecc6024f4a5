import { cpSync, renameSync } from "node:fs";
import { join } from "node:path";
import { fileName } from "../../../scripts/checks/lint/rules/file-name.ts";
import { testSpecRule } from "../../support/rules.ts";

testSpecRule(fileName, [
  {
    name: "a path file that is not named after its operation",
    change: (_edit, dir) =>
      renameSync(join(dir, "oauth/paths/checkToken.yaml"), join(dir, "oauth/paths/tokencheck.yaml")),
    errors: ["spec/oauth/paths/tokencheck.yaml 파일 이름 tokencheck: 첫 operationId(checkToken)와 다릅니다."],
  },
  {
    name: "a schema in camelCase",
    change: (_edit, dir) =>
      renameSync(join(dir, "credit/schemas/CreditLoanAccount.yaml"), join(dir, "credit/schemas/account.yaml")),
    errors: ["spec/credit/schemas/account.yaml 파일 이름 account: 형식이 다릅니다. PascalCase 이름을 지정하십시오."],
  },
  {
    name: "the same component name in two services",
    change: (_edit, dir) =>
      cpSync(join(dir, "credit/schemas/CreditLoanAccount.yaml"), join(dir, "oauth/schemas/CreditLoanAccount.yaml")),
    errors: [
      "spec/oauth/schemas/CreditLoanAccount.yaml 파일 이름 CreditLoanAccount: spec/credit/schemas/CreditLoanAccount.yaml에도 있습니다.",
    ],
  },
  {
    name: "a file outside the folders",
    change: (_edit, dir) =>
      cpSync(join(dir, "credit/schemas/CreditLoanAccount.yaml"), join(dir, "credit/Account.yaml")),
    errors: ["spec/credit/Account.yaml 정해진 폴더에 있지 않습니다."],
  },
]);
