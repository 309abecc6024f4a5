import { operationDocument, testHouseRule } from "../support/rules.ts";

testHouseRule("operation-key-order", [
  { name: "in order", document: operationDocument({ operationId: "a", summary: "가", responses: {} }), errors: [] },
  {
    name: "out of order",
    document: operationDocument({ summary: "가", operationId: "a", responses: {} }),
    errors: ["operationId가 summary보다 앞에 있어야 합니다. 순서: operationId, summary, responses"],
  },
  {
    name: "an unknown key",
    document: operationDocument({ operationId: "a", deprecated: true }),
    errors: ["deprecated는 정해진 키가 아닙니다. 정해진 키: operationId, summary, description, tags, security, parameters, requestBody, responses, x-source, x-errata"],
  },
]);
