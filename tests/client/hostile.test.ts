import { brotliCompressSync, constants } from "node:zlib";
import { describe, expect, test } from "vitest";
import { answering, canary, clientFor, errorOf, input, serve, success, successBody } from "../support/client.ts";
import type { WooriClientOptions } from "../../generated/client.ts";

/** What a server can do to a client beyond being wrong: end its process, hold its thread, fill its memory, trick it. */

const call = async (
  text: string | Buffer,
  how: Parameters<typeof answering>[1] = {},
  options: Partial<WooriClientOptions> = {},
) => clientFor((await serve(answering(text, how))).url, options).getCreditLoanBasicInfo(input());

test.each(["constructor", "__proto__", "toString"])(
  "content-encoding %s is an unknown encoding and ends no process",
  async (encoding) => {
    expect(await errorOf(call("{}", { headers: { "content-encoding": encoding } }))).toMatchObject({
      kind: "transport",
      code: "encoding",
    });
  },
);

test("an empty content-encoding is none", async () => {
  expect((await call(success, { headers: { "content-encoding": "" } })).data).toEqual(successBody());
});

test("a refused bomb does not fill the memory afterwards", async () => {
  const bomb = brotliCompressSync(Buffer.alloc(256 * 2 ** 20), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
  expect(await errorOf(call(bomb, { headers: { "content-encoding": "br" } }))).toMatchObject({ code: "too-large" });
  const heap = process.memoryUsage().arrayBuffers;
  await errorOf(call("{}", { status: 500 }));
  expect(process.memoryUsage().arrayBuffers - heap).toBeLessThan(64 * 2 ** 20);
});

test("an answer that switches protocols is a connection that ended, at once", async () => {
  const server = await serve(
    (request) =>
      void request.socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"),
  );
  expect(await errorOf(clientFor(server.url).getCreditLoanBasicInfo(input()))).toMatchObject({ code: "reset" });
});

describe("texts that are costly to read", () => {
  const limits = { timeout: 5000 };
  test.each([
    ["quotes behind backslashes, unclosed", `{"a":"${'\\"'.repeat(500_000)}`],
    ["backslashes", `{"a":"${"\\".repeat(1_000_000)}`],
    ["digits", `{"a":${"1".repeat(1_000_000)}`],
    ["numbers and blanks", `{"a":[${`1${" ".repeat(100)}`.repeat(9_000)}]}`],
    ["open quotes", `{${'"'.repeat(1_000_001)}`],
  ])("%s", async (_name, text) => {
    expect(await errorOf(call(text, {}, limits))).toMatchObject({ code: "not-json" });
  });

  test("findings are a hundred at most, however many there are and however long their keys", async () => {
    const list = await call(
      JSON.stringify({
        ...successBody(),
        dataBody: { ...successBody().dataBody, ACCOUNT_LIST: new Array(100_000).fill(0) },
      }),
    );
    expect(list.issues).toHaveLength(100);
    const keys = await call(
      JSON.stringify({ ["k".repeat(400_000)]: new Array(15_000).fill({ constructor: 1 }), ...successBody() }),
    );
    expect(keys.issues).toHaveLength(100);
    expect(JSON.stringify(keys.issues).length).toBeLessThan(50_000);
  });
});

describe("what is not quite JSON, or not quite the bank's", () => {
  test("numbers for keys are no JSON", async () => {
    expect(await errorOf(call('{1:2,"dataBody":{3 :4}}'))).toMatchObject({ code: "not-json" });
  });

  test.each([
    ['{"dataHeader":"x","dataBody":""}'],
    ['{"dataHeader":[],"dataBody":1}'],
    ['{"dataHeader":null,"dataBody":true}'],
  ])("%s reads as empty objects with findings", async (text) => {
    const { data, issues } = await call(text);
    expect(data).toEqual({ dataHeader: {}, dataBody: { ACCOUNT_LIST: [] } });
    expect(issues.slice(0, 2)).toMatchObject([
      { code: "dataHeader", rule: "type" },
      { code: "dataBody", rule: "type" },
    ]);
  });

  test("what is no account in a list reads as an empty one with a finding", async () => {
    const { data, issues } = await call(success.replace(/"ACCOUNT_LIST":\[.*\]/, '"ACCOUNT_LIST":[null,"",3]'));
    expect(data?.dataBody.ACCOUNT_LIST).toEqual([{}, {}, {}]);
    expect(issues[0]).toMatchObject({
      pointer: "/dataBody/ACCOUNT_LIST/0",
      rule: "type",
      expected: "객체",
      found: "null",
    });
  });

  test("a number under an unknown key keeps its digits as text when a number could not hold them", async () => {
    const { data, issues } = await call(
      success.replace('"dataHeader":{', '"dataHeader":{"A":12345678901234567890,"B":1e999,"C":1.5,'),
    );
    expect(data?.dataHeader).toMatchObject({ A: "12345678901234567890", B: "1e999", C: 1.5 });
    expect(issues).toHaveLength(2);
  });
});

describe("an error body is found", () => {
  test.each([
    ["with a number for its code", 200, '{"dataBody":{"ERRCODE":12345}}', { code: "12345" }],
    [
      "with a list and no code",
      200,
      '{"dataHeader":{},"dataBody":{"ERRORLIST":[{"MSG_CD":"M1"}],"ERRUSRMSG":"오류"}}',
      { code: "", bankMessage: "오류", list: [{ code: "M1", message: "" }] },
    ],
    ["beside dataBody", 200, '{"ERRCODE":"SYSCD03003"}', { code: "SYSCD03003", known: true }],
    [
      "beside dataBody, under the other name",
      400,
      '{"ERRORCODE":1005,"ERRUSRMSG":"x"}',
      { code: "1005", bankMessage: "x" },
    ],
  ])("%s", async (_name, status, text, want) => {
    expect(await errorOf(call(text, { status }))).toMatchObject({ kind: "api", status, ...want });
  });
});

describe("what the server, or a caller, puts into names and words", () => {
  test("secrets in GLBL_ID, in another case, or with separators are taken out", async () => {
    const request = input();
    request.dataHeader.UTZPE_CNCT_TEL_NO_TXT = "01000000000";
    const text = JSON.stringify({
      dataHeader: { GLBL_ID: canary.secretKey },
      dataBody: { ERRCODE: "X", ERRUSRMSG: `${canary.appKey.toLowerCase()} 010-0000-0000` },
    });
    const error = await errorOf(
      clientFor((await serve(answering(text, { status: 400 }))).url).getCreditLoanBasicInfo(request),
    );
    expect(error).toMatchObject({ globalId: "[마스킹]", bankMessage: "[마스킹] [마스킹]" });
  });

  test("escape sequences and lines do not reach a log, and a text ends", async () => {
    const error = await errorOf(
      call(JSON.stringify({ dataBody: { ERRCODE: "X", ERRUSRMSG: `a\u001b[31m\nb${"c".repeat(100_000)}` } }), {
        status: 400,
      }),
    );
    expect(error.message).not.toMatch(/\p{Cc}/u);
    expect(error.message.length).toBeLessThan(500);
  });

  test("a key that could be a value is not shown, from either side", async () => {
    const { issues } = await call(
      JSON.stringify({ ...successBody(), [canary.secretKey]: { constructor: 1 }, "a/b~\u001b": { constructor: 1 } }),
    );
    expect(issues.map(({ pointer }) => pointer)).toEqual(
      ["/(17자 이름)/constructor", "/(6자 이름)/constructor"].map((pointer) =>
        pointer.replace("(6자", `(${[..."a/b~\u001b"].length}자`),
      ),
    );
    const error = await errorOf(
      clientFor("https://bank.example").getCreditLoanBasicInfo({ ...input(), "hong@example.com": 1 } as never),
    );
    expect(JSON.stringify(error)).not.toContain("hong");
    const typo = await errorOf(
      clientFor("https://bank.example").getCreditLoanBasicInfo({ ...input(), dataBoddy: 1 } as never),
    );
    expect(typo.message).toContain("dataBoddy");
  });
});

describe("time, for the whole of a call", () => {
  test("the POST after a 405 has only what is left", async () => {
    // Either answer comes in time by itself; the two together do not.
    const server = await serve((request, response) => {
      const [status, text] = request.method === "GET" ? [405, "{}"] : [200, success];
      setTimeout(() => response.writeHead(status, { "content-type": "application/json" }).end(text), 700);
    });
    expect(await errorOf(clientFor(server.url, { timeout: 1000 }).getCreditLoanBasicInfo(input()))).toMatchObject({
      code: "timeout",
    });
    expect(server.seen.map(({ method }) => method)).toEqual(["GET", "POST"]);
  });

  test("a body that a caller's fetch keeps reading is cancelled", async () => {
    let cancelled = false;
    const endless = new ReadableStream({ pull: () => new Promise(() => {}), cancel: () => void (cancelled = true) });
    const client = clientFor("https://bank.example", {
      timeout: 50,
      fetch: () => Promise.resolve(new Response(endless)),
    });
    expect(await errorOf(client.getCreditLoanBasicInfo(input()))).toMatchObject({ code: "timeout" });
    await expect.poll(() => cancelled).toBe(true);
  });

  test("a raw call's timeout is checked", async () => {
    const { raw } = clientFor("https://bank.example");
    expect(await errorOf(raw.GET("/oap/wb/v2/oauth/tokencheck", { timeout: Infinity } as never))).toMatchObject({
      kind: "input",
      problems: [{ code: "timeout" }],
    });
  });
});

test("a caller's fetch that follows a redirect is told so", async () => {
  const target = await serve(answering(success));
  const server = await serve((_request, response) => void response.writeHead(307, { location: target.url }).end());
  const following = async (request: Request) =>
    fetch(request.url, { method: request.method, headers: request.headers, body: await request.text() });
  expect(await errorOf(clientFor(server.url, { fetch: following }).getCreditLoanBasicInfo(input()))).toMatchObject({
    code: "redirect",
  });
});

test("a middleware of raw may replace an answer of a named call", async () => {
  const client = clientFor((await serve(answering(success))).url);
  client.raw.use({ onResponse: ({ response }) => new Response(response.body, response) });
  expect((await client.getCreditLoanBasicInfo(input())).data).toEqual(successBody());
  const failing = clientFor((await serve(answering('{"dataBody":{"ERRCODE":"SYSCD01999"}}', { status: 500 }))).url);
  failing.raw.use({ onResponse: ({ response }) => new Response(response.body, response) });
  expect(await errorOf(failing.getCreditLoanBasicInfo(input()))).toMatchObject({ code: "SYSCD01999" });
});

test("several cookies stay several", async () => {
  const server = await serve(
    (_request, response) =>
      void response.writeHead(200, { "content-type": "application/json", "set-cookie": ["a=1", "b=2"] }).end(success),
  );
  expect((await clientFor(server.url).getCreditLoanBasicInfo(input())).response.headers.getSetCookie()).toEqual([
    "a=1",
    "b=2",
  ]);
});

test.each([null, { signal: {} }, { timeout: "1" }])(
  "call options %j are refused or taken as none, never a TypeError",
  async (options) => {
    const outcome = clientFor((await serve(answering('{"dataHeader":{},"dataBody":{}}'))).url).checkToken(
      options as never,
    );
    if (options === null) expect((await outcome).data?.dataBody).toEqual({});
    else expect(await errorOf(outcome)).toMatchObject({ kind: "input" });
  },
);

test("an answer of one-byte chunks, and one of eight million escapes beside a number that is no JSON, are read", async () => {
  const text = JSON.stringify({ dataHeader: {}, dataBody: { X: "가".repeat(20_000) } });
  const drip = await serve((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    for (const byte of Buffer.from(text)) response.write(Buffer.of(byte));
    response.end();
  });
  expect((await clientFor(drip.url).checkToken()).data).toEqual(JSON.parse(text));
  const escapes = 8 * 2 ** 20;
  const large = `{"dataHeader":{},"dataBody":{"N":001,"X":"${'\\"'.repeat(escapes)}"}}`;
  const server = await serve(answering(large));
  const { data } = await clientFor(server.url, { maxResponseBytes: 2 ** 25 }).checkToken();
  expect(data.dataBody).toMatchObject({ N: 1, X: '"'.repeat(escapes) });
});
