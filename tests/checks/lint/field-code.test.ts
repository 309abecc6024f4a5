import { schemaDocument, testHouseRule } from "../../support/rules.ts";

const error = (code: string): string => `대문자, 숫자, 밑줄로 된 필드 코드가 아닙니다: ${code}.`;

testHouseRule("field-code", [
  {
    name: "UPPER_SNAKE inside the envelope",
    document: schemaDocument({ properties: { dataBody: { properties: { ZPNO_1: {}, CNT: {} } } } }),
    errors: [],
  },
  { name: "camelCase", document: schemaDocument({ properties: { zipCode: {} } }), errors: [error("zipCode")] },
  { name: "a trailing underscore", document: schemaDocument({ properties: { ZPNO_: {} } }), errors: [error("ZPNO_")] },
]);
