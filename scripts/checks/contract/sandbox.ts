import assert from "node:assert/strict";
import { reproducingRequest } from "../../bundle/example-request.ts";
import { fieldsOf } from "../../bundle/openapi.ts";
import { faults } from "../../sandbox/faults.ts";
import type { Check, CheckGroup } from "./check.ts";
import { credentials, loanPath, type Subject } from "./subject.ts";

/** The field whose values stand for a scenario: free text, and the longest. */
const field = "UTZPE_CNCT_MCHR_UNQ_ID";

/** Values that are no name: what a gateway's injection filters look for. */
const injections = { "<script>alert(1)</script>": "example=SYSCD02102", "1 OR 1=1 --": "example=SYSCD02103" };

/** The sandbox answers each code where the catalogue says so, and each input value stands for what its name says. */
export const sandbox: CheckGroup = {
  name: "sandbox",
  asks: "sandbox",
  checks: (subject) => [...reproductionChecks(subject), ...inputChecks(subject)],
};

function reproductionChecks(subject: Subject): Check[] {
  return subject.api["x-error-catalogue"].codes.map((row) => ({
    name: `${row.code} comes as it is said to be reproduced`,
    async run() {
      const { method, path, headers, body } = reproducingRequest(subject.api, row);
      const reply = await subject.ask(path, { method, headers, ...(body === undefined ? {} : { body }) });
      assert.equal(reply.status, row.status[0]);
      assert.partialDeepStrictEqual(reply.json(), { dataBody: { ERRCODE: row.code } });
    },
  }));
}

function inputChecks(subject: Subject): Check[] {
  const { api, cases } = subject;
  const owners = fieldsOf(api);
  const values = owners.find(([code]) => code === field)?.[1]["x-scenarios"] ?? {};
  const named = cases.filter(
    ({ operationId, status, name }) => operationId === "getCreditLoanBasicInfo" && status === 200 && name !== "success",
  );
  const expected = {
    ...Object.fromEntries(
      [...named.map(({ name }) => name), ...api["x-error-catalogue"].codes.map(({ code }) => code)].map((name) => [
        `SANDBOX-${name}`,
        `example=${name}`,
      ]),
    ),
    ...injections,
    ...Object.fromEntries(Object.keys(faults).map((name) => [`SANDBOX-${name}`, `fault=${name}`])),
    "SANDBOX-delay": "delay=3000",
  };
  return [
    {
      name: "each example, code and fault has an input value of its name",
      run: () => assert.deepEqual(values, expected),
    },
    {
      name: "no other field stands for a scenario",
      run: () =>
        assert.deepEqual(
          owners.filter(([, schema]) => schema["x-scenarios"] !== undefined).map(([code]) => code),
          [field],
        ),
    },
    ...named.map(({ name, value }) => ({
      name: `the input value of ${name} gets it`,
      async run() {
        const body = subject.sampleRequest();
        body.dataHeader[field] = `SANDBOX-${name}`;
        const reply = await subject.ask(loanPath, {
          headers: { ...credentials, "content-type": "application/json" },
          body,
        });
        assert.deepEqual([reply.status, reply.json()], [200, value]);
      },
    })),
  ];
}
