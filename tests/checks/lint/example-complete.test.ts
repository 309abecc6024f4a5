import { mediaTypeDocument, testHouseRule } from "../../support/rules.ts";

const schema = { properties: { CNT: {}, ACCOUNT_LIST: { items: { properties: { CUS_USG_ACNO: {} } } } } };
const document = (value: object, omits?: string[]): object =>
  mediaTypeDocument({ schema, examples: { success: { value, ...(omits === undefined ? {} : { "x-omits": omits }) } } });

testHouseRule("example-complete", [
  { name: "every field", document: document({ CNT: "1", ACCOUNT_LIST: [{ CUS_USG_ACNO: "1" }] }), errors: [] },
  { name: "an empty list has no fields to show", document: document({ CNT: "0", ACCOUNT_LIST: [] }), errors: [] },
  { name: "one missing", document: document({ ACCOUNT_LIST: [] }), errors: ["예제 success에 CNT 필드가 없습니다."] },
  {
    name: "one missing in a list",
    document: document({ CNT: "1", ACCOUNT_LIST: [{}] }),
    errors: ["예제 success에 CUS_USG_ACNO 필드가 없습니다."],
  },
  { name: "one left out on purpose", document: document({ ACCOUNT_LIST: [] }, ["CNT"]), errors: [] },
  {
    name: "one said to be left out that is there",
    document: document({ CNT: "0", ACCOUNT_LIST: [] }, ["CNT"]),
    errors: ["예제 success의 x-omits에 CNT 코드가 있지만 예제에서 빠지지 않았습니다."],
  },
]);
