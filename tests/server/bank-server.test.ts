import { connect } from "node:net";
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { startProxy } from "../../scripts/proxy/start.ts";
import { loanPath, sampleRequest } from "../support/bundle.ts";
import { expectError } from "../support/envelope.ts";
import { callLoan } from "../support/loan.ts";
import { talk } from "../support/raw-socket.ts";
import { credentials, useSandbox, useServer } from "../support/servers.ts";

const sandbox = useSandbox({ requestTimeout: 1000 });
const proxy = useServer(() => startProxy({ upstream: sandbox.url(), timeout: 5000 }));

// The first answer waits for Prism.
beforeAll(async () => void (await callLoan(sandbox.url())));
beforeEach(() => sandbox.server().reset());

const sample = JSON.stringify(sampleRequest());
const fields = Object.entries({
  Host: "127.0.0.1",
  ...credentials,
  "Content-Type": "application/json",
  Prefer: "example=noAccounts",
})
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join("");
const length = `Content-Length: ${sample.length}\r\n`;
const coded = "Transfer-Encoding: chunked\r\n";
const hex = Buffer.byteLength(sample).toString(16);
const chunked = `${hex}\r\n${sample}\r\n0\r\n\r\n`;

/** The documented request with good credentials, its framing and body as given. */
function request(framing = length, body = sample, line = `POST ${loanPath} HTTP/1.1`): string {
  return `${line}\r\n${fields}${framing}\r\n${body}`;
}

/** The requests that the sandbox has executed, by their scenario, which no other request of these tests has. */
const executed = (): unknown[] =>
  sandbox
    .server()
    .requests()
    .filter(({ scenario }) => scenario?.startsWith("example=noAccounts"));

function answersIn(text: string): { status: number; header: string; body: string }[] {
  return text
    .split(/(?=HTTP\/1\.1 \d{3} )/)
    .filter((part) => part !== "")
    .map((part) => {
      const end = part.indexOf("\r\n\r\n");
      return { status: Number(part.slice(9, 12)), header: part.slice(0, end), body: part.slice(end + 4) };
    });
}

function expectRefusal(text: string, status: number, code: string): void {
  const answers = answersIn(text);
  expect(answers, text).toHaveLength(1);
  for (const answer of answers) {
    expect(answer.header).toMatch(/^connection: close$/m);
    expectError({ status: answer.status, text: answer.body, contentType: "application/json" }, status, code);
  }
}

