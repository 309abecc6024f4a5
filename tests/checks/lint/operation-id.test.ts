import { operationDocument, testHouseRule } from "../../support/rules.ts";

testHouseRule("operation-id", [
  { name: "camelCase", document: operationDocument({ operationId: "checkToken" }), errors: [] },
  { name: "none", document: operationDocument({}), errors: ['"get.operationId" property must be truthy'] },
  {
    name: "kebab-case",
    document: operationDocument({ operationId: "check-token" }),
    errors: ['"check-token" must match the pattern "^[a-z][A-Za-z0-9]*$"'],
  },
]);
