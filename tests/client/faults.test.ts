import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { errorExamples } from "../../generated/examples.ts";
import { isSafeToRetry, WooriApiError, type WooriClientOptions, type WooriError } from "../../generated/client.ts";
import { api } from "../support/bundle.ts";
import { answering, canary, clientFor, errorOf, input, serve, success } from "../support/client.ts";
import { pem, serveTls } from "../support/tls.ts";

/** What goes wrong: returns the address to call, and with what. */
type Fault = () => Promise<{ url: string; options?: Partial<WooriClientOptions>; signal?: AbortSignal }>;

const page = "<!doctype html><title>403 Forbidden</title>";
const html = { "content-type": "text/html" };
const at =
  (url: string, options: Partial<WooriClientOptions> = {}): Fault =>
  () =>
    Promise.resolve({ url, options });
const from =
  (handler: Parameters<typeof serve>[0], options: Partial<WooriClientOptions> = {}): Fault =>
  async () => ({ url: (await serve(handler)).url, options });
const overTls =
  (certificate: string, options: Partial<WooriClientOptions> = {}): Fault =>
  async () => ({ url: await serveTls(certificate, (_request, response) => void response.end(success)), options });

/** A server that does what it likes with a connection. */
function raw(connected: (socket: Socket) => void, options: Partial<WooriClientOptions> = {}): Fault {
  return async () => {
    const server = createServer((socket) => {
      socket.on("error", () => {});
      connected(socket);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void server.close());
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, options };
  };
}

let closedPort: number;
beforeAll(async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  closedPort = (server.address() as AddressInfo).port;
  await new Promise((done) => server.close(done));
});

const thrown = (error: Error): Fault => at("https://bank.example", { fetch: () => Promise.reject(error) });
const named = (name: string, message: string, more: object = {}): Error =>
  Object.assign(new Error(message), { name }, more);

