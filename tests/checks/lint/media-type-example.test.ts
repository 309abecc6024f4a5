import { mediaTypeDocument, operationDocument, testHouseRule } from "../../support/rules.ts";

const error = operationDocument({
  responses: { 400: { description: "오류입니다.", content: { "application/json": {} }, "x-error-status": 400 } },
});
const catalogue = (status: number): object => ({
  "x-error-catalogue": { codes: [{ code: "SYSCD02001", status: [status] }] },
});

testHouseRule("media-type-example", [
  { name: "a named example", document: mediaTypeDocument({ examples: { success: { value: {} } } }), errors: [] },
  { name: "none", document: mediaTypeDocument({}), errors: ["responses 200의 application/json에 예제가 없습니다."] },
  {
    name: "an empty map",
    document: mediaTypeDocument({ examples: {} }),
    errors: ["responses 200의 application/json에 예제가 없습니다."],
  },
  {
    name: "none for a request",
    document: operationDocument({ requestBody: { content: { "text/plain": {} } } }),
    errors: ["requestBody의 text/plain에 예제가 없습니다."],
  },
  { name: "an error status with a code in the catalogue", document: { ...error, ...catalogue(400) }, errors: [] },
  {
    name: "an error status without one",
    document: { ...error, ...catalogue(404) },
    errors: ["responses 400의 application/json에 예제가 없습니다."],
  },
]);
