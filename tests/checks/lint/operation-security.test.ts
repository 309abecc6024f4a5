import { operationDocument, testHouseRule } from "../../support/rules.ts";

testHouseRule("operation-security", [
  {
    name: "two alternatives",
    document: operationDocument({ security: [{ appKey: [] }, { appKey: [], bearer: [] }] }),
    errors: [],
  },
  { name: "none", document: operationDocument({}), errors: ["get에 security 키가 없습니다. 값을 지정하십시오."] },
  {
    name: "an empty list",
    document: operationDocument({ security: [] }),
    errors: ["security 값은 1개 이상이어야 합니다."],
  },
  {
    name: "an alternative without a scheme",
    document: operationDocument({ security: [{}] }),
    errors: ["1번째 항목은 1개 이상이어야 합니다."],
  },
]);