/** Framings that another server might read as another request than this one does. */
const ambiguous: [name: string, bytes: string][] = [
  ...(
    [
      ["length and chunked", `${length}${coded}`, chunked],
      ["chunked and length", `${coded}${length}`, chunked],
      ["length 0 and chunked", `Content-Length: 0\r\n${coded}`, chunked],
      ["chunked twice", coded + coded, chunked],
      ["equal lengths", length + length, sample],
      ["different lengths", `${length}Content-Length: 5\r\n`, sample],
      ["a list of lengths", "Content-Length: 5, 5\r\n", "12345"],
      ...["-1", "+5", "0x5", "5.0", "5 5", "", "9".repeat(30)].map((value) => [
        `length "${value}"`,
        `Content-Length: ${value}\r\n`,
        "12345",
      ]),
      ["a space before the colon of a length", `Content-Length : ${sample.length}\r\n`, sample],
      ["a space before the colon of chunked", "Transfer-Encoding : chunked\r\n", chunked],
      ["a folded coding", "Transfer-Encoding:\r\n chunked\r\n", chunked],
      ["a tab in the coding", `${length}Transfer-Encoding:\tchunked\r\n`, chunked],
      ["a vertical tab before the coding", `${length}Transfer-Encoding: \vchunked\r\n`, chunked],
      ["gzip", "Transfer-Encoding: gzip\r\n", chunked],
      ["gzip, then chunked", "Transfer-Encoding: gzip, chunked\r\n", chunked],
      ["chunked, then identity", "Transfer-Encoding: chunked, identity\r\n", chunked],
      ["xchunked", `${length}Transfer-Encoding: xchunked\r\n`, chunked],
      ["quoted chunked", 'Transfer-Encoding: "chunked"\r\n', chunked],
      ["bare LF before chunked", `X-A: 1\n${coded}`, chunked],
      ["bare CR before chunked", `X-A: 1\r${coded}`, chunked],
      ["NUL before chunked", `X-A: 1\0${coded}`, chunked],
      ["bare LF behind a chunk size", coded, `${hex}\n${sample}\r\n0\r\n\r\n`],
      ["bare LF behind a chunk", coded, `${hex}\r\n${sample}\n0\r\n\r\n`],
      ["bare LF behind the last chunk", coded, `${hex}\r\n${sample}\r\n0\n\n`],
      ["bare LF in a chunk extension", coded, `${hex};a\n${sample}\r\n0\r\n\r\n`],
      ["bare CR in a chunk extension", coded, `${hex};a\rb\r\n${sample}\r\n0\r\n\r\n`],
      ["a chunk size that is none", coded, `zz\r\n${sample}\r\n0\r\n\r\n`],
      ["a negative chunk size", coded, `-5\r\n${sample}\r\n0\r\n\r\n`],
      ["a chunk size with 0x", coded, `0x${hex}\r\n${sample}\r\n0\r\n\r\n`],
      ["a chunk size of 17 digits", coded, `${"f".repeat(17)}\r\n${sample}\r\n0\r\n\r\n`],
      ["a chunk longer than said", coded, `3\r\n${sample}\r\n0\r\n\r\n`],
      ["20 KB of chunk extensions", coded, `${hex};a=${"b".repeat(20_000)}\r\n${sample}\r\n0\r\n\r\n`],
      ["a second Host", `Host: b\r\n${length}`, sample],
      ["a Host that is none", `Host: a/b\r\n${length}`, sample],
    ] as [string, string, string][]
  ).map(([name, framing, body]): [string, string] => [name, request(framing, body)]),
  ["chunked in HTTP/1.0", request(`Connection: keep-alive\r\n${coded}`, chunked, `POST ${loanPath} HTTP/1.0`)],
  ["no Host", `POST ${loanPath} HTTP/1.1\r\n${length}\r\n${sample}`],
  ["another version", request(length, sample, `POST ${loanPath} HTTP/1.2`)],
  ["bare LF for every line", request().replaceAll("\r\n", "\n")],
  ["a space in the target", request(length, sample, `POST ${loanPath} a HTTP/1.1`)],
  ["a method that is none", request(length, sample, `FOO ${loanPath} HTTP/1.1`)],
  ["a header of 20 KB", request(`X-A: ${"a".repeat(20_000)}\r\n${length}`)],
];

const notHttp: [name: string, bytes: string | Buffer][] = [
  ["a TLS ClientHello", Buffer.from(`16030100c8010000c40303${"ab".repeat(190)}`, "hex")],
  ["the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0"],
  ["HTTP/0.9", `GET ${loanPath}\r\n\r\n`],
  ["garbage", "CANARY\r\n\r\n"],
];

const halves: [name: string, bytes: string][] = [
  ["half a request line", "POST /oai/wb/v1"],
  ["half a header", `POST ${loanPath} HTTP/1.1\r\nHost: a\r\nX-A: b`],
  ["no body", request(length, "")],
  ["half a body", request().slice(0, -100)],
  ["chunks without the last", request(coded, chunked.slice(0, -5))],
];

