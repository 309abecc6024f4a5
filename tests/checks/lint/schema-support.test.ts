import { schemaSupport } from "../../../scripts/checks/lint/rules/schema-support.ts";
import { testSpecRule } from "../../support/rules.ts";

const file = "common/schemas/ErrorListItem.yaml";
const answer = "common/schemas/ResponseDataHeader.yaml";

/** What is put in place of the type of an optional field, and a part of the finding. */
const fields: [name: string, schema: string, message: string][] = [
  ["a choice of schemas", "oneOf: [{ type: string }]", "oneOf: 지원하지 않는 키워드입니다."],
  ["a format, which Prism alone would check", "type: string, format: date", "format: 지원하지 않는 키워드입니다."],
  [
    "several types",
    "type: [string, 'null']",
    "type: 형식이 다릅니다. 쓸 수 있는 값: string, number, integer, boolean, array, object.",
  ],
  [
    "an unreadable pattern",
    "type: string, pattern: '('",
    "pattern: 형식이 다릅니다. 쓸 수 있는 값: u 플래그로 읽을 수 있는 정규식",
  ],
  ["a negative length", "type: string, maxLength: -1", "maxLength: 형식이 다릅니다. 쓸 수 있는 값: 0 이상의 정수"],
  ["a bound without a type", "maxLength: 3", "maxLength: type이 다음일 때만 사용할 수 있습니다: string."],
  ["an empty enum", "type: string, enum: []", "enum: 형식이 다릅니다. 쓸 수 있는 값: 값이 하나 이상 있는 목록"],
  [
    "a rule beside a reference",
    `$ref: ./${answer.split("/").at(-1)}, required: [GLBL_ID]`,
    "required: $ref 옆의 제약은",
  ],
  [
    "a required code that is no field",
    "type: object, required: [NOWHERE]",
    "required의 NOWHERE: properties에 없는 코드입니다.",
  ],
  [
    "additional properties by schema",
    "type: object, additionalProperties: { type: string }",
    "additionalProperties: 형식이 다릅니다. 쓸 수 있는 값: true나 false",
  ],
];

testSpecRule(schemaSupport, [
  ...fields.map(([name, schema, message]) => ({
    name,
    change: (edit: (path: string, from: RegExp | string, to: string) => void) =>
      edit(file, /properties:\n/, `properties:\n  NEW_FLD: { ${schema} }\n`),
    errors: [`${file} ${message}`],
  })),
  {
    name: "all that is supported",
    change: (edit) =>
      edit(
        file,
        /properties:\n/,
        `properties:
  A: { type: string, minLength: 1, maxLength: 3, pattern: "^[0-9]*$", enum: ["1"], title: 가, description: 나, x-sensitive: true }
  B: { type: integer, minimum: 0, maximum: 9, default: 1 }
  C: { type: array, minItems: 0, maxItems: 2, items: { const: 1 } }
  D: { type: object, minProperties: 0, maxProperties: 1, additionalProperties: false, required: [E], properties: { E: { type: boolean } } }
  F: { type: number, deprecated: true, examples: [1] }
`,
      ),
    errors: [],
  },
]);
