import { describe, expect, onTestFinished, test } from "vitest";
import { proxy } from "../../scripts/cli/proxy.ts";
import { sandbox } from "../../scripts/cli/sandbox.ts";
import { startSandbox } from "../../scripts/docs/sandbox.ts";
import { startProxy } from "../../scripts/proxy/start.ts";
import { createWooriClient } from "../../generated/client.ts";
import { sampleRequest } from "../support/bundle.ts";
import { send } from "../support/http.ts";
import { call } from "../support/in-process.ts";

describe("--allow-host", () => {
  test.each(["sandbox", "SANDBOX:1234", "sandbox.", "sandbox.:80"])("%s is the allowed name", async (host) => {
    const server = await startSandbox({ allowHosts: ["other.example", "Sandbox"] });
    onTestFinished(() => server.close());
    expect((await send(`${server.url}/__sandbox/health`, { headers: { host } })).status).toBe(200);
  });

  test("another name is refused by both with the option that allows it; the bank's paths and the docs take any", async () => {
    const server = await startSandbox({ allowHosts: ["sandbox"], docs: true });
    onTestFinished(() => server.close());
    const relay = await startProxy({ upstream: server.url, allowHosts: ["sandbox"] });
    onTestFinished(() => relay.close());
    const headers = { host: "sandbox.evil.example" };
    for (const url of [`${server.url}/__sandbox/requests`, `${relay.url}/__sandbox/health`]) {
      const { status, text } = await send(url, { headers });
      expect([status >= 400, text]).toEqual([true, expect.stringContaining("--allow-host")]);
    }
    expect((await send(`${server.url}/docs`, { headers })).status).toBe(301);
  });

  test.each(["", "a b", "http://sandbox", "*", "*.example", "x..y", "a/b"])("%j is no name", async (name) => {
    for (const [main, ...more] of [[sandbox], [proxy, "--upstream", "https://127.0.0.1"]] as const) {
      const { exitCode, output } = await call(main, "--port", "0", ...more, "--allow-host", name);
      expect([exitCode, output]).toEqual([2, expect.stringMatching(/^오류: --allow-host에는 .*지정하십시오/)]);
    }
  });
});

describe("--host", () => {
  test.each([
    ["::1", /^http:\/\/\[::1\]:\d+$/],
    ["[::1]", /^http:\/\/\[::1\]:\d+$/],
    ["::", /^http:\/\/\[::1\]:\d+$/],
    ["::ffff:127.0.0.1", /^http:\/\/127\.0\.0\.1:\d+$/],
  ])("%s has a URL that client and proxy reach", async (host, pattern) => {
    const server = await startSandbox({ host });
    onTestFinished(() => server.close());
    expect(server.url).toMatch(pattern);
    const relay = await startProxy({ upstream: server.url, host });
    onTestFinished(() => relay.close());
    const woori = createWooriClient({ baseUrl: relay.url, appKey: "SANDBOX-APP-KEY", secretKey: "SANDBOX-SECRET-KEY" });
    onTestFinished(() => woori.close());
    expect((await woori.getCreditLoanBasicInfo(sampleRequest() as never)).response.status).toBe(200);
    expect((await send(`${server.url}/__sandbox/health`, {})).status).toBe(200);
  });

  test.each(["", "a b", "http://127.0.0.1", "*", "192.0.2.1", "fe80::1%nowhere0"])(
    "%j is none of this machine",
    async (host) => {
      const { exitCode, output } = await call(sandbox, "--port", "0", "--host", host);
      expect([exitCode, output]).toEqual([2, expect.stringMatching(/^오류: .*지정하십시오/)]);
    },
  );
});
