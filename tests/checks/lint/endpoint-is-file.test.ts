import { testHouseRule } from "../../support/rules.ts";

const document = (item: object): object => ({
  openapi: "3.1.1",
  info: { title: "시험", version: "1" },
  paths: { "/p": item },
});
const error = "/p가 ./{서비스}/paths/{operationId}.yaml을 가리키는 $ref가 아닙니다.";

testHouseRule("endpoint-is-file", [
  { name: "an inline path", document: document({ get: {} }), errors: [error] },
  {
    name: "a bundle is left alone",
    document: { ...document({ get: {} }), "x-generated": "npm run generate" },
    errors: [],
  },
]);
