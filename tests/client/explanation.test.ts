import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { answering, canary, input, serve, success } from "../support/client.ts";

// A browser without a network, or after a deployment that took the chunk away, cannot load what explains failures.
beforeEach(() => {
  vi.resetModules();
  vi.doMock("../../generated/runtime/explain.ts", () => {
    throw new Error("chunk");
  });
  onTestFinished(() => void vi.doUnmock("../../generated/runtime/explain.ts"));
});

async function clientWithout(baseUrl: string) {
  const { createWooriClient } = await import("../../generated/client.ts");
  const client = createWooriClient({ baseUrl, appKey: canary.appKey, secretKey: canary.secretKey });
  onTestFinished(() => client.close());
  return client;
}

const failure = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

test("a wrong request still does not leave", async () => {
  const server = await serve(answering(success));
  const client = await clientWithout(server.url);
  expect(await failure(client.getCreditLoanBasicInfo({ dataBody: {} as never }))).toMatchObject({
    kind: "input",
    sent: "no",
    message: expect.stringContaining("요청이 명세와 맞지 않아") as string,
  });
  expect(server.seen).toEqual([]);
});

test("a transport error keeps its code, and the bank's refusal all that it says", async () => {
  const stop = new AbortController();
  const client = await clientWithout((await serve(() => stop.abort())).url);
  const { signal } = stop;
  expect(await failure(client.getCreditLoanBasicInfo(input(), { signal }))).toMatchObject({
    code: "aborted",
    sent: "maybe",
  });
  const body = JSON.stringify({ dataHeader: {}, dataBody: { ERRCODE: "SYSCD03101" } });
  const refusing = await clientWithout((await serve(answering(body, { status: 503 }))).url);
  expect(await failure(refusing.getCreditLoanBasicInfo(input()))).toMatchObject({
    code: "SYSCD03101",
    resend: "afterWait",
  });
});

test("an answer is read, and that it differs from the spec is told", async () => {
  const server = await serve(answering(success.replace('"CNT":"1"', '"CNT":"one"')));
  const { data, issues } = await (await clientWithout(server.url)).getCreditLoanBasicInfo(input());
  expect([data?.dataBody.CNT, issues]).toEqual(["one", [expect.objectContaining({ rule: "schema" })]]);
});
