import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { operationsOf, type Schema } from "../../scripts/bundle/openapi.ts";
import { faults as knownFaults } from "../../scripts/sandbox/faults.ts";
import { isForOwnName } from "../../scripts/server/own-name.ts";
import { withoutPersonalData } from "../../scripts/sandbox/request-log.ts";
import type { RequestRecord } from "../../scripts/sandbox/request-record.ts";
import { api, loanPath } from "../support/bundle.ts";
import { canary, input } from "../support/client.ts";
import { expectError } from "../support/envelope.ts";
import { send } from "../support/http.ts";
import { callLoan } from "../support/loan.ts";
import { canaryApps, useSandbox } from "../support/servers.ts";

const sandbox = useSandbox({ apps: canaryApps });
const { url } = sandbox;
const keys = { appkey: canary.appKey, secretkey: canary.secretKey, authorization: `Bearer ${canary.accessToken}` };

const own = (endpoint: string, headers: Record<string, string> = {}, method = "GET") =>
  send(`${url()}/__sandbox/${endpoint}`, { method, headers });

describe("/__sandbox", () => {
  test("health tells that it is well", async () => {
    const reply = await own("health");
    expect([reply.status, reply.contentType, reply.headers["cache-control"]]).toEqual([
      200,
      "application/json",
      "no-store",
    ]);
    expect(reply.json()).toMatchObject({ status: "ok", title: api.info.title });
  });

  test("no page of another site can frame what it shows", async () => {
    for (const endpoint of ["health", "requests", "scenarios"])
      expect((await own(endpoint)).headers).toMatchObject({
        "content-security-policy": "frame-ancestors 'none'",
        "x-frame-options": "DENY",
      });
  });

  test("scenarios lists the codes, the examples and the inputs, and of a team's own keys none", async () => {
    const { json, text } = await own("scenarios");
    const { errors, operations, inputs, faults } = json() as Record<string, unknown[]>;
    expect(errors).toHaveLength(api["x-error-catalogue"].codes.length);
    expect(operations).toHaveLength(operationsOf(api).length);
    expect(inputs?.length).toBeGreaterThan(0);
    expect(Object.keys(faults ?? {})).toEqual(Object.keys(knownFaults));
    expect(text).not.toContain("CANARY");
  });

  test("requests are shown without keys and personal data, whatever became of them, and the latest hundred alone", async () => {
    sandbox.server().reset();
    await callLoan(url(), { headers: keys, body: input() });
    await callLoan(url(), { headers: { ...keys, secretkey: "CANARY" }, body: input() });
    await callLoan(url(), { headers: keys, body: { ...input(), CANARY_KEY: 1 } });
    await callLoan(url(), { headers: keys, body: "CANARY" });
    await callLoan(url(), { headers: { ...keys, prefer: "example=CANARY" } });
    await callLoan(url(), { headers: keys, path: "/CANARY", query: "?CANARY" });
    await callLoan(url(), { headers: keys, method: "PUT", query: "?CANARY" });
    const socket = connect(
      Number(new URL(url()).port),
      "127.0.0.1",
      () => void socket.resume().write("CANARY\r\n\r\n"),
    );
    await new Promise((done) => socket.once("close", done));
    const { json, text } = await own("requests");
    const records = json() as RequestRecord[];
    expect(records.map(({ status, code }) => [status, code])).toEqual([
      [200, undefined],
      [401, "SYSCD03003"],
      [400, "SYSCD02101"],
      [400, "SYSCD01005"],
      [400, "SYSCD01006"],
      [404, "SYSCD02901"],
      [405, "SYSCD02901"],
      [400, "SYSCD02001"],
    ]);
    expect(text.replaceAll("CANARY_KEY", "")).not.toContain("CANARY");
    for (let count = 0; count < 100; count += 1) await send(`${url()}/x`, {});
    expect((await own("requests")).json()).toHaveLength(100);
    expect(
      new Set(
        sandbox
          .server()
          .requests()
          .map(({ globalId }) => globalId),
      ).size,
    ).toBe(100);
  });

  test("reset forgets them, by POST alone", async () => {
    await send(`${url()}/x`, {});
    expectError(await own("reset"), 404, "SYSCD02901");
    expect(sandbox.server().requests()).not.toHaveLength(0);
    expect((await own("reset", {}, "POST")).json()).toEqual({ status: "ok" });
    expect(sandbox.server().requests()).toHaveLength(0);
  });

  test.each([
    ["POST", "requests"],
    ["DELETE", "requests"],
    ["PUT", "reset"],
    ["POST", "health"],
    ["GET", ""],
    ["GET", "health/"],
    ["GET", "HEALTH"],
    ["GET", "__proto__"],
  ])("%s %s is no endpoint", async (method, endpoint) => {
    expectError(await own(endpoint, {}, method), 404, "SYSCD02901");
  });

  test("HEAD is answered as GET, without the body: health checks and wait-on ask so", async () => {
    expect(await own("health", {}, "HEAD")).toMatchObject({ status: 200, text: "" });
    expect(await own("reset", {}, "HEAD")).toMatchObject({ status: 404, text: "" });
  });

  test.each([["http://evil.example"], ["null"], [""], ["http://127.0.0.1"], ["garbage"]])(
    "a page of the origin %j gets nothing",
    async (origin) => {
      for (const endpoint of ["health", "requests", "scenarios"])
        expectError(await own(endpoint, { origin }), 404, "SYSCD02901");
      expectError(await own("reset", { origin }, "POST"), 404, "SYSCD02901");
    },
  );

  test("a page of the sandbox's own origin does", async () => {
    expect((await own("health", { origin: url() })).status).toBe(200);
  });

  test.each([
    ["evil.example:4010"],
    ["127.0.0.1.evil.example"],
    ["localhost.evil.example"],
    ["evil.example@127.0.0.1"],
  ])("a page whose name %s was made to lead here (DNS rebinding) gets nothing", async (host) => {
    const reply = await own("requests", { host });
    expect([400, 404]).toContain(reply.status);
    expectError(reply, reply.status, reply.status === 404 ? "SYSCD02901" : "SYSCD02001");
    expect((await own("reset", { host, origin: `http://${host}` }, "POST")).status).toBe(reply.status);
  });

  test.each([
    ["localhost:4010"],
    ["LOCALHOST"],
    ["localhost."],
    ["127.0.0.1"],
    ["[::1]:4010"],
    ["sandbox.localhost:4010"],
  ])("this machine's own name %s does", async (host) => {
    expect((await own("health", { host })).status).toBe(200);
  });

  test("a name of the network does, where the request came over the network", () => {
    const isOwn = (localAddress: string): boolean =>
      isForOwnName({ headers: { host: "sandbox:4010" }, socket: { localAddress } });
    for (const address of ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])
      expect([address, isOwn(address)]).toEqual([address, false]);
    for (const address of ["172.17.0.2", "fe80::1", "fe80::1%eth0", "::ffff:172.17.0.2"])
      expect([address, isOwn(address)]).toEqual([address, true]);
  });
});

