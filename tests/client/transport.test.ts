import { createServer } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { answering, clientFor, errorOf, input, serve, success, successBody, ways } from "../support/client.ts";
import type { WooriClientOptions } from "../../generated/client.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Brotli's best takes three seconds for a bomb. */
const brotliSync = (data: string | Buffer): Buffer =>
  brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

/** 100 MiB of spaces, in every compression an answer may come in. */
const bombs = (
  [
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliSync],
  ] as const
).map(([encoding, compress]) => ({ encoding, compress, bomb: compress(Buffer.alloc(100 * 2 ** 20, 32)) }));

const call = (url: string, options: Partial<WooriClientOptions> = {}, callOptions = {}) =>
  clientFor(url, options).getCreditLoanBasicInfo(input(), callOptions);

describe.each(ways)("$way", ({ options }) => {
  describe("redirects are refused and nothing reaches their target", () => {
    const rows = [301, 302, 303, 307, 308].flatMap((status) => ["same", "other"].map((origin) => ({ status, origin })));
    test.each(rows)("$status to the $origin origin", async ({ status, origin }) => {
      const other = await serve(answering(success));
      const server = await serve(
        (_request, response) =>
          void response.writeHead(status, { location: `${origin === "same" ? "" : other.url}/stolen` }).end(),
      );
      expect(await errorOf(call(server.url, options))).toMatchObject({ kind: "transport", code: "redirect" });
      expect(other.connections()).toBe(0);
      expect(server.seen).toHaveLength(1);
    });
  });

  describe("time", () => {
    const slow = { ...options, timeout: 200 };

    test("a server that says nothing, though memory is collected meanwhile", async () => {
      const server = await serve(() => {});
      const waiting = errorOf(call(server.url, slow));
      await expect.poll(() => server.seen.length).toBe(1);
      collectGarbage();
      expect(await waiting).toMatchObject({ kind: "transport", code: "timeout" });
      await expect.poll(server.underWay).toBe(0);
    });

    test("a body that stops half way", async () => {
      const server = await serve(
        (_request, response) =>
          void response.writeHead(200, { "content-type": "application/json" }).write(success.slice(0, 20)),
      );
      expect(await errorOf(call(server.url, slow))).toMatchObject({ code: "timeout" });
      await expect.poll(server.underWay).toBe(0);
    });

    test("a body that drips and would never end", async () => {
      const server = await serve((_request, response) => {
        const drip = setInterval(() => response.write(" "), 20);
        response.on("close", () => clearInterval(drip));
      });
      expect(await errorOf(call(server.url, slow))).toMatchObject({ code: "timeout" });
      await expect.poll(server.underWay).toBe(0);
    });

    test("a call's own timeout comes before the client's", async () => {
      const server = await serve(() => {});
      expect(await errorOf(call(server.url, options, { timeout: 50 }))).toMatchObject({ code: "timeout" });
    });

    test("a signal ends the call, before it or under way", async () => {
      const server = await serve(() => {});
      expect(await errorOf(call(server.url, options, { signal: AbortSignal.abort("CANARY") }))).toMatchObject({
        code: "aborted",
      });
      expect(server.connections()).toBe(0);
      const stop = new AbortController();
      const waiting = errorOf(call(server.url, options, { signal: stop.signal }));
      await expect.poll(() => server.seen.length).toBe(1);
      collectGarbage();
      stop.abort("CANARY");
      expect(await waiting).toMatchObject({ code: "aborted" });
      await expect.poll(server.underWay).toBe(0);
    });
  });

  describe("size", () => {
    const limited = { ...options, maxResponseBytes: Buffer.byteLength(success) };

    test("the last byte allowed is read, the next is not", async () => {
      const server = await serve(answering(success));
      expect((await call(server.url, limited)).data).toEqual(successBody());
      expect(
        await errorOf(call(server.url, { ...options, maxResponseBytes: Buffer.byteLength(success) - 1 })),
      ).toMatchObject({ code: "too-large", status: 200 });
    });

    test("a body of a gigabyte stops at the default limit", async () => {
      let written = 0;
      const server = await serve((_request, response) => {
        const chunk = Buffer.alloc(65_536, 32);
        const pump = (): void => {
          while (written < 2 ** 30) {
            written += chunk.length;
            if (!response.write(chunk)) return void response.once("drain", pump);
          }
          response.end();
        };
        pump();
      });
      expect(await errorOf(call(server.url, options))).toMatchObject({ code: "too-large" });
      await expect.poll(server.underWay).toBe(0);
      expect(written).toBeLessThan(64 * 2 ** 20);
    });

    test.each(bombs)("$encoding is read, and a bomb stops", async ({ encoding, compress, bomb }) => {
      const headers = { "content-encoding": encoding };
      expect((await call((await serve(answering(compress(success), { headers }))).url, options)).data).toEqual(
        successBody(),
      );
      expect(await errorOf(call((await serve(answering(bomb, { headers }))).url, options))).toMatchObject({
        code: "too-large",
      });
    });
  });

  describe("what is no answer", () => {
    const rows: [string, string | Buffer, { status?: number; headers?: Record<string, string> }, string][] = [
      ["an HTML page in a 200", "<!doctype html><p>점검 중</p>", { headers: { "content-type": "text/html" } }, "html"],
      [
        "an HTML page in a 502",
        "<html>Bad Gateway</html>",
        { status: 502, headers: { "content-type": "text/html; charset=utf-8" } },
        "html",
      ],
      ["HTML that says it is JSON", "\n<html></html>", {}, "html"],
      ["nothing in a 200", "", {}, "empty"],
      ["white space", " \r\n", {}, "empty"],
      ["a 204", "", { status: 204 }, "empty"],
      ["JSON that stops", success.slice(0, -10), {}, "not-json"],
      ["two answers", success + success, {}, "not-json"],
      ["a list", "[]", {}, "not-json"],
      ["null", "null", {}, "not-json"],
      ["a number", "1", {}, "not-json"],
      [
        "a problem of a proxy in plain text",
        "upstream connect error",
        { status: 503, headers: { "content-type": "text/plain" } },
        "not-json",
      ],
      ["10,000 levels", `{"dataBody":{"X":${"[".repeat(10_000)}${"]".repeat(10_000)}}}`, {}, "not-json"],
      ["bytes that are no UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), {}, "charset"],
      [
        "a page in EUC-KR",
        Buffer.concat([Buffer.from("<html>"), Buffer.from([0xc1, 0xa1, 0xb0, 0xcb])]),
        { status: 503, headers: { "content-type": "text/html; charset=euc-kr" } },
        "html",
      ],
    ];
    test.each(rows)("%s", async (_name, body, how, code) => {
      const error = await errorOf(call((await serve(answering(body, how))).url, options));
      expect(error).toMatchObject({ kind: "transport", code, status: how.status ?? 200 });
      expect(error.message).toMatch(/[가-힣].*(십시오|습니다)/);
    });

    test.each([
      ["application/json; charset=UTF-8", undefined],
      ['application/json;charset="utf-8"', undefined],
      ["application/problem+json", undefined],
      ["application/json charset=utf-8", "application/json charset=utf-8"],
      ["application/json; charset=utf8", "application/json; charset=utf8"],
      ["application/json; charset=EUC-KR", "application/json; charset=EUC-KR"],
      ["text/plain", "text/plain"],
      ["text/html; charset=utf-8", "text/html; charset=utf-8"],
      ["text/html; x=CANARY-SECRET", "다른 값"],
    ])("a body labelled %s is read; its label is told as %s", async (type, told) => {
      const server = await serve(answering(success, { headers: { "content-type": type } }));
      const { data, issues } = await call(server.url, options);
      expect(data).toEqual(successBody());
      expect(issues.map(({ code, found }) => [code, found])).toEqual(
        told === undefined ? [] : [["Content-Type", told]],
      );
    });
  });

  describe("connection", () => {
    test("nobody listens", async () => {
      const server = createServer();
      await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
      const address = server.address();
      const port = typeof address === "object" ? address?.port : 0;
      await new Promise((done) => server.close(done));
      expect(await errorOf(call(`http://127.0.0.1:${port}`, options))).toMatchObject({
        code: "refused",
        sent: "no",
        systemCode: "ECONNREFUSED",
      });
    });

    test("a reset before, and in the middle of, the answer", async () => {
      const before = await serve((request) => void request.socket.resetAndDestroy());
      expect(await errorOf(call(before.url, options))).toMatchObject({ code: "reset", sent: "maybe" });
      expect(before.seen).toHaveLength(1);
      const middle = await serve((request, response) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
        response.write(success.slice(0, 20), () => request.socket.resetAndDestroy());
      });
      expect(await errorOf(call(middle.url, options))).toMatchObject({ code: "reset", sent: "yes" });
      expect(middle.seen).toHaveLength(1);
    });

    test("an answer shorter than it says", async () => {
      const server = await serve((request, response) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
        response.write(success, () => request.socket.end());
      });
      expect(await errorOf(call(server.url, options))).toMatchObject({ code: "reset", sent: "yes" });
    });

    test("what is no HTTP", async () => {
      const server = createServer((socket) => {
        socket.on("error", () => {});
        socket.end("SSH-2.0-OpenSSH\r\n");
      });
      await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
      onTestFinished(() => void server.close());
      const address = server.address();
      const port = typeof address === "object" ? address?.port : 0;
      expect(await errorOf(call(`http://127.0.0.1:${port}`, options))).toMatchObject({ code: "not-http" });
    });
  });
});

test("an unknown, or a broken, compression is told as such by Node's transport", async () => {
  expect(
    await errorOf(call((await serve(answering("x", { headers: { "content-encoding": "zip" } }))).url)),
  ).toMatchObject({ code: "encoding" });
  expect(
    await errorOf(call((await serve(answering("no gzip", { headers: { "content-encoding": "gzip" } }))).url)),
  ).toMatchObject({ code: "encoding" });
});

test("a fetch that never settles still times out", async () => {
  expect(
    await errorOf(call("https://bank.example", { fetch: () => new Promise(() => {}), timeout: 50 })),
  ).toMatchObject({ code: "timeout" });
});
