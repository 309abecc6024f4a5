import { scenarioValue } from "../../../scripts/checks/lint/rules/scenario-value.ts";
import { testSpecRule } from "../../support/rules.ts";

const schema = "common/schemas/RequestDataHeader.yaml";
const line = "SANDBOX-noAccounts: example=noAccounts";

testSpecRule(scenarioValue, [
  {
    name: "an example that is not there",
    change: (edit) => edit(schema, line, "SANDBOX-noAccounts: example=noAccount"),
    errors: [`spec/${schema} noAccount: 응답의 예제에도 오류 코드표에도 없는 이름입니다.`],
  },
  {
    name: "an example that only a request has",
    change: (edit) => edit(schema, line, "SANDBOX-noAccounts: example=sample"),
    errors: [`spec/${schema} sample: 응답의 예제에도`],
  },
  {
    name: "a fault that is not there",
    change: (edit) => edit(schema, "fault=hang", "fault=sleep"),
    errors: ["쓸 수 있는 값은 hang, "],
  },
  {
    name: "nothing that the sandbox does",
    change: (edit) => edit(schema, line, "SANDBOX-noAccounts: noAccounts"),
    errors: [`spec/${schema} "noAccounts": example, fault, delay 가운데 하나를 지정하십시오.`],
  },
  {
    name: "a value that the field does not take",
    change: (edit) => edit(schema, "SANDBOX-noAccounts:", `${"X".repeat(101)}:`),
    errors: [`": 이 필드에 보낼 수 없는 값입니다.`],
  },
]);
