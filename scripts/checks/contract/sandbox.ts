import assert from "node:assert/strict";
import { exampleRequest, reproducingRequest } from "../../bundle/example-request.ts";
import { operationsOf } from "../../bundle/openapi.ts";
import type { Check, CheckGroup } from "./check.ts";
import { reachedFields } from "./documented-fields.ts";
import { changed } from "./field-values.ts";
import type { SpecUnderTest } from "./spec-under-test.ts";

/** The sandbox answers each code where the catalogue says so, and each input value gets the example it stands for. */
export const sandbox: CheckGroup = {
  name: "sandbox",
  needs: "sandbox",
  checks: (spec) => [...reproductionChecks(spec), ...scenarioChecks(spec)],
};

function reproductionChecks(spec: SpecUnderTest): Check[] {
  return spec.api["x-error-catalogue"].codes.map((row) => ({
    name: `${row.code} comes as it is said to be reproduced`,
    async run() {
      const reply = await spec.call(reproducingRequest(spec.api, row));
      assert.deepEqual([reply.status, reply.text.includes(`"${row.code}"`)], [row.status[0], true], reply.text);
    },
  }));
}

/** Every value of a field's `x-scenarios` that names a success example, sent to every operation that has both. */
function scenarioChecks(spec: SpecUnderTest): Check[] {
  return operationsOf(spec.api).flatMap((one) => {
    const request = exampleRequest(spec.api, one);
    const body = spec.bodies.find(
      ({ path, method, status }) => path === one.path && method === one.method && status === undefined,
    );
    const fields = body === undefined ? [] : reachedFields(spec.api, body.schemaPointer);
    return fields.flatMap(({ at, code, schema }) =>
      Object.entries(schema["x-scenarios"] ?? {}).flatMap(([value, preference]) => {
        const wanted = spec.examples.find(
          ({ operationId, status, name }) =>
            operationId === one.operation.operationId && status === 200 && preference === `example=${name}`,
        );
        if (wanted === undefined) return [];
        return [
          {
            name: `${one.operation.operationId}: ${code} "${value}" gets ${wanted.name}`,
            async run() {
              const sent = changed(JSON.parse(request.body ?? "{}"), at, (holder) => (holder[code] = value));
              const reply = await spec.call({ ...request, body: JSON.stringify(sent) });
              assert.deepEqual([reply.status, reply.json()], [200, wanted.value]);
            },
          },
        ];
      }),
    );
  });
}
