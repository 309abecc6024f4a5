import { schemaDocument, testHouseRule } from "../../support/rules.ts";

const field = (source: unknown, rest: object = {}): object => ({
  required: ["A"],
  properties: { A: { type: "string", maxLength: 39, "x-source": source, ...rest } },
});
const good = { section: "4.1.2", type: "S(39)", required: "Y" };
const form = 'A의 x-source: { section: "4.1.2", type: S(39), required: "Y" }의 형식이 아닙니다.';

testHouseRule("field-source", [
  { name: "as in the document", document: schemaDocument(field(good)), errors: [] },
  {
    name: "the envelope needs none",
    document: schemaDocument({ properties: { dataBody: { properties: {} } } }),
    errors: [],
  },
  { name: "missing", document: schemaDocument(field(undefined)), errors: [form] },
  { name: "a section that is none", document: schemaDocument(field({ ...good, section: "four" })), errors: [form] },
  { name: "a type that is none", document: schemaDocument(field({ ...good, type: "string" })), errors: [form] },
  { name: "a mark that is none", document: schemaDocument(field({ ...good, required: true })), errors: [form] },
  {
    name: "another length",
    document: schemaDocument(field({ ...good, type: "S(40)" })),
    errors: ["A의 maxLength: 명세 39, 원문의 타입 S(40)."],
  },
  {
    name: "another mark",
    document: schemaDocument(field({ ...good, required: "N" })),
    errors: ["A의 필수 여부: 명세 Y, 원문 N."],
  },
  {
    name: "a number, whose digits maxLength does not count",
    document: schemaDocument({
      properties: { A: { type: "number", "x-source": { section: "4.1.3", type: "D(5,2)", required: "N" } } },
    }),
    errors: [],
  },
  {
    name: "another length with an erratum",
    document: schemaDocument(field({ ...good, type: "S(1)" }, { "x-errata": ["account-number"] })),
    errors: [],
  },
]);
