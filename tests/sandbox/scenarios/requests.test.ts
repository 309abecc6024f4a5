import { afterEach, describe, expect, test } from "vitest";
import { startSandbox } from "../../../scripts/docs/sandbox.ts";
import { sampleRequest } from "../../support/bundle.ts";
import { callLoan } from "../../support/loan.ts";
import { credentials, useSandbox } from "../../support/servers.ts";

const loan = "getCreditLoanBasicInfo";
const running = useSandbox();
afterEach(() => running.server().reset());

describe("what a test asks of the requests", () => {
  test("they are shown as they were sent, to this process alone", async () => {
    await callLoan(running.url());
    const [shown] = running.server().requests({ reveal: true });
    expect(shown?.body).toEqual(sampleRequest());
    expect(shown?.headers).toMatchObject({ appkey: credentials.appKey, secretkey: credentials.secretKey });
    const hidden = [
      JSON.stringify(running.server().requests()),
      await text("requests?reveal=true"),
      await text("requests"),
    ];
    for (const one of hidden) expect(one).not.toContain(credentials.secretKey);
  });

  test("of one with a large body the headers are shown as they were sent", async () => {
    await callLoan(running.url(), { body: { ...sampleRequest(), large: "x".repeat(20_000) } });
    const [shown] = running.server().requests({ reveal: true });
    expect(shown?.headers).toMatchObject({ secretkey: credentials.secretKey });
    expect(JSON.stringify(running.server().requests())).not.toContain(credentials.secretKey);
  });

  test("they are counted, also beyond those that are kept, by operation and at all", async () => {
    for (let count = 0; count < 105; count += 1) await callLoan(running.url());
    await callLoan(running.url(), { path: "/nowhere" });
    const { count, requests } = running.server();
    expect([count(loan), count("checkToken"), count(), requests().length]).toEqual([105, 0, 106, 100]);
  });

  test("one waits for those to come, and does not wait for those that came", async () => {
    const { waitForRequests } = running.server();
    const waiting = waitForRequests(loan, { count: 2 });
    await callLoan(running.url());
    await callLoan(running.url(), { method: "GET" });
    expect((await waiting).map(({ method }) => method)).toEqual(["POST", "GET"]);
    expect(await waitForRequests(loan)).toHaveLength(2);
  });

  test("waiting ends with what came instead", async () => {
    await callLoan(running.url(), { path: "/nowhere" });
    await expect(running.server().waitForRequests(loan, { timeout: 1 })).rejects.toThrow(
      /getCreditLoanBasicInfo.* 요청 1개를 기다렸지만 0개가 왔습니다\. 다른 요청까지 합하면 모두 1개/,
    );
    const closing = await startSandbox();
    const waiting = expect(closing.waitForRequests(loan)).rejects.toThrow("샌드박스가 종료되었습니다.");
    await closing.close();
    await waiting;
    await expect(closing.waitForRequests(loan)).rejects.toThrow("샌드박스가 종료되었습니다.");
  });

  test("waiting without an end is not over at once", async () => {
    const waiting = running.server().waitForRequests(loan, { timeout: Infinity });
    const [records] = await Promise.all([waiting, callLoan(running.url())]);
    expect(records).toHaveLength(1);
  });

  test("an operation that the spec does not have is told", async () => {
    expect(() => running.server().count("none")).toThrow(/none: 없는 operationId/);
    await expect(running.server().waitForRequests("none")).rejects.toThrow(/none: 없는 operationId/);
  });
});

async function text(endpoint: string): Promise<string> {
  return (await fetch(`${running.url()}/__sandbox/${endpoint}`)).text();
}
