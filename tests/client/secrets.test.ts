import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { answering, canary, clientFor, errorOf, input, serve, success, ways } from "../support/client.ts";
import type { WooriClientOptions } from "../../generated/client.ts";

/** Everything of a value that a log could show. */
function printed(value: unknown): string {
  const own = value instanceof Error ? [value.message, value.stack, String(value), inspect(value.cause)] : [];
  const keys = Object.getOwnPropertyNames(value as object).map((key) =>
    inspect((value as Record<string, unknown>)[key], { depth: 20 }),
  );
  return [
    ...own,
    ...keys,
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    JSON.stringify(value),
    `${String(value)}`,
  ].join("\n");
}

const echo = JSON.stringify({
  dataHeader: {},
  dataBody: {
    ERRCODE: `E-${canary.appKey}`,
    ERRUSRMSG: `키 ${canary.appKey}, 시크릿 ${canary.secretKey}, 토큰 ${canary.accessToken}`,
    ERRORLIST: [{ MSG_CD: canary.phone, MAIN_MSG_TXT: `${canary.ip} ${canary.device} ${canary.serial}` }],
  },
});

describe.each(ways)("$way: no error shows a secret or a personal value", ({ options }) => {
  const faults: [string, Parameters<typeof serve>[0], Partial<WooriClientOptions>][] = [
    ["an error body that quotes the request", answering(echo, { status: 400 }), {}],
    ["a page that quotes the request", answering(`<html>${echo}</html>`, { status: 502 }), {}],
    ["broken JSON that quotes the request", answering(echo.slice(0, -3)), {}],
    [
      "a redirect that quotes the request",
      (_request, response) => void response.writeHead(302, { location: `/?key=${canary.appKey}` }).end(),
      {},
    ],
    ["a reset", (request) => void request.socket.resetAndDestroy(), {}],
    ["a timeout", () => {}, { timeout: 50 }],
    ["an answer too large", answering(success), { maxResponseBytes: 10 }],
    [
      "an answer that fails the schema",
      answering(success.replace('"CNT":"1"', `"CNT":"${canary.phone}"`)),
      { responseValidation: "throw" },
    ],
  ];
  test.each(faults)("%s", async (_name, handler, more) => {
    const server = await serve(handler);
    const error = await errorOf(clientFor(server.url, { ...options, ...more }).getCreditLoanBasicInfo(input()));
    expect(printed(error)).not.toMatch(/CANARY/);
  });

  test("input that fails the schema", async () => {
    const request = input();
    request.dataHeader.UTZPE_CNCT_IPAD = "CANARY".repeat(20);
    expect(
      printed(await errorOf(clientFor("https://bank.example", options).getCreditLoanBasicInfo(request))),
    ).not.toMatch(/CANARY/);
  });

  test("the client itself, before and after a call", async () => {
    const server = await serve(answering(success));
    const client = clientFor(server.url, { ...options, dataHeader: input().dataHeader });
    expect(printed(client) + printed(client.raw)).not.toMatch(/CANARY/);
    const { response } = await client.getCreditLoanBasicInfo(input());
    expect(printed(client) + printed(client.raw) + printed(response)).not.toMatch(/CANARY/);
  });
});

test("what a fetch of the caller throws is passed on without what it quotes", async () => {
  const error = await errorOf(
    clientFor("https://bank.example", {
      fetch: () => Promise.reject(new Error(`failed for ${canary.appKey}`)),
    }).getCreditLoanBasicInfo(input()),
  );
  expect(error).toMatchObject({ kind: "transport", code: "fetch" });
  expect((error as Error).cause).toMatchObject({ name: "Error", message: "failed for [마스킹]" });
  expect(printed(error)).not.toMatch(/CANARY/);
});

test("the client writes nothing to the console", async () => {
  const spies = (["log", "info", "warn", "error", "debug"] as const).map((method) => vi.spyOn(console, method));
  const server = await serve(answering(success.replace('"CNT":"1"', '"CNT":1')));
  await clientFor(server.url).getCreditLoanBasicInfo(input());
  await errorOf(clientFor((await serve(answering("<html>"))).url).getCreditLoanBasicInfo(input()));
  for (const spy of spies) {
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  }
});
