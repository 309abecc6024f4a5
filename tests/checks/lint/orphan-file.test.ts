import { cpSync } from "node:fs";
import { join } from "node:path";
import { orphanFile } from "../../../scripts/checks/lint/rules/orphan-file.ts";
import { testSpecRule } from "../../support/rules.ts";

testSpecRule(orphanFile, [
  {
    name: "a file that nothing refers to",
    change: (_edit, dir) =>
      cpSync(join(dir, "credit/schemas/CreditLoanAccount.yaml"), join(dir, "credit/schemas/Unused.yaml")),
    errors: ["spec/credit/schemas/Unused.yaml openapi.yaml에서 참조되지 않는 파일입니다."],
  },
  {
    name: "an example that is no longer listed",
    change: (edit) => edit("credit/paths/getCreditLoanBasicInfo.yaml", /            noAccounts:\n.*\n/, ""),
    errors: ["spec/credit/examples/CreditLoanBasicInfoNoAccounts.yaml"],
  },
]);
