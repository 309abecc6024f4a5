import { describe, expect, onTestFinished, test } from "vitest";
import { errorExamples } from "../../generated/examples.ts";
import { createWooriClient, isSafeToRetry, type WooriClient, type WooriClientOptions } from "../../generated/client.ts";
import { api } from "../support/bundle.ts";
import { answering, canary, clientFor, errorOf, input, serve, success, ways } from "../support/client.ts";
import { useSandbox } from "../support/servers.ts";

const { appKey, secretKey } = canary;

/** The code for which the catalogue wants a new token. */
const tokenCode = api["x-error-catalogue"].codes.find(({ resend }) => resend === "afterNewToken")
  ?.code as keyof typeof errorExamples;

function clientWith(baseUrl: string, accessToken: NonNullable<WooriClientOptions["accessToken"]>): WooriClient {
  const client = createWooriClient({ baseUrl, appKey, secretKey, accessToken });
  onTestFinished(() => client.close());
  return client;
}

describe.each(ways)("$way: a token from a function", ({ options }) => {
  test("is asked for at each call, and told whether the last call was refused for it", async () => {
    const answers = [success, JSON.stringify(errorExamples[tokenCode]), success, success];
    const server = await serve((_request, response) => {
      const text = answers[server.seen.length - 1] ?? "";
      const status = text === success ? 200 : 401;
      response.writeHead(status, { "content-type": "application/json" }).end(text);
    });
    const states: boolean[] = [];
    const client = clientFor(server.url, {
      ...options,
      accessToken: async ({ rejected }) => {
        states.push(rejected);
        return rejected ? "NEW" : "OLD";
      },
    });
    await client.getCreditLoanBasicInfo(input());
    const error = await errorOf(client.getCreditLoanBasicInfo(input()));
    expect(error).toMatchObject({ kind: "api", code: tokenCode, resend: "afterNewToken" });
    expect(isSafeToRetry(error)).toBe(false);
    await client.getCreditLoanBasicInfo(input());
    await client.getCreditLoanBasicInfo(input());
    expect(states).toEqual([false, false, true, false]);
    // Nothing is sent twice: renewing is the caller's.
    expect(server.seen).toHaveLength(4);
    const sent = server.seen.map(({ rawHeaders }) => rawHeaders.find((value) => value.startsWith("Bearer ")));
    expect(sent).toEqual(["Bearer OLD", "Bearer OLD", "Bearer NEW", "Bearer OLD"]);
  });

  test("comes within the call's time", async () => {
    const server = await serve(answering(success));
    const client = clientFor(server.url, { ...options, timeout: 50, accessToken: () => new Promise(() => {}) });
    expect(await errorOf(client.getCreditLoanBasicInfo(input()))).toMatchObject({ code: "timeout", sent: "no" });
    expect(server.connections()).toBe(0);
  });
});

test("a function that fails is told as such, with its error but without the keys", async () => {
  const server = await serve(answering(success));
  const failing = clientWith(server.url, () => Promise.reject(new TypeError(`no token for ${appKey}`)));
  const error = await errorOf(failing.getCreditLoanBasicInfo(input()));
  expect(error).toMatchObject({ kind: "transport", code: "access-token", sent: "no" });
  expect((error as Error).cause).toMatchObject({ name: "TypeError", message: "no token for [마스킹]" });
  expect(server.connections()).toBe(0);
});

test.each([
  ["nothing", undefined],
  ["an empty text", ""],
  ["a line break", "CANARY\n"],
  ["a number", 1],
])("a function that gives %s is refused where a token is needed, without being echoed", async (_name, token) => {
  const server = await serve(answering(success));
  const error = await errorOf(clientWith(server.url, () => token as string).checkToken());
  expect(error).toMatchObject({ kind: "input", problems: [{ code: "accessToken" }] });
  expect(error.message).not.toContain("CANARY");
  expect(server.connections()).toBe(0);
});

describe("against the sandbox", () => {
  const sandbox = useSandbox();

  test("an expired token is renewed by the function for the call after", async () => {
    const client = createWooriClient({
      baseUrl: sandbox.url(),
      appKey: "SANDBOX-APP-KEY",
      secretKey: "SANDBOX-SECRET-KEY",
      accessToken: ({ rejected }) => (rejected ? "SANDBOX-ACCESS-TOKEN" : "SANDBOX-EXPIRED-TOKEN"),
    });
    onTestFinished(() => client.close());
    expect(await errorOf(client.checkToken())).toMatchObject({ code: tokenCode });
    expect((await client.checkToken()).response.status).toBe(200);
  });
});
