import { describe, expect, test } from "vitest";
import { canary, clientFor, errorOf, input, serve, success, type TestServer } from "../support/client.ts";
import { createWooriClient } from "../../generated/client.ts";

const methods = (server: TestServer): string[] => server.seen.map(({ method }) => method);

/** Answers GET and POST with these statuses; 200 with the success body. */
const statuses =
  (byMethod: Record<string, number>): Parameters<typeof serve>[0] =>
  (request, response) => {
    const status = byMethod[request.method ?? ""] ?? 500;
    response
      .writeHead(status, { "content-type": "application/json" })
      .end(status === 200 ? success : '{"dataHeader":{},"dataBody":{}}');
  };

describe("auto", () => {
  test("is the documented GET", async () => {
    const server = await serve(statuses({ GET: 200 }));
    const client = clientFor(server.url);
    await client.getCreditLoanBasicInfo(input());
    await client.getCreditLoanBasicInfo(input());
    expect(methods(server)).toEqual(["GET", "GET"]);
  });

  test.each([405, 501])("posts once after %i, and from then on", async (status) => {
    const server = await serve(statuses({ GET: status, POST: 200 }));
    const client = clientFor(server.url);
    await client.getCreditLoanBasicInfo(input());
    await client.getCreditLoanBasicInfo(input());
    expect(methods(server)).toEqual(["GET", "POST", "POST"]);
    expect(server.seen[1]?.body).toBe(server.seen[0]?.body);
  });

  test("asks no third time when POST is refused too", async () => {
    const server = await serve(statuses({ GET: 405, POST: 405 }));
    const client = clientFor(server.url);
    expect(await errorOf(client.getCreditLoanBasicInfo(input()))).toMatchObject({ kind: "api", status: 405 });
    expect(methods(server)).toEqual(["GET", "POST"]);
    await errorOf(client.getCreditLoanBasicInfo(input()));
    expect(methods(server)).toEqual(["GET", "POST", "POST"]);
  });

  test.each([400, 401, 403, 404, 429, 500, 502, 503, 504])("never after %i", async (status) => {
    const server = await serve(statuses({ GET: status, POST: 200 }));
    expect(await errorOf(clientFor(server.url).getCreditLoanBasicInfo(input()))).toMatchObject({ status });
    expect(methods(server)).toEqual(["GET"]);
  });

  test("never for an operation that has no POST form", async () => {
    const server = await serve(statuses({ GET: 405, POST: 200 }));
    expect(await errorOf(clientFor(server.url).checkToken())).toMatchObject({ kind: "api", status: 405 });
    expect(methods(server)).toEqual(["GET"]);
  });
});

describe("chosen", () => {
  test("GET stays GET after 405", async () => {
    const server = await serve(statuses({ GET: 405, POST: 200 }));
    expect(await errorOf(clientFor(server.url, { method: "GET" }).getCreditLoanBasicInfo(input()))).toMatchObject({
      kind: "api",
      status: 405,
    });
    expect(methods(server)).toEqual(["GET"]);
  });

  test("POST posts from the first call", async () => {
    const server = await serve(statuses({ POST: 200 }));
    await clientFor(server.url, { method: "POST" }).getCreditLoanBasicInfo(input());
    expect(methods(server)).toEqual(["POST"]);
  });

  test("GET cannot be chosen with a fetch, which refuses a GET with a body", async () => {
    const { appKey, secretKey } = canary;
    expect(() =>
      createWooriClient({ baseUrl: "https://bank.example", appKey, secretKey, method: "GET", fetch }),
    ).toThrow("본문이 있는 GET을 보낼 수 없는 환경");
    const { raw } = clientFor("https://bank.example", { fetch });
    expect(await errorOf(raw.GET("/oai/wb/v1/credit/getCreditLoanBasicInfo", { body: input() }))).toMatchObject({
      kind: "input",
      problems: [{ code: "method" }],
    });
  });
});
