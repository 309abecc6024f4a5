import assert from "node:assert/strict";
import { operationsOf } from "../../bundle/openapi.ts";
import type { Check, CheckGroup } from "./check.ts";
import { type Case, credentials, loanPath, type Subject, tokenPath } from "./subject.ts";

/** The operation's own first example as a request; no body where none is required. */
function requestOf({ api, cases }: Subject, { operationId, path, method }: Case) {
  const isRequired = api.paths[path]?.[method]?.requestBody?.required === true;
  const example = cases.find((one) => isRequired && one.operationId === operationId && one.status === undefined);
  const headers = { ...credentials, ...(example === undefined ? {} : { "content-type": example.contentType }) };
  return { method: method.toUpperCase(), headers, body: example?.value };
}

function exampleCheck(subject: Subject, wanted: Case): Check {
  return {
    name: `every operation × status × example over HTTP: ${wanted.operationId} ${wanted.status} ${wanted.contentType} ${wanted.name}`,
    async run() {
      const request = requestOf(subject, wanted);
      const headers = {
        ...request.headers,
        accept: wanted.contentType,
        prefer: `code=${wanted.status}, example=${wanted.name}`,
      };
      const reply = await subject.ask(wanted.path, { ...request, headers });
      assert.equal(reply.status, wanted.status);
      assert.equal(reply.contentType, wanted.contentType);
      const body = wanted.contentType === "text/html" ? reply.text : reply.json();
      assert.deepEqual(
        body,
        subject.addsGlobalId && wanted.status !== 200 ? withGlobalId(wanted.value, body) : wanted.value,
      );
      const validate = subject.validatorAt(wanted.schemaPointer);
      validate(body);
      assert.deepEqual(validate.errors ?? [], []);
    },
  };
}

/** An error as the sandbox sends it: with a GLBL_ID in the bank's form. */
function withGlobalId(value: unknown, body: unknown): unknown {
  if (typeof value === "string") return value;
  const { dataHeader } = body as { dataHeader: { GLBL_ID: string } };
  assert.match(dataHeader.GLBL_ID, /^20\d{6}SANDBOX\w[0-2]\d[0-5]\d[0-5]\d00\d{8}$/);
  return { ...(value as object), dataHeader };
}

/** The mock answers with the examples of the spec, each of them, and with the document's where nothing is chosen. */
export const responses: CheckGroup = {
  name: "responses",
  asks: "either",
  checks(subject) {
    const answers = subject.cases.filter(({ status }) => status !== undefined);
    return [
      ...answers.map((wanted) => exampleCheck(subject, wanted)),
      {
        name: "each operation has an example for 200 and every error status",
        run() {
          for (const { operation } of operationsOf(subject.api)) {
            const own = answers.filter(
              ({ operationId, contentType }) =>
                operationId === operation.operationId && contentType === "application/json",
            );
            const statuses = new Set(own.map(({ status }) => status));
            assert.deepEqual(
              [operation.operationId, ...statuses],
              [operation.operationId, 200, 400, 401, 403, 404, 405, 500, 503, 504],
            );
          }
        },
      },
      ...["GET", "POST"].map((method) => ({
        name: `${method} with the document's request answers the corrected 4.1.5`,
        async run() {
          const headers = {
            appkey: "SANDBOX-APP-KEY",
            secretkey: "SANDBOX-SECRET-KEY",
            "content-type": "application/json",
          };
          const reply = await subject.ask(loanPath, { method, headers, body: subject.sampleRequest() });
          assert.equal(reply.status, 200);
          assert.partialDeepStrictEqual(reply.json(), {
            dataBody: {
              LN_AVL_AM: "350000000",
              SGI_TSBSR_NO: "1005905932948090",
              CNT: "1",
              ACCOUNT_LIST: [{ CUS_USG_ACNO: "1111111111111" }],
            },
          });
        },
      })),
      {
        name: "tokencheck takes the document's Content-Type with an empty body",
        async run() {
          const headers = {
            appkey: "SANDBOX-APP-KEY",
            authorization: "Bearer SANDBOX-ACCESS-TOKEN",
            "content-type": "application/x-www-form-urlencoded",
          };
          const reply = await subject.ask(tokenPath, { headers });
          assert.equal(reply.status, 200);
          assert.deepEqual(reply.json(), { dataHeader: {}, dataBody: {} });
        },
      },
    ];
  },
};
