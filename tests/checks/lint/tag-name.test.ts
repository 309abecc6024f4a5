import { testHouseRule } from "../../support/rules.ts";

const documentOf = (tag: object): object => ({
  openapi: "3.1.0",
  info: { title: "시험", version: "1" },
  tags: [tag],
  paths: {},
});

testHouseRule("tag-name", [
  { name: "a class's name", document: documentOf({ name: "CreditLoan", "x-displayName": "신용대출" }), errors: [] },
  {
    name: "a Korean name, of which no class can be made",
    document: documentOf({ name: "신용대출", "x-displayName": "신용대출" }),
    errors: ['"신용대출" 값이 정해진 형식이 아닙니다.'],
  },
  {
    name: "no Korean name",
    document: documentOf({ name: "CreditLoan" }),
    errors: ["[0].x-displayName 값이 없거나 비어 있습니다. 값을 지정하십시오."],
  },
  {
    name: "an English name for readers",
    document: documentOf({ name: "CreditLoan", "x-displayName": "Credit loan" }),
    errors: ['"Credit loan" 값이 정해진 형식이 아닙니다.'],
  },
]);
