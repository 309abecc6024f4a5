import { describe, expect, test } from "vitest";
import { loanPath } from "../support/bundle.ts";
import { expectError, leaks } from "../support/envelope.ts";
import { canary, chunked, expectAlive, RawConnection, rawRequest } from "../support/raw-socket.ts";
import { credentials, useSandbox } from "../support/servers.ts";

const { url } = useSandbox();

/** What comes of a request: its status, the code of an error, and whether the connection goes on. */
type Row = [name: string, bytes: string | Buffer, status: number, code: string | undefined, then: "goes on" | "ends"];

const coded = "Transfer-Encoding: chunked\r\n";
const body = JSON.stringify({ dataHeader: { canary } });
const inChunks = (bytes: string): string => rawRequest({ framing: coded, body: bytes });
const withLength = (value: string): string => rawRequest({ framing: `Content-Length: ${value}\r\n` });
const sample = rawRequest().split("\r\n\r\n")[1] ?? "";
const hexLength = sample.length.toString(16);

/** Sends each request on a connection of its own, and another behind it where the connection goes on. */
function testRows(rows: Row[]): void {
  test.each(rows)("%s", async (_name, bytes, status, code, then) => {
    const head = bytes.toString().startsWith("HEAD");
    const connection = new RawConnection(url(), { head });
    void connection.write(bytes);
    const [answer] = await connection.until(1);
    expect(answer?.status).toBe(status);
    expect(JSON.stringify(answer?.headers)).not.toMatch(leaks);
    if (code !== undefined && !head) {
      const texts = expectError(
        { status, text: answer?.body.toString() ?? "", contentType: answer?.headers["content-type"] },
        status,
        code,
      );
      expect(texts).not.toEqual([]);
    }
    expect("allow" in (answer?.headers ?? {})).toBe(status === 405);
    expect(answer?.headers["connection"]).toBe(then === "ends" ? "close" : "keep-alive");
    if (then === "ends") expect(await connection.closed()).toBe("FIN");
    else {
      void connection.write(rawRequest(head ? { method: "HEAD" } : {}));
      expect((await connection.until(2))[1]?.status).toBe(head ? 405 : 200);
    }
    expect(connection.interim).toEqual(/^Expect: 100/m.test(bytes.toString()) ? [100] : []);
    await expectAlive(url());
  });
}

