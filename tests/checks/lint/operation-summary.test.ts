import { operationDocument, testHouseRule } from "../../support/rules.ts";

testHouseRule("operation-summary", [
  { name: "Korean", document: operationDocument({ summary: "토큰 확인" }), errors: [] },
  { name: "none", document: operationDocument({}), errors: ['"get.summary" property must be truthy'] },
  {
    name: "English",
    document: operationDocument({ summary: "Check" }),
    errors: ['"Check" must match the pattern "[가-힣]"'],
  },
]);
