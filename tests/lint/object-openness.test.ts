import { mediaTypeDocument, schemaDocument, testHouseRule } from "../support/rules.ts";

const closed = { type: "object", additionalProperties: false };
const open = { type: "object" };

testHouseRule("object-openness", [
  { name: "a closed request", document: schemaDocument({ ...closed, properties: { dataBody: closed } }), errors: [] },
  { name: "an open object in a request", document: schemaDocument({ ...closed, properties: { L: { type: "array", items: open } } }), errors: ["요청 객체가 열려 있습니다."] },
  { name: "an open answer", document: mediaTypeDocument({ schema: { ...open, properties: { dataBody: open } } }), errors: [] },
  { name: "a closed object in an answer", document: mediaTypeDocument({ schema: { ...open, properties: { dataBody: closed } } }), errors: ["응답 객체가 닫혀 있습니다."] },
]);