describe("what is no HTTP/1.1 is refused with the envelope and the connection ends", () => {
  testRows([
    ["a TLS ClientHello", Buffer.from(`16030100c8010000c40303${"ab".repeat(190)}`, "hex"), 400, "SYSCD02001", "ends"],
    ["the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0", 400, "SYSCD02001", "ends"],
    ["HTTP/0.9", `GET ${loanPath}\r\n\r\n`, 400, "SYSCD02001", "ends"],
    ["HTTP/1.2", rawRequest({ version: "HTTP/1.2" }), 400, "SYSCD02001", "ends"],
    ["HTTP/2.0 in words", rawRequest({ version: "HTTP/2.0" }), 400, "SYSCD02001", "ends"],
    ["no target", rawRequest({ target: "" }), 400, "SYSCD02001", "ends"],
    ["a target without a slash", rawRequest({ target: "oai" }), 400, "SYSCD02001", "ends"],
    ["a space in the target", rawRequest({ target: `${loanPath}?a b` }), 400, "SYSCD02001", "ends"],
    ["NUL in the target", rawRequest({ target: "/a\0b" }), 400, "SYSCD02001", "ends"],
    ["UTF-8 in the target", rawRequest({ target: `${loanPath}?a=\xed\x95\x9c` }), 400, "SYSCD02001", "ends"],
    ["a target of 20 KB", rawRequest({ target: `/${"a".repeat(20_000)}` }), 400, "SYSCD02001", "ends"],
    ["bare LF for every line", rawRequest().replaceAll("\r\n", "\n"), 400, "SYSCD02001", "ends"],
    ["bare LF behind a header", rawRequest({ extra: "X-A: 1\nX-B: 2\r\n" }), 400, "SYSCD02001", "ends"],
    ["bare CR behind a header", rawRequest({ extra: "X-A: 1\rX-B: 2\r\n" }), 400, "SYSCD02001", "ends"],
    ["a folded header (obs-fold)", rawRequest({ extra: "X-A: 1\r\n 2\r\n" }), 400, "SYSCD02001", "ends"],
    ["a space in a header name", rawRequest({ extra: "X A: 1\r\n" }), 400, "SYSCD02001", "ends"],
    ["a space before the colon", rawRequest({ extra: "X-A : 1\r\n" }), 400, "SYSCD02001", "ends"],
    ["no header name", rawRequest({ extra: ": 1\r\n" }), 400, "SYSCD02001", "ends"],
    ["no colon", rawRequest({ extra: "X-A\r\n" }), 400, "SYSCD02001", "ends"],
    ["NUL in a header", rawRequest({ headers: { "X-A": "a\0b" } }), 400, "SYSCD02001", "ends"],
    ["a control character in a header", rawRequest({ headers: { "X-A": "\x1b[2J" } }), 400, "SYSCD02001", "ends"],
    ["one header of 20 KB", rawRequest({ headers: { "X-A": "a".repeat(20_000) } }), 400, "SYSCD02001", "ends"],
    ["one header of 10 MB", rawRequest({ headers: { "X-A": "a".repeat(10_000_000) } }), 400, "SYSCD02001", "ends"],
    ["1,500 headers of 16 bytes", rawRequest({ extra: "X-Many: abcdef\r\n".repeat(1500) }), 400, "SYSCD02001", "ends"],
    [
      "2,100 empty headers, the app key behind them",
      rawRequest({ headers: { appKey: undefined }, extra: `${"a:\r\n".repeat(2100)}appKey: SANDBOX-APP-KEY\r\n` }),
      400,
      "SYSCD02001",
      "ends",
    ],
    ["10 MB of garbage", Buffer.alloc(10_000_000, 1), 400, "SYSCD02001", "ends"],
    ["no Host", rawRequest({ headers: { Host: undefined } }), 400, "SYSCD02001", "ends"],
    ["two Hosts", rawRequest({ extra: "Host: b\r\n" }), 400, "SYSCD02001", "ends"],
    ["a Host that is none", rawRequest({ headers: { Host: "a/b c" } }), 400, "SYSCD02001", "ends"],
    ["two Authorizations", rawRequest({ extra: `Authorization: Bearer ${canary}\r\n` }), 400, "SYSCD02001", "ends"],
    ["two Content-Types", rawRequest({ extra: "Content-Type: text/plain\r\n" }), 400, "SYSCD02001", "ends"],
  ]);
});

describe("a body whose end is not certain is refused and the connection ends", () => {
  testRows([
    [
      "Content-Length and Transfer-Encoding",
      rawRequest({ framing: `Content-Length: 5\r\n${coded}`, body: chunked(body) }),
      400,
      "SYSCD02001",
      "ends",
    ],
    [
      "Transfer-Encoding and Content-Length",
      rawRequest({ framing: `${coded}Content-Length: 5\r\n`, body: chunked(body) }),
      400,
      "SYSCD02001",
      "ends",
    ],
    ["two Content-Lengths that agree", withLength("5\r\nContent-Length: 5"), 400, "SYSCD02001", "ends"],
    ["two Content-Lengths that do not", withLength("5\r\nContent-Length: 6"), 400, "SYSCD02001", "ends"],
    ...["-1", "9".repeat(30), "0x10", "+5", "5, 5", "5.0", ""].map((length): Row => [
      `Content-Length: ${length}`,
      withLength(length),
      400,
      "SYSCD02001",
      "ends",
    ]),
    ["Transfer-Encoding: gzip", rawRequest({ framing: "Transfer-Encoding: gzip\r\n" }), 400, "SYSCD01005", "ends"],
    [
      "Transfer-Encoding: gzip, chunked",
      rawRequest({ framing: "Transfer-Encoding: gzip, chunked\r\n", body: chunked(body) }),
      400,
      "SYSCD01005",
      "ends",
    ],
    [
      "Transfer-Encoding: chunked, twice",
      rawRequest({ framing: coded + coded, body: chunked(body) }),
      400,
      "SYSCD02001",
      "ends",
    ],
    [
      "Transfer-Encoding in HTTP/1.0",
      rawRequest({ version: "HTTP/1.0", headers: { Connection: "keep-alive" }, framing: coded, body: chunked(sample) }),
      400,
      "SYSCD01005",
      "ends",
    ],
    ["a chunk size that is not hexadecimal", inChunks(`zz\r\n${body}\r\n0\r\n\r\n`), 400, "SYSCD01005", "ends"],
    ["a negative chunk size", inChunks(`-5\r\n${body}\r\n0\r\n\r\n`), 400, "SYSCD01005", "ends"],
    ["a chunk size of 17 digits", inChunks(`fffffffffffffffff\r\n${body}\r\n0\r\n\r\n`), 400, "SYSCD01005", "ends"],
    ["a chunk longer than said", inChunks(`3\r\n${body}\r\n0\r\n\r\n`), 400, "SYSCD01005", "ends"],
    [
      "20 KB of chunk extensions",
      inChunks(`${hexLength};a=${"b".repeat(20_000)}\r\n${sample}\r\n0\r\n\r\n`),
      400,
      "SYSCD01005",
      "ends",
    ],
    [
      "trailers of 20 KB",
      inChunks(`${hexLength}\r\n${sample}\r\n0\r\nX-A: ${"b".repeat(20_000)}\r\n\r\n`),
      400,
      "SYSCD01005",
      "ends",
    ],
  ]);
});