describe("with its docs", () => {
  const withDocs = useSandbox({ docs: true });

  test("HEAD of a page is GET without the body", async () => {
    const docs = await fetch(`${withDocs.url()}/docs/`, { method: "HEAD" });
    const type = docs.headers.get("content-type");
    expect([docs.status, type, await docs.text()]).toEqual([200, "text/html; charset=utf-8", ""]);
    expect(Number(docs.headers.get("content-length"))).toBeGreaterThan(1000);
  });

  test("a browser at the root is led to them; a program is told that there is nothing", async () => {
    const at = (accept: string): Promise<Response> =>
      fetch(withDocs.url(), { headers: { accept }, redirect: "manual" });
    const led = await at("text/html,application/xhtml+xml");
    expect([led.status, led.headers.get("location")]).toEqual([302, "/docs/"]);
    expect((await at("application/json")).status).toBe(404);
  });
});

describe("CORS", () => {
  const origin = "https://app.example";
  const allowed = {
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    "access-control-expose-headers": "*, allow, www-authenticate",
    vary: "origin",
  };

  test.each<[string, Parameters<typeof callLoan>[1], number]>([
    ["an answer", {}, 200],
    ["a refused key", { headers: { ...keys, secretkey: "x" } }, 401],
    ["an unknown path", { path: "/x" }, 404],
    ["a wrong method", { method: "PUT" }, 405],
    ["a body that is no JSON", { body: "{" }, 400],
  ])("%s can be read by a page of any origin", async (_name, call = {}, status) => {
    const reply = await callLoan(url(), { ...call, headers: { ...keys, origin, ...call.headers } });
    expect(reply.status).toBe(status);
    expect(reply.headers).toMatchObject(allowed);
  });

  test("without an origin nothing is allowed, and caches are told that it matters", async () => {
    const { headers } = await callLoan(url(), { headers: keys });
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
    expect(headers["vary"]).toBe("origin");
  });

  test.each(["null", "http://[::1]:3000", "chrome-extension://abc", "x\ty, *"])(
    "Origin: %j comes back as it is, in one header",
    async (value) => {
      const { headers } = await callLoan(url(), { headers: { ...keys, origin: value } });
      expect(headers["access-control-allow-origin"]).toBe(value);
    },
  );

  test("a preflight is answered before the gateway's checks, also for a private network", async () => {
    sandbox.server().reset();
    const asked = {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "appkey,secretkey,content-type",
      "access-control-request-private-network": "true",
    };
    const reply = await send(url() + loanPath, { method: "OPTIONS", headers: asked });
    expect([reply.status, reply.text]).toEqual([204, ""]);
    expect(reply.headers).toMatchObject({
      ...allowed,
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "appkey,secretkey,content-type",
      "access-control-allow-private-network": "true",
      "access-control-max-age": "600",
    });
    expect(
      sandbox
        .server()
        .requests()
        .filter(({ method }) => method === "OPTIONS"),
    ).toEqual([]);
  });

  test("OPTIONS that is no preflight is a wrong method", async () => {
    const reply = await callLoan(url(), { method: "OPTIONS", headers: { ...keys, origin } });
    expectError(reply, 405, "SYSCD02901");
    expect(reply.headers).toMatchObject({ ...allowed, allow: "GET, POST" });
  });

  test("HEAD is a wrong method, and has its headers without a body", async () => {
    const reply = await callLoan(url(), { method: "HEAD", headers: keys, body: undefined });
    expect(reply).toMatchObject({
      status: 405,
      text: "",
      headers: { allow: "GET, POST", "content-type": "application/json" },
    });
    expect(Number(reply.headers["content-length"])).toBeGreaterThan(100);
  });
});

test("what is kept of a body: known fields alone, free text and sensitive values by kind and length, also in lists", () => {
  const schema: Schema = {
    properties: {
      A: { type: "string", enum: ["a"] },
      B: { "x-sensitive": true },
      L: { items: { properties: { B: { "x-sensitive": true } } } },
    },
  };
  const value = JSON.parse(
    '{"A":"a","B":"CANARY","constructor":"CANARY","__proto__":{"A":"CANARY"},"L":[{"B":"CANARY","C":"CANARY"},"x"]}',
  ) as unknown;
  expect(withoutPersonalData(api, schema, value)).toEqual({
    A: "a",
    B: "[마스킹: 6자 문자열]",
    L: [{ B: "[마스킹: 6자 문자열]" }, "[마스킹: 1자 문자열]"],
  });
});
