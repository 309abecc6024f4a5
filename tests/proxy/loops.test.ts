import { expect, test } from "vitest";
import { startProxy } from "../../scripts/proxy/start.ts";
import { loanPath } from "../support/bundle.ts";
import { serve } from "../support/client.ts";
import { expectError } from "../support/envelope.ts";
import { send } from "../support/http.ts";
import { goodHeaders, proxyFor, rulesOf } from "../support/proxy.ts";
import { talk } from "../support/raw-socket.ts";
import { useSandbox } from "../support/servers.ts";

const sandbox = useSandbox();

test.each([
  ["0.0.0.0", "127.0.0.2"],
  ["0.0.0.0", "localhost"],
  ["127.0.0.1", "127.0.0.1"],
])("a proxy at %s does not start before an upstream at %s and its own port", async (host, name) => {
  const probe = await startProxy({ upstream: sandbox.url(), host });
  await probe.close();
  const port = Number(new URL(probe.url).port);
  await expect(startProxy({ upstream: `http://${name}:${port}`, host, port })).rejects.toThrow(
    "--upstream에 프록시 자신의 주소를 지정했습니다.",
  );
});

test("a request that comes back, by whatever way, is refused and tells of the loop", async () => {
  let back = "";
  const upstream = await serve((request, response) => {
    const { host: _host, connection: _connection, ...headers } = request.headers as Record<string, string>;
    void send(back + (request.url ?? ""), { headers }).then(({ status, text }) =>
      response.writeHead(status, { "content-type": "application/json" }).end(text),
    );
  });
  const { url, next } = await proxyFor(upstream.url);
  back = url;
  const { "content-type": _type, ...headers } = goodHeaders;
  const reply = await send(url + loanPath, { headers: { ...headers, via: "1.1 other" } });
  expect(expectError(reply, 503, "SYSCD03901")).toEqual([
    "프록시: 전달한 요청이 프록시로 되돌아왔습니다. --upstream에 프록시가 아닌 서버의 주소를 지정하십시오.",
  ]);
  expect(upstream.seen).toHaveLength(1);
  expect(rulesOf(await next())).toEqual(["request http HTTP 요청"]);
});

test.each(["evil.example", "127.0.0.1.evil.example"])(
  "a page whose name %s was made to lead here (DNS rebinding) reaches no upstream",
  async (name) => {
    const upstream = await serve((_request, response) => void response.end());
    const { url, next } = await proxyFor(upstream.url);
    const answer = await talk(url, `GET ${loanPath} HTTP/1.1\r\nHost: ${name}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*Host: 이 기기의 이름이 아닙니다\./);
    expect(upstream.seen).toEqual([]);
    expect((await next()).path).toBe("(전달하지 않은 요청)");
  },
);

test.each(["localhost", "localhost.", "LOCALHOST:1", "127.0.0.1", "[::1]:4011", "bank.localhost"])(
  "this machine's own name %s does",
  async (name) => {
    const upstream = await serve((_request, response) => void response.end());
    const { url } = await proxyFor(upstream.url);
    await talk(url, `GET ${loanPath} HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`);
    expect(upstream.seen).toHaveLength(1);
  },
);
