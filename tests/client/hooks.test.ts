import { describe, expect, test } from "vitest";
import { errorExamples } from "../../generated/examples.ts";
import type {
  CallErrorEvent,
  CallRequestEvent,
  CallResponseEvent,
  WooriClientOptions,
} from "../../generated/client.ts";
import { answering, canary, clientFor, errorOf, input, serve, success, successBody, ways } from "../support/client.ts";

type Told = ["request", CallRequestEvent] | ["response", CallResponseEvent] | ["error", CallErrorEvent];

/** Hooks that keep what they are told. */
function recording(): { told: Told[]; hooks: Partial<WooriClientOptions> } {
  const told: Told[] = [];
  return {
    told,
    hooks: {
      onRequest: (event) => told.push(["request", event]),
      onResponse: (event) => told.push(["response", event]),
      onError: (event) => told.push(["error", event]),
    },
  };
}

const globalId = "20190628MOCKHOST1030000000000009";
const operation = { operation: "getCreditLoanBasicInfo", path: "/oai/wb/v1/credit/getCreditLoanBasicInfo" };

describe.each(ways)("$way: hooks", ({ way, options }) => {
  const method = way.split(" ")[0];

  test("tell a call from its request to its answer", async () => {
    const { told, hooks } = recording();
    const body = { ...successBody(), dataHeader: { GLBL_ID: globalId } };
    const server = await serve(answering(JSON.stringify(body)));
    const client = clientFor(server.url, { ...options, ...hooks });
    const result = await client.getCreditLoanBasicInfo(input());
    await client.getCreditLoanBasicInfo(input());
    expect(result.globalId).toBe(globalId);
    const duration = expect.any(Number) as number;
    const request = { call: 1, ...operation, method, attempt: 1 };
    expect(told).toEqual([
      ["request", request],
      ["response", { ...request, duration, status: 200, globalId }],
      ["request", { ...request, call: 2 }],
      ["response", { ...request, call: 2, duration, status: 200, globalId }],
    ]);
  });

  test("tell the bank's refusal with its code", async () => {
    const { told, hooks } = recording();
    const server = await serve(answering(JSON.stringify(errorExamples.SYSCD03101), { status: 503 }));
    const error = await errorOf(clientFor(server.url, { ...options, ...hooks }).getCreditLoanBasicInfo(input()));
    expect(told.map(([kind]) => kind)).toEqual(["request", "error"]);
    expect(told[1]?.[1]).toMatchObject({
      ...operation,
      attempt: 1,
      kind: "api",
      code: "SYSCD03101",
      status: 503,
      sent: "yes",
    });
    expect(told[1]?.[1]).toHaveProperty("duration", error.duration);
    expect(error.operation).toBe("getCreditLoanBasicInfo");
  });

  test("tell a call that was refused before it was sent", async () => {
    const { told, hooks } = recording();
    await errorOf(
      clientFor("https://bank.example", { ...options, ...hooks }).getCreditLoanBasicInfo({ dataBody: {} as never }),
    );
    expect(told).toEqual([
      ["error", expect.objectContaining({ attempt: 0, kind: "input", sent: "no", code: undefined })],
    ]);
  });

  test("hold no value of the call", async () => {
    const { told, hooks } = recording();
    const server = await serve(answering("<html>CANARY</html>", { status: 502 }));
    await errorOf(clientFor(server.url, { ...options, ...hooks }).getCreditLoanBasicInfo(input()));
    expect(told).toHaveLength(2);
    expect(JSON.stringify(told)).not.toContain("CANARY");
  });

  test("hold no id of the bank's that quotes the call", async () => {
    const { told, hooks } = recording();
    const body = { ...successBody(), dataHeader: { GLBL_ID: `G-${canary.appKey}` } };
    const server = await serve(answering(JSON.stringify(body)));
    await clientFor(server.url, { ...options, ...hooks }).getCreditLoanBasicInfo(input());
    expect(told).toHaveLength(2);
    expect(JSON.stringify(told)).not.toContain("CANARY");
  });

  test("that throw, or reject, change no call", async () => {
    const fail = (): never => {
      throw new Error("hook");
    };
    const failing = { onRequest: fail, onResponse: () => Promise.reject(new Error("hook")), onError: fail };
    const server = await serve(answering(success));
    const client = clientFor(server.url, { ...options, ...failing });
    expect((await client.getCreditLoanBasicInfo(input())).data).toEqual(successBody());
    expect(await errorOf(client.getCreditLoanBasicInfo({ dataBody: {} as never }))).toMatchObject({ kind: "input" });
  });
});

test("a GET refused unread and the POST after it are two attempts of one call", async () => {
  const { told, hooks } = recording();
  const server = await serve((request, response) => {
    const [status, text] = request.method === "GET" ? [405, "{}"] : [200, success];
    response.writeHead(status, { "content-type": "application/json" }).end(text);
  });
  await clientFor(server.url, hooks).getCreditLoanBasicInfo(input());
  expect(
    told.map(([kind, event]) => [kind, event.call, event.attempt, event.method, "status" in event ? event.status : 0]),
  ).toEqual([
    ["request", 1, 1, "GET", 0],
    ["response", 1, 1, "GET", 405],
    ["request", 1, 2, "POST", 0],
    ["response", 1, 2, "POST", 200],
  ]);
});

test("a raw call is told too", async () => {
  const { told, hooks } = recording();
  const server = await serve(answering(success));
  await clientFor(server.url, hooks).raw.POST("/oai/wb/v1/credit/getCreditLoanBasicInfo", { body: input() });
  expect(told.map(([kind, { operation, method }]) => [kind, operation, method])).toEqual([
    ["request", "getCreditLoanBasicInfo", "POST"],
    ["response", "getCreditLoanBasicInfo", "POST"],
  ]);
});
