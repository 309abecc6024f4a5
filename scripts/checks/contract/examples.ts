import assert from "node:assert/strict";
import type { CheckGroup } from "./check.ts";

/** Every example is valid. `npm run lint` compares the document's samples with the examples. */
export const examples: CheckGroup = {
  name: "examples",
  needs: "bundle",
  checks: (spec) =>
    spec.examples.map(({ operationId, status, contentType, name, schemaPointer, value }) => ({
      name: `${operationId} ${status ?? "request"} ${contentType} ${name} is valid`,
      run() {
        const validate = spec.validatorAt(schemaPointer);
        validate(value);
        assert.deepEqual(validate.errors ?? [], []);
      },
    })),
};
