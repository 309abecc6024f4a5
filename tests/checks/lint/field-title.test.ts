import { schemaDocument, testHouseRule } from "../../support/rules.ts";

testHouseRule("field-title", [
  { name: "a Korean name", document: schemaDocument({ properties: { GLBL_ID: { title: "글로벌ID" } } }), errors: [] },
  {
    name: "none",
    document: schemaDocument({ properties: { GLBL_ID: { type: "string" } } }),
    errors: ['"GLBL_ID.title" property must be truthy'],
  },
  {
    name: "an English name, in a nested list",
    document: schemaDocument({
      properties: { L: { title: "반복부", items: { properties: { A: { title: "account" } } } } },
    }),
    errors: ['"account" must match the pattern "[가-힣]"'],
  },
]);
