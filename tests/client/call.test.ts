import { describe, expect, test } from "vitest";
import { api, sampleRequest } from "../support/bundle.ts";
import { answering, canary, clientFor, errorOf, input, serve, success, successBody, ways } from "../support/client.ts";
import { canaryApps, useSandbox } from "../support/servers.ts";
import type { CreditLoanBasicInfoRequest } from "../../generated/types.ts";
import { WooriApiError } from "../../generated/client.ts";

const path = "/oai/wb/v1/credit/getCreditLoanBasicInfo";

describe("against the sandbox", () => {
  const sandbox = useSandbox({ apps: canaryApps });

  test.each(ways)("$way: the document's request gets the corrected 4.1.5", async ({ options }) => {
    const result = await clientFor(sandbox.url(), options).getCreditLoanBasicInfo(
      sampleRequest() as unknown as CreditLoanBasicInfoRequest,
    );
    expect(result.data).toEqual(successBody());
    expect(result.issues).toEqual([]);
    expect(result.businessError).toBeUndefined();
    expect(result.response.status).toBe(200);
  });

  test("checkToken answers", async () => {
    const { data, issues } = await clientFor(sandbox.url()).checkToken();
    expect({ data, issues }).toEqual({ data: { dataHeader: {}, dataBody: {} }, issues: [] });
  });

  test.each(api["x-error-catalogue"].codes)(
    "$code is an api error with the catalogue's meaning and advice",
    async ({ code, meaning, action, message, resend, status }) => {
      const client = clientFor(sandbox.url(), {
        fetch: (request) => {
          const headers = new Headers(request.headers);
          headers.set("prefer", `code=${status[0]}, example=${code}`);
          return fetch(new Request(request, { headers }));
        },
      });
      const error = await errorOf(client.getCreditLoanBasicInfo(input()));
      expect(error).toBeInstanceOf(WooriApiError);
      expect(error).toMatchObject({
        kind: "api",
        status: status[0],
        code,
        bankMessage: message,
        known: true,
        meaning,
        advice: action,
        resend,
      });
    },
  );

  test("raw makes the same call through openapi-fetch", async () => {
    const { raw } = clientFor(sandbox.url());
    const { data, error } = await raw.GET(path, { body: sampleRequest() as unknown as CreditLoanBasicInfoRequest });
    expect(data?.dataBody.LN_AVL_AM).toBe("350000000");
    expect(error).toBeUndefined();
    const refused = await raw.GET("/oap/wb/v2/oauth/tokencheck", {
      headers: { prefer: "code=401, example=SYSCD03001" },
    });
    expect(refused.error).toMatchObject({ dataBody: { ERRCODE: "SYSCD03001" } });
  });
});

