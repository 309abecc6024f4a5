import { endpointIsFile } from "../../../scripts/checks/lint/rules/endpoint-is-file.ts";
import { testSpecRule } from "../../support/rules.ts";

const ref = "$ref: ./oauth/paths/checkToken.yaml";
const error =
  "spec/openapi.yaml /oap/wb/v2/oauth/tokencheck 경로의 값이 ./{서비스}/paths/{operationId}.yaml을 가리키는 $ref가 아닙니다.";

testSpecRule(endpointIsFile, [
  { name: "an inline path", change: (edit) => edit("openapi.yaml", ref, "get: {}"), errors: [error] },
  {
    name: "a file elsewhere",
    change: (edit) => edit("openapi.yaml", ref, "$ref: ./common/checkToken.yaml"),
    errors: [error],
  },
]);