describe("a method or a target of no operation is refused and the connection goes on", () => {
  testRows([
    ...["DELETE", "OPTIONS", "HEAD", "TRACE", "PUT", "PROPFIND"].map((method): Row => [
      `${method} with a body`,
      rawRequest({ method }),
      405,
      "SYSCD02901",
      "goes on",
    ]),
    ["a method that is none", rawRequest({ method: "FOO" }), 405, "SYSCD02901", "ends"],
    ["a method in lower case", rawRequest({ method: "post" }), 405, "SYSCD02901", "ends"],
    [
      "a method that is none on an unknown path",
      rawRequest({ method: "FOO", target: "/x" }),
      404,
      "SYSCD02901",
      "ends",
    ],
    ["CONNECT", `CONNECT example.com:443 HTTP/1.1\r\nHost: ${canary}\r\n\r\n`, 405, "SYSCD02901", "ends"],
    ["OPTIONS *", rawRequest({ method: "OPTIONS", target: "*" }), 404, "SYSCD02901", "goes on"],
    ...[
      "/",
      "//",
      `/${loanPath}`,
      `${loanPath}/`,
      `/..${loanPath}`,
      "/../../etc/passwd",
      "/%zz%",
      "/%00",
      `${loanPath}#x`,
      loanPath.toUpperCase(),
      "/__proto__",
      "/constructor",
      "/__sandbox/",
      "/__sandbox/__proto__",
      "ftp://x/y",
      `/${canary}`,
    ].map((target): Row => [target, rawRequest({ target }), 404, "SYSCD02901", "goes on"]),
    ["8 KB", rawRequest({ target: `/${"a".repeat(8000)}` }), 404, "SYSCD02901", "goes on"],
    [
      "a query with a % that stands for nothing",
      rawRequest({ target: `${loanPath}?a=%zz` }),
      400,
      "SYSCD01009",
      "goes on",
    ],
    ["a query that is not UTF-8", rawRequest({ target: `${loanPath}?a=%ff` }), 400, "SYSCD01009", "goes on"],
  ]);
});

describe("a body of 10 MB is read to its end, refused, and the connection goes on", () => {
  const big = "x".repeat(10_000_000);
  const wrong = { ...credentials, appKey: canary };
  testRows([
    ["with a length", rawRequest({ body: big }), 400, "SYSCD02101", "goes on"],
    [
      "in chunks",
      inChunks(chunked(...Array.from({ length: 10 }, () => "x".repeat(1_000_000)))),
      400,
      "SYSCD02101",
      "goes on",
    ],
    ["with 100-continue", rawRequest({ body: big, headers: { Expect: "100-continue" } }), 400, "SYSCD02101", "goes on"],
    ["with a wrong key", rawRequest({ body: big, headers: wrong }), 401, "SYSCD03003", "goes on"],
    ["on an unknown path", rawRequest({ body: big, target: "/x" }), 404, "SYSCD02901", "goes on"],
    ["by a wrong method", rawRequest({ body: big, method: "PUT" }), 405, "SYSCD02901", "goes on"],
    [
      "for an endpoint of the sandbox",
      rawRequest({ body: big, method: "GET", target: "/__sandbox/health" }),
      200,
      undefined,
      "goes on",
    ],
  ]);
});

