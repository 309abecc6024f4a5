import { schemaDocument, testHouseRule } from "../../support/rules.ts";

testHouseRule("field-title-noun", [
  {
    name: "a noun",
    document: schemaDocument({ properties: { A: { title: "개인(신용)정보조회 동의서" } } }),
    errors: [],
  },
  {
    name: "a sentence",
    document: schemaDocument({ properties: { A: { title: "동의서입니다" } } }),
    errors: ['"동의서입니다" 값은 쓸 수 없는 형식입니다.'],
  },
  {
    name: "a full stop",
    document: schemaDocument({ properties: { A: { title: "동의서." } } }),
    errors: ['"동의서." 값은 쓸 수 없는 형식입니다.'],
  },
]);
