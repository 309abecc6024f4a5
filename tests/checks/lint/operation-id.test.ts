import { operationDocument, testHouseRule } from "../../support/rules.ts";

testHouseRule("operation-id", [
  { name: "camelCase", document: operationDocument({ operationId: "checkToken" }), errors: [] },
  {
    name: "none",
    document: operationDocument({}),
    errors: ["get.operationId 값이 없거나 비어 있습니다. 값을 지정하십시오."],
  },
  {
    name: "kebab-case",
    document: operationDocument({ operationId: "check-token" }),
    errors: ['"check-token" 값이 정해진 형식이 아닙니다.'],
  },
]);
