import { spawn } from "node:child_process";
import { Agent } from "node:http";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { HttpsProxyAgent } from "https-proxy-agent";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { root } from "../../scripts/lib/paths.ts";
import { answering, clientFor, errorOf, input, serve, success, successBody } from "../support/client.ts";
import { pem, serveTls } from "../support/tls.ts";
import type { WooriClientOptions } from "../../generated/client.ts";

const call = (url: string, options: Partial<WooriClientOptions> = {}) =>
  clientFor(url, options).getCreditLoanBasicInfo(input());

/** What reached a TLS server: method, body, and whether the client showed a certificate. */
function recorded(): { seen: string[]; answer: Parameters<typeof serveTls>[1] } {
  const seen: string[] = [];
  return {
    seen,
    answer: (request, response) => {
      let body = "";
      request.on("data", (chunk) => (body += chunk));
      request.on("end", () => {
        seen.push(`${request.method} ${body.length > 0 ? "with body" : "without body"}`);
        response.writeHead(200, { "content-type": "application/json" }).end(success);
      });
    },
  };
}

/** A real proxy in a process of its own; `requests` are the lines that it printed. */
async function egressProxy(credentials?: string): Promise<{ port: number; requests: string[] }> {
  const program = join(root, "tests/support/egress-proxy.ts");
  const child = spawn(process.execPath, [program, ...(credentials === undefined ? [] : [credentials])], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill());
  const requests: string[] = [];
  const lines = createInterface(child.stdout);
  const port = await new Promise<string>((done) => lines.once("line", done));
  lines.on("line", (line) => requests.push(line));
  return { port: Number(port), requests };
}

describe("TLS", () => {
  test("a private authority is trusted by ca, and the documented GET goes out", async () => {
    const { seen, answer } = recorded();
    const url = await serveTls("server", answer);
    expect((await call(url, { ca: pem("authority.pem") })).data).toEqual(successBody());
    expect((await call(url, { ca: [Buffer.from(pem("authority.pem"))] })).data).toEqual(successBody());
    expect(seen).toEqual(["GET with body", "GET with body"]);
  });

  test("a client certificate is shown, and its key may have a passphrase", async () => {
    const { seen, answer } = recorded();
    const mutual = { ca: pem("authority.pem"), requestCert: true, rejectUnauthorized: true };
    const url = await serveTls("server", answer, mutual);
    const identity = { cert: pem("client.pem"), key: pem("client.key"), passphrase: "passphrase" };
    expect((await call(url, { ca: pem("authority.pem"), ...identity })).data).toEqual(successBody());
    const refused = await errorOf(call(url, { ca: pem("authority.pem") }));
    expect(refused).toMatchObject({
      code: "tls",
      sent: "no",
      message: expect.stringContaining("cert와 key") as string,
    });
    expect(seen).toEqual(["GET with body"]);
  });

  test("a key that does not fit, or a passphrase that is wrong, is told when the client is made", () => {
    const made =
      (options: Partial<WooriClientOptions>): (() => unknown) =>
      () =>
        clientFor("https://bank.example", options);
    expect(made({ cert: pem("client.pem"), key: pem("server.key") })).toThrow("cert, key: ");
    expect(made({ cert: pem("client.pem"), key: pem("client.key"), passphrase: "CANARY" })).toThrow("passphrase: ");
    expect(made({ cert: pem("client.pem") })).toThrow("key: 지정되지 않았습니다.");
  });

  test.each([
    ["of a private authority", "server", {}, "사설 인증 기관"],
    ["for another host", "elsewhere", { ca: pem("authority.pem") }, "호스트 이름이 없습니다"],
    ["that has ended", "expired", { ca: pem("authority.pem") }, "만료"],
  ])(
    "a certificate %s is refused before a byte leaves, and the text tells why",
    async (_name, certificate, options, text) => {
      const { seen, answer } = recorded();
      const error = await errorOf(call(await serveTls(certificate, answer), options));
      expect(error).toMatchObject({ code: "tls", sent: "no", resend: "afterChange" });
      expect(error.message).toContain(text);
      expect(seen).toEqual([]);
    },
  );

  test("NODE_TLS_REJECT_UNAUTHORIZED=0 does not hand the keys to anyone", async () => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    onTestFinished(() => void vi.unstubAllEnvs());
    const { seen, answer } = recorded();
    expect(await errorOf(call(await serveTls("server", answer)))).toMatchObject({ code: "tls", sent: "no" });
    expect(seen).toEqual([]);
  });

  test("https to a port that speaks http, and http to one that speaks TLS, are told as such", async () => {
    const plain = await serve(answering(success));
    expect(await errorOf(call(plain.url.replace("http", "https")))).toMatchObject({ code: "tls", sent: "no" });
    const { answer } = recorded();
    const secure = await serveTls("server", answer);
    expect(await errorOf(call(secure.replace("https", "http")))).toMatchObject({ kind: "transport" });
  });
});

