import { operationDocument, testHouseRule } from "../../support/rules.ts";

testHouseRule("error-status", [
  {
    name: "the same status",
    document: operationDocument({ responses: { 200: {}, 404: { "x-error-status": 404 } } }),
    errors: [],
  },
  {
    name: "none",
    document: operationDocument({ responses: { 404: {} } }),
    errors: ["404 응답에 x-error-status가 없습니다."],
  },
  {
    name: "another status",
    document: operationDocument({ responses: { 404: { "x-error-status": 403 } } }),
    errors: ["404 응답의 x-error-status가 403입니다."],
  },
  {
    name: "on a success",
    document: operationDocument({ responses: { 200: { "x-error-status": 200 } } }),
    errors: ["200 응답의 x-error-status가 200입니다."],
  },
]);
