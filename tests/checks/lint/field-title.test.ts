import { schemaDocument, testHouseRule } from "../../support/rules.ts";

testHouseRule("field-title", [
  { name: "a Korean name", document: schemaDocument({ properties: { GLBL_ID: { title: "글로벌ID" } } }), errors: [] },
  {
    name: "none",
    document: schemaDocument({ properties: { GLBL_ID: { type: "string" } } }),
    errors: ["GLBL_ID.title 값이 없거나 비어 있습니다. 값을 지정하십시오."],
  },
  {
    name: "an English name, in a nested list",
    document: schemaDocument({
      properties: { L: { title: "반복부", items: { properties: { A: { title: "account" } } } } },
    }),
    errors: ['"account" 값이 정해진 형식이 아닙니다.'],
  },
]);