describe("an egress proxy", () => {
  test("tunnels https by CONNECT and keeps the GET with its body", async () => {
    const { seen, answer } = recorded();
    const url = await serveTls("server", answer);
    const { port, requests } = await egressProxy();
    const ca = pem("authority.pem");
    expect((await call(url, { ca, proxy: `http://127.0.0.1:${port}` })).data).toEqual(successBody());
    expect(requests).toEqual([`CONNECT ${new URL(url).host}`]);
    expect(seen).toEqual(["GET with body"]);
  });

  test("may ask for a user and a password, which no error shows", async () => {
    const { answer } = recorded();
    const url = await serveTls("server", answer);
    const { port } = await egressProxy("user:CANARY-PASSWORD");
    const ca = pem("authority.pem");
    const proxy = `http://user:CANARY-PASSWORD@127.0.0.1:${port}`;
    expect((await call(url, { ca, proxy })).data).toEqual(successBody());
    const refused = await errorOf(call(url, { ca, proxy: proxy.replace("user:", "other:") }));
    expect(refused).toMatchObject({ code: "proxy", sent: "no", systemCode: "ERR_PROXY_TUNNEL" });
    expect(JSON.stringify(refused) + refused.stack).not.toContain("CANARY-PASSWORD");
  });

  test("takes plain http of an allowed host too", async () => {
    const server = await serve(answering(success));
    const { port, requests } = await egressProxy();
    expect((await call(server.url, { proxy: `http://127.0.0.1:${port}` })).data).toEqual(successBody());
    expect(requests).toEqual([`GET ${server.url}/oai/wb/v1/credit/getCreditLoanBasicInfo`]);
    expect(server.seen[0]?.body).not.toBe("");
  });

  test("that wants a password for plain http is told as the proxy's refusal", async () => {
    const server = await serve(answering(success));
    const { port } = await egressProxy("user:CANARY-PASSWORD");
    const refused = await errorOf(call(server.url, { proxy: `http://127.0.0.1:${port}` }));
    expect(refused).toMatchObject({ code: "proxy", sent: "no", status: 407 });
    expect(server.seen).toEqual([]);
  });

  test("that cannot be reached is told as the proxy's fault, not the bank's", async () => {
    const closed = await freePort();
    const url = await serveTls("server", recorded().answer);
    expect(await errorOf(call(url, { proxy: `http://127.0.0.1:${closed}` }))).toMatchObject({
      code: "proxy",
      sent: "no",
    });
    expect(await errorOf(call(url, { proxy: "http://proxy.invalid:8080" }))).toMatchObject({
      code: "proxy",
      sent: "no",
    });
  });

  test("of the environment counts as it does for Node's own clients, NO_PROXY included", async () => {
    const server = await serve(answering(success));
    const { port, requests } = await egressProxy();
    const program = `
      import { createWooriClient } from ${JSON.stringify(join(root, "generated/client.ts"))};
      const client = createWooriClient({ baseUrl: ${JSON.stringify(server.url)}, appKey: "CANARY-A", secretKey: "CANARY-S", accessToken: "CANARY-T" });
      await client.checkToken().catch(() => {});
      client.close();`;
    const env = { HTTP_PROXY: `http://127.0.0.1:${port}`, HTTPS_PROXY: `http://127.0.0.1:${port}` };
    await run(program, env);
    expect(requests).toEqual([]);
    await run(program, { ...env, NODE_USE_ENV_PROXY: "1" });
    expect(requests).toEqual([`GET ${server.url}/oap/wb/v2/oauth/tokencheck`]);
    await run(program, { ...env, NODE_USE_ENV_PROXY: "1", NO_PROXY: "127.0.0.1" });
    expect(requests).toHaveLength(1);
    expect(server.seen).toHaveLength(3);
  });

  test("may come as an agent of a library", async () => {
    const { seen, answer } = recorded();
    const url = await serveTls("server", answer);
    const { port, requests } = await egressProxy();
    const agent = new HttpsProxyAgent(`http://127.0.0.1:${port}`);
    onTestFinished(() => agent.destroy());
    expect((await call(url, { agent, ca: pem("authority.pem") })).data).toEqual(successBody());
    expect(requests).toEqual([`CONNECT ${new URL(url).host}`]);
    expect(seen).toEqual(["GET with body"]);
  });
});

/** Runs a module to its end. */
async function run(program: string, env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, ["--input-type=module-typescript", "--eval", program], {
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  expect(await new Promise((done) => child.once("close", done))).toBe(0);
}

/** A port of loopback that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

describe("kept connections", () => {
  /** A server without a Keep-Alive hint, which closes a connection that was idle for so long. */
  async function closingAfter(idle: number) {
    const sockets: Socket[] = [];
    const closedByServer = new Set<Socket>();
    const answer = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(success)}\r\n\r\n${success}`;
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.on("error", () => {});
      socket.setTimeout(idle, () => {
        closedByServer.add(socket);
        socket.destroy();
      });
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk.toString("latin1");
        const [, length = "0"] = /content-length: (\d+)/i.exec(text) ?? [];
        const start = text.indexOf("\r\n\r\n");
        if (start < 0 || text.length < start + 4 + Number(length)) return;
        text = "";
        socket.write(answer);
      });
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    });
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}`, sockets, closedByServer };
  }

  test.each([
    ["the default", {}],
    ["50 ms", { idleTimeout: 50 }],
  ])("are used again, and closed by the client before a server does after a second: %s", async (_name, options) => {
    const { url, sockets, closedByServer } = await closingAfter(1000);
    const client = clientFor(url, options);
    await client.getCreditLoanBasicInfo(input());
    await client.getCreditLoanBasicInfo(input());
    expect(sockets).toHaveLength(1);
    const [kept] = sockets as [Socket];
    if (!kept.destroyed) await new Promise((done) => kept.once("close", done));
    expect(closedByServer.size).toBe(0);
    await client.getCreditLoanBasicInfo(input());
    expect(sockets).toHaveLength(2);
  });

  test("are not kept with idleTimeout 0", async () => {
    const { url, sockets } = await closingAfter(10_000);
    const client = clientFor(url, { idleTimeout: 0 });
    await client.getCreditLoanBasicInfo(input());
    await client.getCreditLoanBasicInfo(input());
    expect(sockets).toHaveLength(2);
  });

  test("of an agent of the caller stay his when the client closes", async () => {
    const server = await serve(answering(success));
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    const client = clientFor(server.url, { agent });
    await client.getCreditLoanBasicInfo(input());
    client.close();
    await call(server.url, { agent });
    expect(server.connections()).toBe(1);
  });
});
