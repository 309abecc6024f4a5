import assert from "node:assert/strict";
import { exampleRequest } from "../../bundle/example-request.ts";
import { errorStatuses, operationsOf } from "../../bundle/openapi.ts";
import type { Check, CheckGroup } from "./check.ts";
import type { BodyExample, SpecUnderTest } from "./spec-under-test.ts";

/** The server answers with the examples of the spec: each that is asked for, and the first where none is. */
export const responses: CheckGroup = {
  name: "responses",
  needs: "server",
  checks: (spec) =>
    operationsOf(spec.api).flatMap((one) => {
      const { operationId } = one.operation;
      const request = exampleRequest(spec.api, one);
      const own = spec.examples.filter(
        (example) => example.operationId === operationId && example.status !== undefined,
      );
      const json = own.filter(({ contentType }) => contentType === "application/json");
      return [
        ...own.map((example) => exampleCheck(spec, request, example)),
        {
          name: `${operationId}: success and every error status have an example`,
          run: () => assert.deepEqual([...new Set(json.map(({ status }) => status))], [200, ...errorStatuses]),
        },
        {
          name: `${operationId}: the first example answers a request that asks for none`,
          async run() {
            const reply = await spec.call(request);
            assert.deepEqual([reply.status, reply.json()], [200, json.find(({ status }) => status === 200)?.value]);
          },
        },
      ];
    }),
};

function exampleCheck(spec: SpecUnderTest, request: ReturnType<typeof exampleRequest>, wanted: BodyExample): Check {
  const { operationId, status, contentType, name, value, schemaPointer } = wanted;
  return {
    name: `${operationId} ${status} ${contentType} ${name} over HTTP`,
    async run() {
      const headers = { ...request.headers, Accept: contentType, Prefer: `code=${status}, example=${name}` };
      const reply = await spec.call({ ...request, headers });
      assert.deepEqual([reply.status, reply.contentType], [status, contentType]);
      const body = contentType === "application/json" ? reply.json() : reply.text;
      const isExtended = spec.addsGlobalId && status !== 200 && contentType === "application/json";
      assert.deepEqual(body, isExtended ? { ...(value as object), dataHeader: headerOf(body) } : value);
      const validate = spec.validatorAt(schemaPointer);
      validate(body);
      assert.deepEqual(validate.errors ?? [], []);
    },
  };
}

const headerOf = (body: unknown): unknown => (body as { dataHeader?: unknown }).dataHeader;