describe("on the wire", () => {
  test.each(ways)("$way: method, path, headers once each, exact bytes", async ({ way, options }) => {
    const server = await serve(answering(success));
    const request = { ...input(), dataHeader: { ...input().dataHeader, UTZ_MCHR_MDL_NM: "갤럭시 😀" } };
    await clientFor(server.url, options).getCreditLoanBasicInfo(request);
    const [seen] = server.seen;
    expect([seen?.method, seen?.url]).toEqual([way.split(" ")[0], path]);
    expect(JSON.parse(seen?.body ?? "")).toEqual(request);
    const names = seen?.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase()) ?? [];
    expect(names).toEqual([...new Set(names)]);
    const value = (name: string): string | undefined =>
      seen?.rawHeaders[seen.rawHeaders.findIndex((raw, index) => index % 2 === 0 && raw.toLowerCase() === name) + 1];
    expect(value("appkey")).toBe(canary.appKey);
    expect(value("secretkey")).toBe(canary.secretKey);
    expect(value("authorization")).toBe(`Bearer ${canary.accessToken}`);
    expect(value("content-type")).toBe("application/json");
    expect(value("content-length")).toBe(String(Buffer.byteLength(seen?.body ?? "")));
  });

  test("checkToken sends the app key and the token, and not the secret key", async () => {
    const server = await serve(answering('{"dataHeader":{},"dataBody":{}}'));
    await clientFor(server.url).checkToken();
    const headers = server.seen[0]?.rawHeaders.map((text) => text.toLowerCase());
    expect(headers).toContain("appkey");
    expect(headers).toContain("authorization");
    expect(headers).not.toContain("secretkey");
  });

  test("a call goes out without a token where the operation needs none", async () => {
    const server = await serve(answering(success));
    const { appKey, secretKey } = canary;
    const { createWooriClient } = await import("../../generated/client.ts");
    const client = createWooriClient({ baseUrl: server.url, appKey, secretKey });
    await client.getCreditLoanBasicInfo(input());
    expect(server.seen[0]?.rawHeaders).not.toContain("Authorization");
    expect(await errorOf(client.checkToken())).toMatchObject({ kind: "input", problems: [{ code: "accessToken" }] });
    expect(server.seen).toHaveLength(1);
    client.close();
  });

  test("raw cannot move the call, replace a credential, or frame the message", async () => {
    const server = await serve(answering(success));
    const other = await serve(answering(success));
    const { raw } = clientFor(server.url);
    expect(await errorOf(raw.GET(path, { baseUrl: other.url, body: input() }))).toMatchObject({ kind: "input" });
    expect(await errorOf(raw.GET("/elsewhere" as typeof path, { body: input() }))).toMatchObject({ kind: "input" });
    expect(other.connections()).toBe(0);
    await raw.GET(path, {
      body: input(),
      headers: { APPKEY: "other", "content-length": "1", "transfer-encoding": "chunked", host: "elsewhere" },
    });
    const sent = server.seen[0]?.rawHeaders.join("\n") ?? "";
    expect(sent).toContain(canary.appKey);
    expect(sent).not.toMatch(/other|elsewhere|chunked/);
  });

  test("a path in baseUrl stays in front", async () => {
    const server = await serve(answering(success));
    await clientFor(`${server.url}/gateway/`).getCreditLoanBasicInfo(input());
    expect(server.seen[0]?.url).toBe(`/gateway${path}`);
  });

  test("dataHeader of the client is under the call's own", async () => {
    const server = await serve(answering(success));
    const { dataHeader, dataBody } = input();
    await clientFor(server.url, { dataHeader }).getCreditLoanBasicInfo({
      dataHeader: { UTZ_MCHR_MDL_NM: "own" },
      dataBody,
    });
    expect(JSON.parse(server.seen[0]?.body ?? "")).toEqual({
      dataHeader: { ...dataHeader, UTZ_MCHR_MDL_NM: "own" },
      dataBody,
    });
  });

  test("1,000 calls at once share kept connections, which close with the client", async () => {
    const server = await serve(answering(success));
    const client = clientFor(server.url);
    await client.getCreditLoanBasicInfo(input());
    await client.getCreditLoanBasicInfo(input());
    expect(server.connections()).toBe(1);
    const results = await Promise.all(Array.from({ length: 1000 }, () => client.getCreditLoanBasicInfo(input())));
    expect(results.every(({ data }) => data?.dataBody.CNT === "1")).toBe(true);
    expect(server.seen).toHaveLength(1002);
    client.close();
    await expect.poll(() => server.sockets.size).toBe(0);
  });
});

test("a middleware of raw may replace the request", async () => {
  const server = await serve(answering(success));
  const { raw } = clientFor(server.url);
  raw.use({
    onRequest: ({ request }) =>
      new Request(request, { headers: { ...Object.fromEntries(request.headers), "x-own": "1" } }),
  });
  await raw.POST(path, { body: input() });
  expect(server.seen[0]?.rawHeaders).toContain("x-own");
  await raw.GET("/oap/wb/v2/oauth/tokencheck");
  expect(server.seen[1]?.rawHeaders).toContain("x-own");
  // A copy of a GET has lost its body; it must not go out without.
  expect(await errorOf(raw.GET(path, { body: input() }))).toMatchObject({
    kind: "input",
    problems: [{ code: "body" }],
  });
  expect(server.seen).toHaveLength(2);
});
