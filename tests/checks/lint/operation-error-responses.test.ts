import { operationDocument, testHouseRule } from "../../support/rules.ts";

const statuses = [200, 400, 401, 403, 404, 405, 500, 503, 504];
const responses = (without?: number): object => ({
  responses: Object.fromEntries(statuses.filter((status) => status !== without).map((status) => [status, {}])),
});

testHouseRule("operation-error-responses", [
  { name: "all eight", document: operationDocument(responses()), errors: [] },
  ...statuses
    .slice(1)
    .map((status) => ({
      name: `without ${status}`,
      document: operationDocument(responses(status)),
      errors: [`responses에 ${status} 키가 없습니다. 값을 지정하십시오.`],
    })),
]);