const rows: [name: string, fault: Fault, code: string, sent: WooriError["sent"], text: string][] = [
  ["a name that does not exist", at("https://bank.invalid"), "dns", "no", "(bank.invalid)의 주소를 찾지 못했습니다"],
  [
    "a port that nobody listens on",
    () => at(`http://127.0.0.1:${closedPort}`)(),
    "refused",
    "no",
    "연결을 거부했습니다",
  ],
  ["a certificate of an unknown authority", overTls("server"), "tls", "no", "설정의 ca"],
  ["a certificate for another host", overTls("elsewhere", { ca: pem("authority.pem") }), "tls", "no", "호스트 이름"],
  ["a certificate that has ended", overTls("expired", { ca: pem("authority.pem") }), "tls", "no", "만료"],
  [
    "https to a port of http",
    async () => ({ url: (await serve(answering(success))).url.replace("http", "https") }),
    "tls",
    "no",
    "https가 아닌 포트",
  ],
  [
    "a proxy that is not there",
    async () => ({ url: "https://bank.example", options: { proxy: `http://127.0.0.1:${closedPort}` } }),
    "proxy",
    "no",
    "설정의 proxy나 HTTPS_PROXY",
  ],
  [
    "a reset before the answer",
    raw((socket) => socket.once("data", () => socket.resetAndDestroy())),
    "reset",
    "maybe",
    "연결을 끊었습니다",
  ],
  [
    "a connection closed before the answer",
    raw((socket) => socket.once("data", () => socket.end())),
    "reset",
    "maybe",
    "연결을 끊었습니다",
  ],
  [
    "a reset in the answer",
    from((request, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("{", () => request.socket.resetAndDestroy());
    }),
    "reset",
    "yes",
    "응답을 마치기 전에",
  ],
  [
    "something that is no HTTP",
    raw((socket) => socket.end("SSH-2.0-OpenSSH\r\n")),
    "not-http",
    "maybe",
    "HTTP가 아닌 것으로",
  ],
  ["no answer in time", from(() => {}, { timeout: 50 }), "timeout", "maybe", "정해진 시간 안에"],
  [
    "a token function that never answers",
    at("https://bank.example", { timeout: 50, accessToken: () => new Promise<string>(() => {}) }),
    "timeout",
    "no",
    "전송되지 않았습니다",
  ],
  [
    "a call that was given up before",
    async () => ({ url: "https://bank.example", signal: AbortSignal.abort() }),
    "aborted",
    "no",
    "호출한 쪽에서 요청을 취소했습니다",
  ],
  [
    "a token function that fails",
    at("https://bank.example", { accessToken: () => Promise.reject(new Error("no session")) }),
    "access-token",
    "no",
    "accessToken 함수",
  ],
  [
    "a fault in the caller's fetch",
    thrown(new TypeError("cannot read properties of undefined")),
    "fetch",
    "maybe",
    "설정의 fetch",
  ],
  [
    "a fetch of another library, given as it is",
    thrown(
      named("TypeError", "Failed to parse URL", {
        cause: named("TypeError", "Invalid URL", { code: "ERR_INVALID_URL" }),
      }),
    ),
    "fetch",
    "no",
    "request.url",
  ],
  ["a network fault of Chromium", thrown(new TypeError("Failed to fetch")), "connection", "maybe", "CORS"],
  [
    "a network fault of Firefox",
    thrown(new TypeError("NetworkError when attempting to fetch resource.")),
    "connection",
    "maybe",
    "CORS",
  ],
  ["a network fault of Safari", thrown(new TypeError("Load failed")), "connection", "maybe", "CORS"],
  ["a network fault of React Native", thrown(new TypeError("Network request failed")), "connection", "maybe", "방화벽"],
  ["a network fault of workerd", thrown(new Error("Network connection lost.")), "reset", "maybe", "연결을 끊었습니다"],
  [
    "a refusal told by Bun",
    thrown(named("Error", "Unable to connect.", { code: "ConnectionRefused" })),
    "refused",
    "no",
    "거부했습니다",
  ],
  [
    "a name told by Deno",
    thrown(named("TypeError", "error sending request", { cause: new Error("dns error: failed to lookup") })),
    "dns",
    "no",
    "주소를 찾지 못",
  ],
  [
    "a time limit of the caller's fetch",
    thrown(named("TimeoutError", "The operation timed out.")),
    "timeout",
    "maybe",
    "시간 안에",
  ],
  [
    "a redirect",
    from((_request, response) => void response.writeHead(302, { location: "/" }).end()),
    "redirect",
    "yes",
    "따라가지 않았습니다",
  ],
  ["an answer too large", from(answering(success), { maxResponseBytes: 10 }), "too-large", "yes", "maxResponseBytes"],
  [
    "an unknown compression",
    from(answering("x", { headers: { "content-encoding": "zip" } })),
    "encoding",
    "yes",
    "압축",
  ],
  ["bytes that are no UTF-8", from(answering(Buffer.from([0x7b, 0xff, 0x7d]))), "charset", "yes", "UTF-8"],
  [
    "a page of a gateway",
    from(answering("<html>Bad Gateway", { status: 502, headers: html })),
    "html",
    "yes",
    "HTML 화면",
  ],
  [
    "a page that refuses a GET with a body",
    from(answering(page, { status: 403, headers: html })),
    "html",
    "yes",
    'method: "POST"',
  ],
  [
    "a page in EUC-KR",
    from(answering(Buffer.from([0x3c, 0x70, 0x3e, 0xc1, 0xa1, 0xb0, 0xcb]), { status: 503, headers: html })),
    "html",
    "yes",
    "HTML 화면",
  ],
  ["an answer without a body", from(answering("")), "empty", "yes", "본문이 없습니다"],
  ["JSON that stops", from(answering(success.slice(0, -9))), "not-json", "yes", "올바른 JSON이 아닙니다"],
  [
    "an answer that breaks its schema",
    from(answering(success.replace('"CNT":"1"', '"CNT":"one"')), { responseValidation: "throw" }),
    "invalid-answer",
    "yes",
    "issues",
  ],
];