describe.each([
  ["sandbox", () => sandbox.url()],
  ["proxy", () => proxy.url()],
])("%s", (_server, url) => {
  const expectAlive = async (): Promise<void> => expect((await callLoan(url())).status).toBe(200);

  test.each(ambiguous)("executes no second request behind %s", async (_name, bytes) => {
    const answers = answersIn(await talk(url(), bytes + request()));
    expect(answers.map(({ status }) => status)).toEqual([400]);
    expect(answers[0]?.header).toMatch(/^connection: close$/m);
    await expectAlive();
    expect(executed()).toEqual([]);
  });

  test.each([
    ["chunks", request(coded, chunked)],
    ["a chunk extension", request(coded, `${hex};a=b\r\n${sample}\r\n0\r\n\r\n`)],
    ["a trailer", request(coded, `${hex}\r\n${sample}\r\n0\r\nX-A: b\r\n\r\n`)],
    ["another expectation", request(`Expect: 200-ok\r\n${length}`)],
    ["empty lines before it", `\r\n\r\n${request()}`],
    ["a target in absolute form", request(length, sample, `POST http://127.0.0.1${loanPath} HTTP/1.1`)],
  ])("executes the request that follows %s as a second one", async (_name, bytes) => {
    const answers = answersIn(await talk(url(), bytes + request(`Connection: close\r\n${length}`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await expect.poll(executed).toHaveLength(2);
  });

  test.each(notHttp)("refuses %s in the envelope", async (_name, bytes) => {
    expectRefusal(await talk(url(), bytes), 400, "SYSCD02001");
    await expectAlive();
  });

  test("refuses CONNECT, also behind a request that is answered later", async () => {
    const bytes = "CONNECT example.invalid:443 HTTP/1.1\r\nHost: a\r\n\r\n";
    expectRefusal(await talk(url(), bytes), 405, "SYSCD02901");
    const answers = answersIn(await talk(url(), request(`Prefer: delay=50\r\n${length}`) + bytes + request()));
    expect(answers.map(({ status }) => status)).toEqual([200, 405]);
  });

  test("refuses garbage behind a request that is answered later, once that answer is out", async () => {
    const answers = answersIn(await talk(url(), `${request(`Prefer: delay=50\r\n${length}`)}\x01\x02${request()}`));
    expect(answers.map(({ status }) => status)).toEqual([200, 400]);
  });

  test.each(halves)("answers %s and the end once, and ends", async (_name, bytes) => {
    expectRefusal(await talk(url(), bytes, "end"), 400, "SYSCD02001");
    await expectAlive();
  });

  test("survives connections that break off", async () => {
    const all = [...ambiguous, ...notHttp, ...halves, ["whole", request()] as const];
    await Promise.all(all.map(([, bytes]) => talk(url(), bytes, "reset")));
    await expectAlive();
  });

  test("ends a refused connection whose client goes on sending", async () => {
    const socket = connect(Number(new URL(url()).port), "127.0.0.1");
    const sending = setInterval(() => socket.write("\x01"), 50);
    onTestFinished(() => clearInterval(sending));
    socket.on("error", () => {});
    await new Promise((done) => socket.once("close", done));
    await expectAlive();
  });
});

test.each(halves)("the sandbox refuses %s and silence after its time limit", async (_name, bytes) => {
  expectRefusal(await talk(sandbox.url(), bytes), 400, "SYSCD02001");
});

describe("the sandbox closes a refused connection that may bring an unframed body", () => {
  const without = (framing: string, line = `GET ${loanPath} HTTP/1.1`): string => `${line}\r\n${fields}${framing}\r\n`;

  test.each([
    ["a GET", without("")],
    ["a GET that asks to keep it", without("Connection: keep-alive\r\n")],
    ["a GET in HTTP/1.0", without("Connection: keep-alive\r\n", `GET ${loanPath} HTTP/1.0`)],
    ["a POST", without("", `POST ${loanPath} HTTP/1.1`)],
    ["a GET of an unknown path", without("", "GET /none HTTP/1.1")],
  ])("%s, and executes nothing of it", async (_name, header) => {
    const answers = answersIn(await talk(sandbox.url(), header + sample + request()));
    expect(answers).toHaveLength(1);
    expect(answers[0]?.header).toMatch(/^connection: close$/im);
    expect(executed()).toEqual([]);
  });

  test.each([
    ["a length", request("Content-Length: 2\r\n", "[]", `GET ${loanPath} HTTP/1.1`)],
    ["chunks", request(coded, "2\r\n[]\r\n0\r\n\r\n", `GET ${loanPath} HTTP/1.1`)],
    ["Content-Length: 0", request("Content-Length: 0\r\n", "", `GET ${loanPath} HTTP/1.1`)],
  ])("but keeps one whose body was framed by %s", async (_name, bytes) => {
    const answers = answersIn(await talk(sandbox.url(), bytes + request(`Connection: close\r\n${length}`)));
    expect(answers.map(({ status }) => status)).toEqual([400, 200]);
  });
});
