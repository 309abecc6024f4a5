import { schemaDocument, testHouseRule } from "../../support/rules.ts";

testHouseRule("description-sentence", [
  { name: "합니다체", document: schemaDocument({ description: "금액입니다.\n원 단위로 적습니다.\n" }), errors: [] },
  {
    name: "a noun",
    document: schemaDocument({ description: "원 단위 금액" }),
    errors: ['"원 단위 금액" 값이 정해진 형식이 아닙니다.'],
  },
]);
