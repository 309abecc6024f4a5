import { operationDocument, testHouseRule } from "../../support/rules.ts";

testHouseRule("operation-key-order", [
  { name: "in order", document: operationDocument({ operationId: "a", summary: "가", responses: {} }), errors: [] },
  {
    name: "out of order",
    document: operationDocument({ summary: "가", operationId: "a", responses: {} }),
    errors: ["키의 순서가 다릅니다: summary 앞에 operationId. 순서: operationId, summary, responses"],
  },
  {
    name: "an unknown key",
    document: operationDocument({ operationId: "a", deprecated: true }),
    errors: [
      "정해진 키가 아닙니다: deprecated. 정해진 키: operationId, summary, description, tags, security, parameters, requestBody, responses, x-source, x-errata",
    ],
  },
]);
