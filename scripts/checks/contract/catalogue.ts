import assert from "node:assert/strict";
import { fieldsOf, type ErrorCode } from "../../bundle/openapi.ts";
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
        name: "the advice of a code tells what must happen before the request is sent again",
        run() {
          for (const { code, action, resend } of codes) assert.deepEqual([code, resendIn(action)], [code, resend]);
        },
      },
    ];
  },
};

/** When a request may be sent again, as the sentence of advice says it. */
function resendIn(action: string): ErrorCode["resend"] {
  if (action.includes("다시 보내지 말고")) return "afterChecking";
  if (/다시 보(내|냅)/.test(action)) return "afterWait";
  return /액세스 토큰을 새로 발급받아/.test(action) ? "afterNewToken" : "afterChange";
}

/** The code of the field that has a role. */
function keyOf({ api }: SpecUnderTest, role: string): string | undefined {
  return fieldsOf(api).find(([, field]) => field["x-role"] === role)?.[0];
}
