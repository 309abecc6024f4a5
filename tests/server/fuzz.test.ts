import fc from "fast-check";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { startProxy } from "../../scripts/proxy/start.ts";
import { loanPath, sampleRequest } from "../support/bundle.ts";
import { callLoan } from "../support/loan.ts";
import { proxyFor, rawServer, rulesOf } from "../support/proxy.ts";
import { talk } from "../support/raw-socket.ts";
import { credentials, useSandbox, useServer } from "../support/servers.ts";

// An exception in an event handler of a server is an unhandled error, which fails the run.

const cases = 400;
const body = JSON.stringify(sampleRequest());

/** What a request or an answer is most likely to be misread by. */
const bits = [
  ...[
    "\0",
    "\x01",
    "\x1b[31m",
    "\x7f",
    "\x80",
    "\xff",
    "\t",
    "\v",
    "\r",
    "\n",
    "\r\n",
    "\r\n\r\n",
    " ",
    ":",
    ",",
    ";",
    '"',
    "%00",
  ],
  ...[
    "0",
    "-1",
    "65536",
    "99999999999999999999",
    "HTTP/1.1",
    "HTTP/2.0",
    "HTTP/1.0",
    "100",
    "101",
    "199",
    "204",
    "304",
    "999",
  ],
  ...[
    "Transfer-Encoding: chunked\r\n",
    "Content-Length: 5\r\n",
    "Connection: upgrade\r\n",
    "Upgrade: h2c\r\n",
    "Trailer: a\r\n",
  ],
  ...[
    "Expect: 100-continue\r\n",
    "Host: b\r\n",
    "Via: \x80\r\n",
    "Prefer: fault=reset\r\n",
    "Origin: \xe9\r\n",
    "a:\r\n".repeat(300),
  ],
  ...["__proto__: 1\r\n", "CONNECT ", "OPTIONS ", "HEAD ", "Access-Control-Request-Method: \xe9\r\n"],
];

/** Small changes of a text: at a share of it, letters that are dropped and put in. Most of what matters stands in the first lines. */
const edits = fc.array(
  fc.record({
    at: fc.oneof(fc.double({ min: 0, max: 0.1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    drop: fc.nat(2),
    put: fc.oneof(
      fc.constantFrom("", ...bits),
      fc.nat(255).map((code) => String.fromCharCode(code)),
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Texts that are nearly the given one, the same in each run. */
function nearly(text: string): string[] {
  return fc.sample(edits, { seed: 16, numRuns: cases }).map((list) =>
    list.reduce((changed, { at, drop, put }) => {
      const from = Math.floor(at * changed.length);
      return changed.slice(0, from) + put + changed.slice(from + drop);
    }, text),
  );
}

const sandbox = useSandbox({ requestTimeout: 1000 });
const proxy = useServer(() => startProxy({ upstream: sandbox.url(), timeout: 1000 }));

describe.each([
  ["sandbox", () => sandbox.url()],
  ["proxy", () => proxy.url()],
])("%s", (_server, url) => {
  afterEach(async () => expect((await callLoan(url())).status).toBe(200));

  test(`outlives ${cases} requests that are nearly right`, { timeout: 60_000 }, async () => {
    const fields = Object.entries({ Host: "127.0.0.1", ...credentials, "Content-Type": "application/json" });
    const request = [
      `POST ${loanPath}?a=b HTTP/1.1`,
      ...fields.map(([name, value]) => `${name}: ${value}`),
      `Content-Length: ${body.length}`,
      "Connection: close",
      "",
      body,
    ].join("\r\n");
    const requests = nearly(request);
    const answers = await inTurns(requests, (bytes) => talk(url(), bytes, "end"));
    for (const [index, answer] of answers.entries())
      expect([requests[index], answer]).toEqual([requests[index], expect.stringMatching(/^(HTTP\/1\.1 \d{3} |$)/)]);
  });
});

test(
  `the proxy outlives ${cases} answers that are nearly right, and answers in their place where it has to`,
  { timeout: 60_000 },
  async () => {
    const answer = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nSet-Cookie: a=b\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`;
    const given = nearly(answer);
    const upstream = await rawServer((socket, text) => {
      const [, index] = /index=(\d+)/.exec(text) ?? [];
      if (index !== undefined) socket.end(Buffer.from(given[Number(index)] ?? "", "latin1"));
    });
    const before = await startProxy({ upstream, timeout: 1000 });
    onTestFinished(() => before.close());
    const answers = await inTurns([...given.keys()], (index) =>
      talk(before.url, `GET ${loanPath}?index=${index} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`),
    );
    for (const [index, text] of answers.entries())
      expect([given[index], text]).toEqual([given[index], expect.stringMatching(/^HTTP\/1\.1 \d{3} /)]);
  },
);

test.each([
  ["a control character in the reason", "http", "HTTP/1.1 200 a\x01b\r\nContent-Length: 2\r\n\r\n{}"],
  ["a status that is none", "http", "HTTP/1.1 099 OK\r\nContent-Length: 2\r\n\r\n{}"],
  ["a field of control characters", "http", "HTTP/1.1 200 OK\r\nX-A: \x01\r\nContent-Length: 2\r\n\r\n{}"],
  ["a switch of protocols", "connection", "HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n"],
])("the proxy answers for an upstream with %s", async (_name, kind, bytes) => {
  const upstream = await rawServer((socket) => socket.end(Buffer.from(bytes, "latin1")));
  const { url, next } = await proxyFor(upstream);
  const request = `GET ${loanPath} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`;
  for (const _time of [1, 2])
    expect(await talk(url, request)).toMatch(/^HTTP\/1\.1 500 Internal Server Error\r\n[\s\S]*"ERRCODE":"SYSCD0/);
  expect(rulesOf(await next())).toContain(`response ${kind} 연결`);
});

/** Calls a function for each item, sixteen at a time. */
async function inTurns<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const at = next++;
      results[at] = await act(items[at] as T);
    }
  };
  await Promise.all(Array.from({ length: 16 }, work));
  return results;
}