describe("what is unusual and well-formed is answered", () => {
  testRows([
    ["GET with a body", rawRequest({ method: "GET" }), 200, undefined, "goes on"],
    ["HTTP/1.0", rawRequest({ version: "HTTP/1.0", headers: { Host: undefined } }), 200, undefined, "ends"],
    [
      "HTTP/1.0 with keep-alive",
      rawRequest({ version: "HTTP/1.0", headers: { Connection: "keep-alive" } }),
      200,
      undefined,
      "goes on",
    ],
    ["Connection: close", rawRequest({ headers: { Connection: "close" } }), 200, undefined, "ends"],
    [
      "Connection: close, and more behind it",
      `${rawRequest({ headers: { Connection: "close" } })}${canary}`,
      200,
      undefined,
      "ends",
    ],
    ["chunks", inChunks(chunked(sample.slice(0, 10), sample.slice(10))), 200, undefined, "goes on"],
    ["a chunk extension", inChunks(`${hexLength};a=${canary}\r\n${sample}\r\n0\r\n\r\n`), 200, undefined, "goes on"],
    ["a trailer", inChunks(`${hexLength}\r\n${sample}\r\n0\r\nappKey: ${canary}\r\n\r\n`), 200, undefined, "goes on"],
    ["Expect: 100-continue", rawRequest({ headers: { Expect: "100-continue" } }), 200, undefined, "goes on"],
    ["another expectation", rawRequest({ headers: { Expect: "200-ok" } }), 200, undefined, "goes on"],
    [
      "an upgrade to websocket",
      rawRequest({
        method: "GET",
        headers: { Connection: "Upgrade", Upgrade: "websocket", "Sec-WebSocket-Version": "13" },
      }),
      200,
      undefined,
      "goes on",
    ],
    [
      "an upgrade to h2c",
      rawRequest({
        headers: { Connection: "Upgrade, HTTP2-Settings", Upgrade: "h2c", "HTTP2-Settings": "AAMAAABkAAQAAP__" },
      }),
      200,
      undefined,
      "goes on",
    ],
    ["a target in absolute form", rawRequest({ target: `http://127.0.0.1${loanPath}?a=1` }), 200, undefined, "goes on"],
    ["an empty Host", rawRequest({ headers: { Host: "" } }), 200, undefined, "goes on"],
    ["Host: [::1]:80", rawRequest({ headers: { Host: "[::1]:80" } }), 200, undefined, "goes on"],
    ["two app keys", rawRequest({ extra: `appKey: ${credentials.appKey}\r\n` }), 401, "SYSCD03003", "goes on"],
    ["an empty app key", rawRequest({ headers: { appKey: "" } }), 401, "SYSCD02001", "goes on"],
    ["bytes above ASCII in a header", rawRequest({ headers: { "X-A": "\xff\xfe\x80" } }), 200, undefined, "goes on"],
    [
      "bytes above ASCII in the app key",
      rawRequest({ headers: { appKey: "\xff\xfe\x80" } }),
      401,
      "SYSCD03003",
      "goes on",
    ],
    ["bytes above ASCII in Origin", rawRequest({ headers: { Origin: "http://\xff\x80" } }), 200, undefined, "goes on"],
    [
      "header names in capitals",
      rawRequest().replace(/^[A-Za-z-]+(?=:)/gm, (name) => name.toUpperCase()),
      200,
      undefined,
      "goes on",
    ],
    [
      "header names and Bearer in lower case",
      rawRequest()
        .replace(/^[A-Za-z-]+(?=:)/gm, (name) => name.toLowerCase())
        .replace("Bearer", "bearer"),
      200,
      undefined,
      "goes on",
    ],
    [
      "headers named like what objects have",
      rawRequest({ extra: "__proto__: x\r\nconstructor: y\r\ntoString: z\r\n" }),
      200,
      undefined,
      "goes on",
    ],
    ["empty lines before the request", `\r\n\r\n${rawRequest()}`, 200, undefined, "goes on"],
  ]);
});
