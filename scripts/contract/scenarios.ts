import assert from "node:assert/strict";
import type { CheckGroup } from "./check.ts";
import type { Envelope } from "./subject.ts";

/** Examples mean what they say. */
export const scenarios: CheckGroup = {
  name: "scenarios",
  usesMock: false,
  checks({ cases }) {
    const bodies = cases.flatMap(({ operationId, name, status, contentType, value }) =>
      status === undefined || contentType !== "application/json" ? [] : [{ operationId, name, body: (value as Envelope).dataBody }],
    );
    return [
      ...bodies.map(({ operationId, name, body }) => ({
        name: `${operationId} ${name}: a count is the length of its list`,
        run() {
          for (const [count, list] of [["CNT", "ACCOUNT_LIST"], ["MAIN_MSG_INF_REPT_CN", "ERRORLIST"]] as const) {
            if (count in body) assert.equal(body[count], String((body[list] as unknown[]).length));
          }
        },
      })),
      {
        name: "businessError alone tells an error, and optionalRowsAbsent alone leaves the optional rows out",
        run() {
          const loan = bodies.filter(({ operationId, body }) => operationId === "getCreditLoanBasicInfo" && "LN_AVL_AM" in body);
          assert.deepEqual(loan.filter(({ body }) => (body["ERR_TXT"] ?? "") !== "").map(({ name }) => name), ["businessError"]);
          assert.deepEqual(loan.filter(({ body }) => !("ERR_TXT" in body) || !("SGI_TSBSR_NO" in body)).map(({ name }) => name), ["optionalRowsAbsent"]);
          assert.deepEqual(loan.map(({ name, body }) => [name, body["CNT"]]), [
            ["success", "1"], ["noAccounts", "0"], ["severalAccounts", "3"], ["businessError", "0"], ["optionalRowsAbsent", "1"],
          ]);
        },
      },
    ];
  },
};
