import { schemaDocument, testHouseRule } from "../../support/rules.ts";

const pattern = "(니다|어요|해요|까)[.?!]?$|[.?!]$";

testHouseRule("field-title-noun", [
  {
    name: "a noun",
    document: schemaDocument({ properties: { A: { title: "개인(신용)정보조회 동의서" } } }),
    errors: [],
  },
  {
    name: "a sentence",
    document: schemaDocument({ properties: { A: { title: "동의서입니다" } } }),
    errors: [`"동의서입니다" must not match the pattern "${pattern}"`],
  },
  {
    name: "a full stop",
    document: schemaDocument({ properties: { A: { title: "동의서." } } }),
    errors: [`"동의서." must not match the pattern "${pattern}"`],
  },
]);
