import { describe, expect, test } from "vitest";
import { specDir } from "../../scripts/lib/paths.ts";
import { type FieldTable, typeNotation } from "../../scripts/lib/source.ts";
import { loadSpec } from "../../scripts/lib/spec-files.ts";
import { sampleRequest } from "../support/bundle.ts";
import { send } from "../support/http.ts";
import { credentials, servers, useServer } from "../support/servers.ts";

const table = loadSpec(specDir).source<FieldTable[]>("fields.yaml").find(({ section }) => section === "4.1.2");
const rows = (table?.rows ?? []).map((row) => ({ ...row, part: row.at as "dataHeader" | "dataBody", length: Number(typeNotation.exec(row.type)?.[2]) }));
const texts = rows.filter(({ code }) => !code.endsWith("_YN"));
const consents = rows.filter(({ code }) => code.endsWith("_YN"));

type Request = ReturnType<typeof sampleRequest>;

test("the table of 4.1.2 has its twelve rows", () => {
  expect(rows).toHaveLength(12);
});

describe.each(servers)("$server", ({ start }) => {
  const server = useServer(start);

  /** The status of the documented call, by GET and by POST, which must agree. */
  async function statusOf(change: (request: Request) => void, headers: Record<string, string> = credentials): Promise<number> {
    const body = sampleRequest();
    change(body);
    const [get, post] = await Promise.all(
      ["GET", "POST"].map((method) =>
        send(`${server.url()}/oai/wb/v1/credit/getCreditLoanBasicInfo`, { method, headers: { ...headers, "content-type": "application/json" }, body }),
      ),
    );
    expect(post?.status).toBe(get?.status);
    return get?.status ?? 0;
  }

  describe("required (Y)", () => {
    test.each(rows)("$code missing is refused", async ({ part, code }) => {
      expect(await statusOf((request) => delete request[part][code])).toBe(400);
    });

    test.each(["dataHeader", "dataBody"] as const)("%s missing is refused", async (part) => {
      expect(await statusOf((request) => delete (request as Partial<Request>)[part])).toBe(400);
    });

    test.each(texts)("$code may be empty", async ({ part, code }) => {
      expect(await statusOf((request) => (request[part][code] = ""))).toBe(200);
    });
  });

  describe("length n of S(n), in code points", () => {
    const alphabets = { ASCII: "A", Hangul: "가", emoji: "😀" };
    const both = texts.flatMap((row) => Object.entries(alphabets).map(([alphabet, letter]) => ({ ...row, alphabet, letter })));

    test.each(both)("$code takes $length of $alphabet", async ({ part, code, length, letter }) => {
      expect(await statusOf((request) => (request[part][code] = letter.repeat(length)))).toBe(200);
    });

    test.each(both)("$code refuses $length + 1 of $alphabet", async ({ part, code, length, letter }) => {
      expect(await statusOf((request) => (request[part][code] = letter.repeat(length + 1)))).toBe(400);
    });
  });

  describe("consents take Y and N and nothing else", () => {
    test.each(consents)("$code", async ({ part, code }) => {
      const answer = (value: unknown): Promise<number> => statusOf((request) => (request[part][code] = value));
      expect(await answer("Y")).toBe(200);
      expect(await answer("N")).toBe(200);
      for (const value of ["y", "", "YY", true, null]) expect([value, await answer(value)]).toEqual([value, 400]);
    });
  });

  describe("types and unknown keys", () => {
    test.each(rows)("$code refuses what is not a string", async ({ part, code }) => {
      for (const value of [1, true, null, [], {}]) expect([value, await statusOf((request) => (request[part][code] = value))]).toEqual([value, 400]);
    });

    test("an unknown key is refused in the envelope and in both its parts", async () => {
      expect(await statusOf((request) => ((request as Record<string, unknown>)["EXTRA"] = ""))).toBe(400);
      expect(await statusOf((request) => (request.dataHeader["EXTRA"] = ""))).toBe(400);
      expect(await statusOf((request) => (request.dataBody["EXTRA"] = ""))).toBe(400);
    });
  });

  describe("a body", () => {
    test.each(["GET", "POST"])("is required for %s", async (method) => {
      const reply = await send(`${server.url()}/oai/wb/v1/credit/getCreditLoanBasicInfo`, { method, headers: credentials });
      expect(reply.status).toBe(400);
    });

    test("of tokencheck is empty", async () => {
      const headers = { ...credentials, "content-type": "application/x-www-form-urlencoded" };
      const statusWith = async (body: string): Promise<number> => (await send(`${server.url()}/oap/wb/v2/oauth/tokencheck`, { headers, body })).status;
      expect(await statusWith("")).toBe(200);
      expect(await statusWith("token=1")).toBe(400);
    });
  });

  describe("credentials", () => {
    const without = (...names: (keyof typeof credentials)[]): Record<string, string> =>
      Object.fromEntries(Object.entries(credentials).filter(([name]) => !names.includes(name as keyof typeof credentials)));

    test("the loan operation takes both keys, with or without a bearer token", async () => {
      expect(await statusOf(() => {})).toBe(200);
      expect(await statusOf(() => {}, without("authorization"))).toBe(200);
    });

    test.each([["appKey"], ["secretKey"]] as const)("the loan operation refuses a request without %s", async (name) => {
      expect(await statusOf(() => {}, without(name))).toBe(401);
      expect(await statusOf(() => {}, without(name, "authorization"))).toBe(401);
    });

    test("tokencheck takes appKey and a bearer token, and needs both", async () => {
      const check = async (headers: Record<string, string>): Promise<number> =>
        (await send(`${server.url()}/oap/wb/v2/oauth/tokencheck`, { headers })).status;
      expect(await check(without("secretKey"))).toBe(200);
      expect(await check(without("secretKey", "appKey"))).toBe(401);
      expect(await check(without("secretKey", "authorization"))).toBe(401);
    });
  });
});
