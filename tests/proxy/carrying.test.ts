import { connect } from "node:net";
import { request as httpRequest } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { api, loanPath, sampleRequest } from "../support/bundle.ts";
import { answering, serve, success } from "../support/client.ts";
import { exchangeRaw, goodHeaders, proxyFor, rawServer, rulesOf } from "../support/proxy.ts";
import { talk } from "../support/raw-socket.ts";
import { useSandbox } from "../support/servers.ts";

const sandbox = useSandbox();

test("the documented GET with its body reaches the sandbox, whose answer comes back the same", async () => {
  const { url, next } = await proxyFor(sandbox.url());
  const body = JSON.stringify(sampleRequest());
  const direct = await exchangeRaw(sandbox.url() + loanPath, { headers: goodHeaders, body });
  const through = await exchangeRaw(url + loanPath, { headers: goodHeaders, body });
  expect(through.body.equals(direct.body)).toBe(true);
  expect(through.status).toBe(200);
  expect(await next()).toMatchObject({
    method: "GET",
    path: loanPath,
    operationId: "getCreditLoanBasicInfo",
    status: 200,
    deviations: [],
    notes: [],
  });
});

test.each(["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])(
  "%s goes with path prefix, query, header spelling and the body's bytes, and without what is for one connection",
  async (method) => {
    const upstream = await serve(answering(success));
    const { url } = await proxyFor(`${upstream.url}/bank/test/`);
    const body = '{ "공백" :\t1.00, "\\u0041": "€" }\r\n';
    const headers = {
      appKey: "a",
      X_Odd: ["1", "2"],
      TE: "trailers",
      "Keep-Alive": "timeout=9",
      Connection: "keep-alive, X-Once",
      "X-Once": "1",
      "Proxy-Authorization": "Basic eA==",
    };
    await exchangeRaw(`${url}/a//b%2F?q=%C3%A9&`, { method, headers, body });
    const [seen] = upstream.seen;
    expect(seen).toMatchObject({ method, url: "/bank/test/a//b%2F?q=%C3%A9&", body });
    const { host } = new URL(upstream.url);
    expect(seen?.rawHeaders).toEqual([
      "Host",
      host,
      "appKey",
      "a",
      "X_Odd",
      "1",
      "X_Odd",
      "2",
      "Content-Length",
      String(Buffer.byteLength(body)),
      "Via",
      expect.stringMatching(/^1\.1 woori-proxy-/),
      "Connection",
      "keep-alive",
    ]);
  },
);

test("a chunked request stays chunked, and a POST without a body gets no framing but a length of 0", async () => {
  const upstream = await serve(answering(success));
  const { url } = await proxyFor(upstream.url);
  await talk(
    url,
    `GET ${loanPath} HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n0\r\n\r\n`,
  );
  await talk(url, `POST ${loanPath} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
  const via = upstream.seen[0]?.rawHeaders[upstream.seen[0].rawHeaders.indexOf("Via") + 1];
  expect(upstream.seen.map(({ body, rawHeaders }) => [body, rawHeaders.slice(2)])).toEqual([
    ["abc", ["Transfer-Encoding", "chunked", "Via", via, "Connection", "keep-alive"]],
    ["", ["Content-Length", "0", "Via", via, "Connection", "keep-alive"]],
  ]);
});

test("a Connection field that names Content-Length cannot turn a body into a second request", async () => {
  const upstream = await serve(answering(success));
  const { url } = await proxyFor(upstream.url);
  const inner = "GET /inner HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
  await exchangeRaw(url + loanPath, { headers: { Connection: "close, content-length, host" }, body: inner });
  expect(upstream.seen).toMatchObject([{ url: loanPath, body: inner }]);
});

test("status, reason, header fields and bytes of an answer come back unchanged; a redirect is not followed", async () => {
  const body = Buffer.from([0, 255, 10, 13, 128]);
  const raw = [
    "Location",
    "https://example.invalid/login",
    "Set-Cookie",
    "a=1",
    "Set-Cookie",
    "b=2",
    "x-ODD",
    "ä",
    "Content-Length",
    "5",
  ];
  const upstream = await serve((_request, response) => {
    response.sendDate = false;
    response.writeHead(302, "Moved Somewhere", [...raw, "Connection", "X-Once", "X-Once", "1"]).end(body);
  });
  const { url, next } = await proxyFor(upstream.url);
  const reply = await exchangeRaw(url + loanPath, {
    method: "POST",
    headers: goodHeaders,
    body: JSON.stringify(sampleRequest()),
  });
  expect(reply).toMatchObject({ status: 302, statusMessage: "Moved Somewhere", body, isWhole: true });
  expect(reply.rawHeaders.slice(0, raw.length)).toEqual(raw);
  expect(reply.rawHeaders).not.toContain("X-Once");
  expect(upstream.seen).toHaveLength(1);
  expect(rulesOf(await next())).toEqual(["response status 상태 코드"]);
});

test.each([
  ["HEAD", 200],
  ["GET", 204],
  ["GET", 304],
])(
  "an answer to %s with %i, which has no body, comes back so, and the connection goes on serving",
  async (method, status) => {
    const upstream = await serve(
      (_request, response) => void response.writeHead(status, status === 204 ? {} : { "content-length": "7" }).end(),
    );
    const { url } = await proxyFor(upstream.url);
    const ask = (connection: string): string =>
      `${method} ${loanPath} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: ${connection}\r\n\r\n`;
    const answers = (await talk(url, ask("keep-alive") + ask("close"))).split("\r\n\r\n");
    expect(answers).toEqual([expect.stringContaining(` ${status} `), expect.stringContaining(` ${status} `), ""]);
  },
);

test("the header of an answer comes before its body does", async () => {
  const upstream = await rawServer((socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"));
  const { url, next } = await proxyFor(upstream, { timeout: 300 });
  const status = await new Promise((done) => {
    const request = httpRequest(url + loanPath, { agent: false }, (response) => done(response.statusCode));
    request.on("error", () => {});
    request.end();
  });
  expect(status).toBe(200);
  await next();
});

test("bodies over the limit pass whole and are reported as unchecked", async () => {
  const big = JSON.stringify({ pad: "가".repeat(400_000) });
  const upstream = await serve(answering(big));
  const { url, next } = await proxyFor(upstream.url, { maxBody: 1000 });
  const reply = await exchangeRaw(url + loanPath, { headers: goodHeaders, body: big });
  expect(reply.body.toString()).toBe(big);
  expect(upstream.seen[0]?.body).toBe(big);
  const unchecked = { rule: "size", expected: "1000바이트 이하만 확인", found: "더 큰 본문" };
  expect(await next()).toMatchObject({
    deviations: [],
    notes: [
      { side: "request", ...unchecked },
      { side: "response", ...unchecked },
    ],
  });
});

test("a client that goes away takes the upstream's request with it", async () => {
  const upstream = await serve(() => {});
  const { url, next } = await proxyFor(upstream.url);
  const request = httpRequest(url + loanPath, { headers: goodHeaders, agent: false });
  request.on("error", () => {});
  request.end();
  await expect.poll(upstream.underWay).toBe(1);
  request.destroy();
  expect(await next()).toMatchObject({ status: 0, notes: [{ side: "request", rule: "gone" }] });
  await expect.poll(upstream.underWay).toBe(0);
});

test("an upstream that is not there is answered for in the bank's envelope", async () => {
  const gone = await rawServer(() => {});
  const { url, next } = await proxyFor(gone.replace(/\d+$/, "1"));
  const reply = await exchangeRaw(url + loanPath, { headers: goodHeaders, body: JSON.stringify(sampleRequest()) });
  expect(reply.status).toBe(503);
  expect(JSON.parse(reply.body.toString())).toMatchObject({
    dataBody: {
      ERRCODE: "SYSCD03901",
      ERRORLIST: [{ MAIN_MSG_TXT: expect.stringContaining("서버에 연결하지 못했습니다(ECONNREFUSED)") }],
    },
  });
  expect(await next()).toMatchObject({
    status: 503,
    answeredByProxy: true,
    deviations: [{ side: "response", rule: "connection", found: expect.stringContaining("(ECONNREFUSED)") }],
  });
});

test("an https upstream without TLS is answered for, and told apart", async () => {
  const upstream = await serve(answering(success));
  const { url, next } = await proxyFor(upstream.url.replace("http:", "https:"));
  expect((await exchangeRaw(url + loanPath, {})).status).toBe(503);
  expect(rulesOf(await next())).toContain("response tls 연결");
});

test.each([
  ["never answers", () => {}, "SYSCD01003", ["response timeout 연결"]],
  ["stops in the middle of the header", "HTTP/1.1 200 OK\r\nContent-Ty", "SYSCD01003", ["response timeout 연결"]],
  ["speaks no HTTP", "220 smtp ready\r\n", "SYSCD03201", ["response http 연결"]],
  [
    "sends a header without end",
    `HTTP/1.1 200 OK\r\n${"X-A: 1234567890\r\n".repeat(5000)}`,
    "SYSCD03201",
    ["response http 연결"],
  ],
  [
    "switches protocols unasked",
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
    "SYSCD09999",
    ["response connection 연결"],
  ],
  ["hangs up", (socket: { end: () => void }) => socket.end(), "SYSCD09999", ["response connection 연결"]],
])(
  "an upstream that %s is answered for, by a code that does not allow to send again",
  async (_name, act, code, rules) => {
    const upstream = await rawServer((socket) => void (typeof act === "string" ? socket.write(act) : act(socket)));
    const { url, next } = await proxyFor(upstream, { timeout: 300 });
    const reply = await exchangeRaw(url + loanPath, { headers: goodHeaders, body: JSON.stringify(sampleRequest()) });
    const row = api["x-error-catalogue"].codes.find((one) => one.code === code);
    expect([reply.status, row?.resend]).toEqual([row?.status[0], "afterChecking"]);
    expect(JSON.parse(reply.body.toString())).toHaveProperty("dataBody.ERRCODE", code);
    expect(rulesOf(await next())).toEqual(rules);
  },
);

test.each([
  [
    "breaks off",
    (socket: { resetAndDestroy: () => void }) => socket.resetAndDestroy(),
    "response cut 연결",
    "본문을 4바이트까지 받고 연결이 끊겼습니다(ECONNRESET)",
  ],
  ["goes silent", () => {}, "response timeout 연결", "본문을 4바이트까지 받고 더 받지 못했습니다"],
  [
    "turns into no HTTP",
    (socket: { write: (text: string) => void }) => socket.write("zz\r\n"),
    "response cut 연결",
    "본문을 4바이트까지 받고 연결이 끊겼습니다(ECONNRESET)",
  ],
])("an answer that %s in its body reaches the client as broken", async (_name, act, rule, found) => {
  let release = (): void => {};
  const broken = await rawServer((socket) => {
    socket.write(
      'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{"a"\r\n',
    );
    // Not before the client has the first part.
    release = () => act(socket);
  });
  const { url, next } = await proxyFor(broken, { timeout: 400 });
  const reply = await new Promise<{ isWhole: boolean; text: string }>((done) => {
    const request = httpRequest(url + loanPath, { method: "POST", headers: goodHeaders, agent: false }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString();
        release();
      });
      response.on("error", () => {});
      response.on("close", () => done({ isWhole: response.complete, text }));
    });
    request.end(JSON.stringify(sampleRequest()));
  });
  expect(reply).toEqual({ isWhole: false, text: '{"a"' });
  const exchange = await next();
  expect(rulesOf(exchange)).toEqual([rule]);
  expect(exchange.deviations[0]?.found).toBe(found);
});

test("a request that never ends is refused as the client's fault", async () => {
  const upstream = await serve(answering(success));
  const { url, next } = await proxyFor(upstream.url, { timeout: 300 });
  const got = await talk(url, `POST ${loanPath} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\nhalf`);
  expect(got).toMatch(/^HTTP\/1\.1 400 [\s\S]*SYSCD01005/);
  expect(rulesOf(await next())).toEqual(["request slow-request 연결"]);
  expect(upstream.seen).toEqual([]);
});

test("a request that breaks off is reported once, as one that could not be read", async () => {
  const upstream = await serve(answering(success));
  const { url, next } = await proxyFor(upstream.url);
  for (const text of [
    "HELLO\r\n\r\n",
    `POST ${loanPath} HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
  ]) {
    await talk(url, text);
    expect(await next()).toMatchObject({
      path: "(전달하지 않은 요청)",
      status: 400,
      deviations: [{ side: "request", rule: "http" }],
    });
  }
  expect((await exchangeRaw(url + loanPath, {})).status).toBe(200);
  expect(await next()).toMatchObject({ path: loanPath });
});

test("an answer before the request's end is passed on, and the connection goes on serving", async () => {
  const early = await rawServer((socket) =>
    socket.end("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
  );
  const { url, next } = await proxyFor(early);
  const rest = "r".repeat(1_000_000);
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  socket.write(`POST ${loanPath} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${4 + rest.length}\r\n\r\nhalf`);
  await new Promise((done) => socket.once("data", done));
  expect((await next()).status).toBe(413);
  socket.write(`${rest}GET ${loanPath} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
  expect((await next()).status).toBe(413);
});
