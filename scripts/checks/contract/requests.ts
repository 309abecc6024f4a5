import assert from "node:assert/strict";
import { type FieldTable, readTypeNotation } from "../../bundle/source.ts";
import type { Check, CheckGroup } from "./check.ts";
import { credentials, type Envelope, loanPath, type Subject, tokenPath } from "./subject.ts";

type Headers = Record<string, string>;
const alphabets = { ASCII: "A", Hangul: "가", emoji: "😀" };

const without = (...names: (keyof typeof credentials)[]): Headers =>
  Object.fromEntries(Object.entries(credentials).filter(([name]) => !names.includes(name as keyof typeof credentials)));

/** The status of the documented call, by GET and by POST, which must agree. */
async function statusOf(
  subject: Subject,
  change: (request: Envelope) => void,
  headers: Headers = credentials,
): Promise<number> {
  const body = subject.sampleRequest();
  change(body);
  const [get, post] = await Promise.all(
    ["GET", "POST"].map((method) =>
      subject.ask(loanPath, { method, headers: { ...headers, "content-type": "application/json" }, body }),
    ),
  );
  assert.equal(post?.status, get?.status);
  return get?.status ?? 0;
}

/** The mock takes what 4.1.2 and 3.4 allow, and nothing else. The rows come from the document's table, not from the schema. */
export const requests: CheckGroup = {
  name: "requests",
  asks: "either",
  checks: (subject) => [...fieldChecks(subject), ...bodyChecks(subject), ...credentialChecks(subject)],
};

function fieldChecks(subject: Subject): Check[] {
  const table = subject.spec.source<FieldTable[]>("fields.yaml").find(({ section }) => section === "4.1.2");
  const rows = (table?.rows ?? []).map((row) => ({
    ...row,
    part: row.at as keyof Envelope,
    length: Number(readTypeNotation(row.type).length),
  }));
  const texts = rows.filter(({ code }) => !code.endsWith("_YN"));
  const want = async (status: number, change: (request: Envelope) => void): Promise<void> =>
    assert.equal(await statusOf(subject, change), status);
  return [
    { name: "the table of 4.1.2 has its twelve rows", run: () => assert.equal(rows.length, 12) },
    ...rows.map(({ part, code }) => ({
      name: `required (Y): ${code} missing is refused`,
      run: () => want(400, (request) => delete request[part][code]),
    })),
    ...(["dataHeader", "dataBody"] as const).map((part) => ({
      name: `required (Y): ${part} missing is refused`,
      run: () => want(400, (request) => delete (request as Partial<Envelope>)[part]),
    })),
    ...(["dataHeader", "dataBody"] as const).map((part) => ({
      name: `types: ${part} refuses what is not an object`,
      async run() {
        for (const value of [null, [], "", 1, true])
          await want(400, (request) => ((request as unknown as Record<string, unknown>)[part] = value));
      },
    })),
    ...texts.map(({ part, code }) => ({
      name: `required (Y): ${code} may be empty`,
      run: () => want(200, (request) => (request[part][code] = "")),
    })),
    ...texts.flatMap(({ part, code, length }) =>
      Object.entries(alphabets).flatMap(([alphabet, letter]) => [
        {
          name: `length, in code points: ${code} takes ${length} of ${alphabet}`,
          run: () => want(200, (request) => (request[part][code] = letter.repeat(length))),
        },
        {
          name: `length, in code points: ${code} refuses ${length} + 1 of ${alphabet}`,
          run: () => want(400, (request) => (request[part][code] = letter.repeat(length + 1))),
        },
      ]),
    ),
    ...rows
      .filter((row) => !texts.includes(row))
      .map(({ part, code }) => ({
        name: `consents take Y and N and nothing else: ${code}`,
        async run() {
          for (const value of ["Y", "N"]) await want(200, (request) => (request[part][code] = value));
          for (const value of ["y", "", "YY", true, null]) await want(400, (request) => (request[part][code] = value));
        },
      })),
    ...rows.map(({ part, code }) => ({
      name: `types: ${code} refuses what is not a string`,
      async run() {
        for (const value of [1, true, null, [], {}]) await want(400, (request) => (request[part][code] = value));
      },
    })),
    {
      name: "an unknown key is refused in the envelope and in both its parts",
      async run() {
        await want(400, (request) => ((request as unknown as Record<string, unknown>)["EXTRA"] = ""));
        await want(400, (request) => (request.dataHeader["EXTRA"] = ""));
        await want(400, (request) => (request.dataBody["EXTRA"] = ""));
      },
    },
  ];
}

function bodyChecks(subject: Subject): Check[] {
  return [
    ...["GET", "POST"].map((method) => ({
      name: `a body is required for ${method}`,
      run: async () => assert.equal((await subject.ask(loanPath, { method, headers: credentials })).status, 400),
    })),
    {
      name: "a body of tokencheck is empty",
      async run() {
        const headers = { ...credentials, "content-type": "application/x-www-form-urlencoded" };
        assert.equal((await subject.ask(tokenPath, { headers, body: "" })).status, 200);
        assert.equal((await subject.ask(tokenPath, { headers, body: "token=1" })).status, 400);
      },
    },
  ];
}

function credentialChecks(subject: Subject): Check[] {
  const loan = (headers: Headers): Promise<number> => statusOf(subject, () => {}, headers);
  const token = async (headers: Headers): Promise<number> => (await subject.ask(tokenPath, { headers })).status;
  return [
    {
      name: "the loan operation takes both keys, with or without a bearer token",
      async run() {
        assert.equal(await loan(credentials), 200);
        assert.equal(await loan(without("authorization")), 200);
      },
    },
    ...(["appKey", "secretKey"] as const).map((name) => ({
      name: `the loan operation refuses a request without ${name}`,
      async run() {
        assert.equal(await loan(without(name)), 401);
        assert.equal(await loan(without(name, "authorization")), 401);
      },
    })),
    {
      name: "tokencheck takes appKey and a bearer token, and needs both",
      async run() {
        assert.equal(await token(without("secretKey")), 200);
        assert.equal(await token(without("secretKey", "appKey")), 401);
        assert.equal(await token(without("secretKey", "authorization")), 401);
      },
    },
  ];
}
