import assert from "node:assert/strict";
import { fieldsOf } from "../../bundle/openapi.ts";
import type { CheckGroup } from "./check.ts";
import type { SpecUnderTest } from "./spec-under-test.ts";

/** The error codes are what the operations answer with. Their messages are compared with the document's by `npm run lint`. */
export const catalogue: CheckGroup = {
  name: "catalogue",
  needs: "bundle",
  checks(spec) {
    const { codes } = spec.api["x-error-catalogue"];
    const [codeKey, messageKey] = ["errorCode", "errorMessage"].map((role) => keyOf(spec, role));
    return [
      ...codes.map(({ code, message, status }) => ({
        name: `${code} is an example of each of its statuses`,
        run() {
          for (const one of status) {
            const found = spec.examples.filter(({ name, status: own }) => name === code && own === one);
            const operations = new Set(found.map(({ operationId }) => operationId));
            assert.deepEqual(operations, new Set(spec.bodies.map(({ operationId }) => operationId)));
            for (const { value } of found) {
              const { dataBody } = value as { dataBody: Record<string, unknown> };
              assert.deepEqual([dataBody[codeKey ?? ""], dataBody[messageKey ?? ""]], [code, message]);
            }
          }
        },
      })),
      {
        name: "the advice of a code tells to send again where the code allows it, and nowhere else",
        run() {
          for (const { code, action, retryable } of codes)
            assert.deepEqual([code, /다시 보(냅|내(?!지 말고))/.test(action)], [code, retryable]);
        },
      },
    ];
  },
};

/** The code of the field that has a role. */
function keyOf({ api }: SpecUnderTest, role: string): string | undefined {
  return fieldsOf(api).find(([, field]) => field["x-role"] === role)?.[0];
}
