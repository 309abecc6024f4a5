import { expect, test } from "vitest";
import type { operations } from "../../../generated/types.ts";
import type { UsedScenario } from "../../../scripts/docs/sandbox.ts";

type Loan = UsedScenario<operations["getCreditLoanBasicInfo"]>;

test("a scenario is typed by its operation", () => {
  const right: Loan[] = [
    { response: { change: { dataBody: { LN_AVL_AM: "0" } } } },
    { response: { status: 503, example: "SYSCD03101" } },
    { when: { body: { dataBody: { CRINF_INQ_AGR_YN: "N" } }, call: { from: 2 } }, response: { fault: "reset" } },
    { response: { deviates: true, status: 418, body: 1 } },
  ];
  const wrong: Loan[] = [
    // @ts-expect-error an amount is a string
    { response: { change: { dataBody: { LN_AVL_AM: 0 } } } },
    // @ts-expect-error no such field
    { response: { change: { dataBody: { LN_AVL: "0" } } } },
    // @ts-expect-error the body is not whole
    { response: { body: { dataHeader: {}, dataBody: {} } } },
    // @ts-expect-error no such status
    { response: { status: 418, body: {} } },
    // @ts-expect-error no field of the request
    { when: { body: { dataBody: { LN_AVL_AM: "1" } } }, response: { delay: 1 } },
    // @ts-expect-error no such fault
    { response: { fault: "resett" } },
  ];
  expect([right.length, wrong.length]).toEqual([4, 6]);
});
