import { operationDocument, testHouseRule } from "../../support/rules.ts";

testHouseRule("operation-summary", [
  { name: "Korean", document: operationDocument({ summary: "토큰 확인" }), errors: [] },
  {
    name: "none",
    document: operationDocument({}),
    errors: ["get.summary 값이 없거나 비어 있습니다. 값을 지정하십시오."],
  },
  {
    name: "English",
    document: operationDocument({ summary: "Check" }),
    errors: ['"Check" 값이 정해진 형식이 아닙니다.'],
  },
]);
