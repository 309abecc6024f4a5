import { expect, test } from "vitest";
import { examples } from "../../generated/examples.ts";
import { besideSandbox } from "../support/two-hosts.ts";

const client = "tests/sandbox/two-hosts-client.ts";
const options = {
  baseUrl: "http://sandbox:4010",
  appKey: "SANDBOX-APP-KEY",
  secretKey: "SANDBOX-SECRET-KEY",
  allowInsecureHosts: ["sandbox"],
};

/** What the client on the other host tells. */
async function told(given: object): Promise<unknown> {
  const { exitCode, stdout, stderr } = await besideSandbox("sandbox", 4010, "node", client, JSON.stringify(given));
  expect([exitCode, stderr]).toEqual([0, expect.not.stringContaining("Error")]);
  return JSON.parse(stdout);
}

test("a client reaches the sandbox of another host by its name, over http that was allowed for that name", async () => {
  expect(await told(options)).toEqual({ data: examples.getCreditLoanBasicInfo.success });
});

test.each([
  ["no host", undefined],
  ["another host", ["sandbox2"]],
])("where http is allowed for %s, the client refuses and names the option", async (_name, allowInsecureHosts) => {
  expect(await told({ ...options, allowInsecureHosts })).toEqual({
    kind: "input",
    message: expect.stringContaining("allowInsecureHosts") as string,
  });
});
