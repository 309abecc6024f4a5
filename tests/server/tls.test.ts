import { X509Certificate } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import { connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { createWooriClient } from "../../generated/client.ts";
import { examples } from "../../generated/examples.ts";
import { proxy } from "../../scripts/cli/proxy.ts";
import { sandbox } from "../../scripts/cli/sandbox.ts";
import { startSandbox } from "../../scripts/docs/sandbox.ts";
import { root } from "../../scripts/lib/paths.ts";
import { startProxy } from "../../scripts/proxy/start.ts";
import { selfSignedCertificate } from "../../scripts/lib/self-signed.ts";
import { sampleRequest } from "../support/bundle.ts";
import { call, serveBy } from "../support/in-process.ts";
import { temporaryFolder } from "../support/project.ts";
import { pem } from "../support/tls.ts";

const keys = { appKey: "SANDBOX-APP-KEY", secretKey: "SANDBOX-SECRET-KEY" };
const fixture = (name: string): string => join(root, "tests/fixtures/tls", name);

/** The status that a path has over https, the server's certificate checked for the host name. */
function statusOf(url: string, path: string, ca: string, host?: string): Promise<number> {
  return new Promise((done, fail) => {
    const headers = host === undefined ? {} : { host };
    request(
      `${url}${path}`,
      { ca, agent: false, headers, method: "HEAD", ...(host && { servername: host }) },
      (answer) => done(answer.resume().statusCode ?? 0),
    )
      .on("error", fail)
      .end();
  });
}

describe("a certificate that is made", () => {
  test("is for the names given, signs no other, and is valid for a year and not much longer", async () => {
    const { cert } = await selfSignedCertificate([
      "localhost",
      "10.0.0.7",
      "::1",
      "2001:db8::7",
      "::ffff:10.0.0.7",
      "a".repeat(63),
    ]);
    const certificate = new X509Certificate(cert);
    for (const name of ["localhost", "a".repeat(63)]) expect(certificate.checkHost(name)).toBe(name);
    for (const address of ["10.0.0.7", "::1", "2001:db8::7", "::ffff:10.0.0.7"])
      expect(certificate.checkIP(address)).toBe(address);
    expect([certificate.checkHost("evil.example"), certificate.checkIP("10.0.0.8")]).toEqual([undefined, undefined]);
    expect([certificate.ca, certificate.verify(certificate.publicKey)]).toEqual([false, true]);
    const days = (Date.parse(certificate.validTo) - Date.now()) / 86_400_000;
    expect(days > 365 && days < 398).toBe(true);
  });
});

describe("the sandbox over https", () => {
  test("answers the client that trusts its certificate, at each of its names, and no other client", async () => {
    const server = await startSandbox({ tls: true, allowHosts: ["Sandbox."], docs: true, warm: true });
    onTestFinished(() => server.close());
    const { url, ca = "" } = server;
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const woori = createWooriClient({ baseUrl: url, ca, ...keys });
    onTestFinished(() => woori.close());
    const { data } = await woori.getCreditLoanBasicInfo(sampleRequest() as never);
    expect(data).toEqual(examples.getCreditLoanBasicInfo.success);
    for (const path of ["/__sandbox/health", "/docs/"]) expect(await statusOf(url, path, ca)).toBe(200);
    expect(await statusOf(url, "/__sandbox/health", ca, "sandbox")).toBe(200);
    await expect(statusOf(url, "/__sandbox/health", pem("authority.pem"))).rejects.toThrow();
    await expect(statusOf(url, "/__sandbox/health", ca, "evil.example")).rejects.toThrow();
  });

  test("its faults end the connection, a plain HTTP request is told so, and a silent one does not keep it from ending", async () => {
    const server = await startSandbox({ tls: { cert: pem("server.pem"), key: pem("server.key") } });
    const { port } = new URL(server.url);
    const silent = connect(Number(port), "127.0.0.1");
    silent.on("error", () => {});
    await new Promise((done) => silent.once("connect", done));
    const plain = await fetch(`http://127.0.0.1:${port}/`);
    expect([plain.status, await plain.text()]).toEqual([400, expect.stringContaining("https://로 시작하는 주소")]);
    const woori = createWooriClient({ baseUrl: server.url, ca: pem("authority.pem"), ...keys });
    onTestFinished(() => woori.close());
    for (const fault of ["reset", "truncated-body"]) {
      const body = sampleRequest();
      body.dataHeader["UTZPE_CNCT_MCHR_UNQ_ID"] = `SANDBOX-${fault}`;
      await expect(woori.getCreditLoanBasicInfo(body as never)).rejects.toMatchObject({ kind: "transport" });
    }
    expect(await statusOf(server.url, "/__sandbox/health", pem("authority.pem"))).toBe(200);
    await server.close();
  });

  test("the command names the certificate's file, which curl and a client take, and removes it at the end", async () => {
    const { printed, until, stop } = await serveBy(sandbox, "--tls");
    const [, file = ""] = /curl --cacert '(\S+)'/.exec(await until(/curl --cacert '\S+'/)) ?? [];
    const [url = ""] = /https:\/\/\S+:\d+/.exec(printed()) ?? [];
    expect(printed()).toContain(`인증서: ${file} `);
    expect(await statusOf(url, "/__sandbox/health", readFileSync(file, "utf8"))).toBe(200);
    expect(printed()).not.toContain("PRIVATE KEY");
    expect(await stop()).toBe(0);
    expect(existsSync(file)).toBe(false);
  });
});

test("the proxy answers over https, and refuses a name until it is allowed", async () => {
  const upstream = await startSandbox();
  onTestFinished(() => upstream.close());
  const running = await startProxy({ upstream: upstream.url, tls: true, allowHosts: ["sandbox"] });
  onTestFinished(() => running.close());
  const { url, ca = "" } = running;
  expect(await statusOf(url, "/__sandbox/health", ca, "sandbox")).toBe(200);
  const woori = createWooriClient({ baseUrl: url, ca, ...keys });
  onTestFinished(() => woori.close());
  expect((await woori.getCreditLoanBasicInfo(sampleRequest() as never)).response.status).toBe(200);
});

describe("the files of --tls-cert and --tls-key", () => {
  const garbage = (): string => {
    const file = join(temporaryFolder(), "garbage.pem");
    writeFileSync(file, "CANARY");
    return file;
  };
  test.each<[string, () => string[], RegExp]>([
    ["one without the other", () => ["--tls-cert", fixture("server.pem")], /함께 지정하십시오/],
    [
      "no such file",
      () => ["--tls-cert", "/nowhere.pem", "--tls-key", fixture("server.key")],
      /--tls-cert: \/nowhere\.pem 파일을 읽을 수 없습니다/,
    ],
    [
      "no certificate",
      () => ["--tls-cert", garbage(), "--tls-key", fixture("server.key")],
      /--tls-cert: PEM 형식의 인증서가 아닙니다/,
    ],
    [
      "no key",
      () => ["--tls-cert", fixture("server.pem"), "--tls-key", garbage()],
      /--tls-key: PEM 형식의 개인 키가 아니거나/,
    ],
    ["a locked key", () => ["--tls-cert", fixture("client.pem"), "--tls-key", fixture("client.key")], /암호로 잠긴 키/],
    [
      "another key",
      () => ["--tls-cert", fixture("server.pem"), "--tls-key", fixture("elsewhere.key")],
      /맞지 않는 개인 키/,
    ],
    [
      "an expired one",
      () => ["--tls-cert", fixture("expired.pem"), "--tls-key", fixture("expired.key")],
      /2019-06-29에 만료된/,
    ],
  ])("%s: a sentence, and nothing of the key", async (_name, args, message) => {
    for (const [main, ...more] of [[sandbox], [proxy, "--upstream", "https://127.0.0.1"]] as const) {
      const { exitCode, output } = await call(main, "--port", "0", ...more, ...args());
      expect([exitCode, output]).toEqual([2, expect.stringMatching(message)]);
      expect(output).not.toMatch(/CANARY|BEGIN .*KEY/);
    }
  });
});
