import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { requestExamples } from "../../generated/examples.ts";
import { proxy as proxyCommand } from "../../scripts/cli/proxy.ts";
import { startSandbox } from "../../scripts/docs/sandbox.ts";
import { createWooriClient, WooriApiError } from "../../generated/client.ts";
import { successBody } from "../support/client.ts";
import { serveBy } from "../support/in-process.ts";
import { callLoan } from "../support/loan.ts";
import { temporaryFolder } from "../support/project.ts";
import { credentials } from "../support/servers.ts";

/** What three calls give: one that succeeds, one by another input, one that is refused. */
async function threeCalls(baseUrl: string): Promise<unknown[]> {
  const { appKey, secretKey } = credentials;
  const { dataHeader, dataBody } = requestExamples.getCreditLoanBasicInfo.sample;
  const client = createWooriClient({ baseUrl, appKey, secretKey, dataHeader: { ...dataHeader } });
  onTestFinished(() => client.close());
  const call = (consent: "Y" | "N"): Promise<unknown> =>
    client
      .getCreditLoanBasicInfo({ dataBody: { ...dataBody, CRINF_INQ_AGR_YN: consent } })
      .then(({ data }) => data?.dataBody)
      .catch((error: unknown) => (error instanceof WooriApiError ? [error.status, error.code] : error));
  return [await call("Y"), await call("N"), await call("Y")];
}

test("three calls that the proxy recorded are answered again with the upstream gone", async () => {
  const dir = join(temporaryFolder(), "recorded");
  const upstream = await startSandbox();
  const loan = "getCreditLoanBasicInfo";
  upstream.use(loan, { when: { body: { dataBody: { CRINF_INQ_AGR_YN: "N" } } }, response: { example: "noAccounts" } });
  upstream.use(loan, { when: { call: 3 }, response: { example: "SYSCD03901" } });
  const recorder = await serveBy(proxyCommand, "--upstream", upstream.url, "--record", dir);
  const [first, other, refused] = await threeCalls(recorder.url);
  expect(refused).toEqual([503, "SYSCD03901"]);
  await recorder.stop();
  await upstream.close();

  const sandbox = await startSandbox({ scenarios: dir });
  onTestFinished(() => sandbox.close());
  const again = await threeCalls(sandbox.url);
  // Values are fakes of the same form.
  const formOf = (value: unknown): string =>
    JSON.stringify(value)
      .replaceAll(/\d/g, "0")
      .replaceAll(/[가-힣]/g, "가");
  const plain = (value: unknown): unknown => formOf({ ...(value as object), EMAIL_1: "" });
  expect([plain(again[0]), plain(again[1]), again[2]]).toEqual([plain(first), plain(other), refused]);
  expect(again[0]).not.toEqual(first);
  expect(sandbox.requests().map(({ answeredBy }) => answeredBy?.by)).toEqual(["scenario", "scenario", "scenario"]);
  expect(Object.keys(again[0] as object)).toEqual(Object.keys(successBody().dataBody));
});

test("answers that take turns are answered again in their order", async () => {
  const dir = join(temporaryFolder(), "recorded");
  const upstream = await startSandbox();
  const loan = "getCreditLoanBasicInfo";
  for (const call of [2, 4]) upstream.use(loan, { when: { call }, response: { example: "SYSCD03901" } });
  const recorder = await serveBy(proxyCommand, "--upstream", upstream.url, "--record", dir);
  const statuses = async (url: string): Promise<number[]> => {
    const all: number[] = [];
    for (let count = 0; count < 5; count += 1) all.push((await callLoan(url)).status);
    return all;
  };
  expect(await statuses(recorder.url)).toEqual([200, 503, 200, 503, 200]);
  await recorder.stop();
  await upstream.close();
  const sandbox = await startSandbox({ scenarios: dir });
  onTestFinished(() => sandbox.close());
  expect(await statuses(sandbox.url)).toEqual([200, 503, 200, 503, 200]);
});
