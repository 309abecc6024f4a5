import { operationDocument, testHouseRule } from "../../support/rules.ts";

testHouseRule("operation-security", [
  {
    name: "two alternatives",
    document: operationDocument({ security: [{ appKey: [] }, { appKey: [], bearer: [] }] }),
    errors: [],
  },
  { name: "none", document: operationDocument({}), errors: ['"get" property must have required property "security"'] },
  {
    name: "an empty list",
    document: operationDocument({ security: [] }),
    errors: ['"security" property must not have fewer than 1 items'],
  },
  {
    name: "an alternative without a scheme",
    document: operationDocument({ security: [{}] }),
    errors: ["Item at index 0 must not have fewer than 1 properties"],
  },
]);
