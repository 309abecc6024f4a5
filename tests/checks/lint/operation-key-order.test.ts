import { operationKeyOrder } from "../../../scripts/checks/lint/rules/operation-key-order.ts";
import { testSpecRule } from "../../support/rules.ts";

const token = "oauth/paths/checkToken.yaml";

testSpecRule(operationKeyOrder, [
  {
    name: "out of order",
    change: (edit) => edit(token, /( {2}operationId: .*\n)( {2}summary: .*\n)/, "$2$1"),
    errors: [`spec/${token} 키의 순서가 다릅니다. summary 앞에 operationId 키를 두십시오.`],
  },
]);
