import { mediaTypeDocument, testHouseRule } from "../../support/rules.ts";

const envelope = { type: "object", required: ["dataHeader", "dataBody"], properties: { dataHeader: {}, dataBody: {} } };
const error = "JSON 본문이 dataHeader와 dataBody만을 필수로 가진 객체가 아닙니다.";

testHouseRule("json-envelope", [
  { name: "the envelope", document: mediaTypeDocument({ schema: envelope }), errors: [] },
  {
    name: "an optional part",
    document: mediaTypeDocument({ schema: { ...envelope, required: ["dataBody"] } }),
    errors: [error],
  },
  {
    name: "a third part",
    document: mediaTypeDocument({ schema: { ...envelope, properties: { ...envelope.properties, META: {} } } }),
    errors: [error],
  },
  { name: "a list", document: mediaTypeDocument({ schema: { ...envelope, type: "array" } }), errors: [error] },
]);