describe("a transport error tells what happened", () => {
  test.each(rows)("%s", async (_name, fault, code, sent, text) => {
    const { url, options = {}, signal } = await fault();
    const call = clientFor(url, options).getCreditLoanBasicInfo(input(), signal === undefined ? {} : { signal });
    const error = await errorOf(call);
    expect(error).toMatchObject({ kind: "transport", code, sent, operation: "getCreditLoanBasicInfo" });
    expect(error.message).toContain(text);
    expect(error.message).toMatch(/[가-힣].*습니다|십시오/);
    expect(error.message).toContain(
      sent === "no" ? "전송되지 않았습니다" : code === "invalid-answer" ? "" : "처리되었을 수 있으므로",
    );
    // What a platform calls it, never our own code once more.
    if (error.kind === "transport") expect(error.systemCode ?? "E").toMatch(/^[A-Z]/);
    expect(error.duration).toBeGreaterThanOrEqual(0);
    expect(isSafeToRetry(error)).toBe(error.resend === "afterWait");
    expect(error.resend === "afterChecking").toBe(sent !== "no");
    expect(JSON.stringify(error)).not.toContain("CANARY");
  });
});

test("a page that refuses a POST gives no hint at POST", async () => {
  const server = await serve(answering(page, { status: 403, headers: html }));
  const error = await errorOf(clientFor(server.url, { method: "POST" }).getCreditLoanBasicInfo(input()));
  expect(error.message).not.toContain("POST");
});

describe("the bank's refusal", () => {
  const refusedWith = async (dataBody: object, status = 500): Promise<WooriError> => {
    const server = await serve(answering(JSON.stringify({ dataHeader: {}, dataBody }), { status }));
    return errorOf(clientFor(server.url).getCreditLoanBasicInfo(input()));
  };

  test.each(api["x-error-catalogue"].codes)(
    "$code may be sent again as the catalogue says",
    async ({ code, resend, action }) => {
      const { dataBody } = errorExamples[code as keyof typeof errorExamples];
      const error = await refusedWith(dataBody);
      expect(error).toMatchObject({ kind: "api", code, resend, sent: "yes" });
      expect(error.message).toContain(action);
      expect(isSafeToRetry(error)).toBe(resend === "afterWait");
    },
  );

  test("an unknown code is not safe to send again", async () => {
    expect(isSafeToRetry(await refusedWith({ ERRCODE: "XX99" }))).toBe(false);
    expect(isSafeToRetry(new Error("other"))).toBe(false);
    expect(isSafeToRetry(undefined)).toBe(false);
  });

  test("its message has the texts of ERRORLIST, and each text once", async () => {
    const error = await refusedWith({
      ERRCODE: "SYSCD01002",
      ERRUSRMSG: "전문 처리중 에러가 발생하였습니다.",
      ERRORLIST: [
        { MSG_CD: "M1", MAIN_MSG_TXT: "거래 시간이 아닙니다." },
        { MSG_CD: "", MAIN_MSG_TXT: "전문 처리중 에러가 발생하였습니다." },
        { MSG_CD: "", MAIN_MSG_TXT: "거래  시간이 아닙니다" },
      ],
    });
    expect(error).toBeInstanceOf(WooriApiError);
    expect(error.message.match(/전문 처리중/g)).toHaveLength(1);
    expect(error.message.match(/거래/g)).toHaveLength(1);
    expect(error.message).toContain("거래 시간이 아닙니다.(M1)");
  });

  test("its message hides what the bank quotes of the request", async () => {
    const error = await refusedWith({ ERRCODE: "SYSCD01006", ERRUSRMSG: `${canary.phone} ${canary.appKey}` });
    expect(error.message).toContain("[마스킹] [마스킹]");
  });
});
