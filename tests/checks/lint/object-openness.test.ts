import { mediaTypeDocument, schemaDocument, testHouseRule } from "../../support/rules.ts";

const closed = { type: "object", additionalProperties: false };
const open = { type: "object", properties: {} };

testHouseRule("object-openness", [
  { name: "a closed request", document: schemaDocument({ ...closed, properties: { dataBody: closed } }), errors: [] },
  {
    name: "an open object in a request",
    document: schemaDocument({ ...closed, properties: { L: { type: "array", items: open } } }),
    errors: ["요청 객체가 모르는 키를 허용합니다. additionalProperties: false를 지정하십시오."],
  },
  {
    name: "an open answer",
    document: mediaTypeDocument({ schema: { ...open, properties: { dataBody: open } } }),
    errors: [],
  },
  {
    name: "a closed object in an answer",
    document: mediaTypeDocument({ schema: { ...open, properties: { dataBody: closed } } }),
    errors: ["응답 객체가 모르는 키를 허용하지 않습니다. additionalProperties: false를 지우십시오."],
  },
  {
    name: "an answer open to texts alone",
    document: mediaTypeDocument({ schema: { ...open, additionalProperties: { type: "string" } } }),
    errors: ["응답 객체가 모르는 키를 허용하지 않습니다. additionalProperties: false를 지우십시오."],
  },
  {
    name: "an answer that lists no field",
    document: mediaTypeDocument({ schema: { type: "object", additionalProperties: true } }),
    errors: [],
  },
  {
    name: "an answer that lists no field and does not say that it is open",
    document: mediaTypeDocument({ schema: { type: "object" } }),
    errors: ["필드가 없는 응답 객체에 additionalProperties: true가 없습니다."],
  },
]);
