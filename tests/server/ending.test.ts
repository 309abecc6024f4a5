import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { root } from "../../scripts/lib/paths.ts";
import { startProxy } from "../../scripts/proxy/start.ts";
import { startSandbox } from "../../scripts/sandbox/start.ts";
import { loanPath, sampleRequest } from "../support/bundle.ts";
import { startCommand } from "../support/command.ts";
import { callLoan } from "../support/loan.ts";
import { temporaryFolder } from "../support/project.ts";
import { closeOf, talk } from "../support/raw-socket.ts";
import { credentials } from "../support/servers.ts";

interface Ending {
  url: string;
  close: () => Promise<void>;
  drain: (cut: AbortSignal) => Promise<void>;
}

async function sandbox(): Promise<Ending> {
  const running = await startSandbox();
  onTestFinished(() => running.close());
  return running;
}

async function proxy(): Promise<Ending> {
  const upstream = await sandbox();
  const running = await startProxy({ upstream: upstream.url });
  onTestFinished(() => running.close());
  return running;
}

const body = JSON.stringify(sampleRequest());
const fields = Object.entries({ Host: "127.0.0.1", ...credentials, "Content-Type": "application/json" })
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join("");
const request = (prefer: string, part = body): string =>
  `POST ${loanPath} HTTP/1.1\r\n${fields}Prefer: ${prefer}\r\nContent-Length: ${body.length}\r\n\r\n${part}`;

/** A connection that has sent bytes, which the server has read; `closed` resolves when it ends. */
async function sending(url: string, bytes: string): Promise<{ closed: Promise<void> }> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.write(bytes);
  // Connections are served in turn: once a later one is answered, this one was read.
  await callLoan(url);
  return { closed: closeOf(socket) };
}

describe.each([
  ["sandbox", sandbox],
  ["proxy", proxy],
])("%s", (_server, start) => {
  test("draining waits for answers under way, takes no connection more, and closes idle ones", async () => {
    const { url, drain } = await start();
    const idle = connect(Number(new URL(url).port), "127.0.0.1");
    const answers = Promise.all(Array.from({ length: 10 }, () => callLoan(url, { headers: { prefer: "delay=400" } })));
    await callLoan(url);
    await Promise.all([drain(new AbortController().signal), closeOf(idle)]);
    expect((await answers).map(({ status }) => status)).toEqual(Array(10).fill(200));
    await expect(callLoan(url)).rejects.toThrow("ECONNREFUSED");
  });

  test.each([
    ["an answer that takes a minute", request("delay=60000")],
    ["half a request", request("delay=0", body.slice(0, 20))],
  ])("%s is cut by the signal, and by close", async (_name, bytes) => {
    const one = await start();
    await sending(one.url, bytes);
    const cut = new AbortController();
    const drained = one.drain(cut.signal);
    cut.abort();
    await drained;
    const other = await start();
    await sending(other.url, bytes);
    await other.close();
  });

  test.each([
    ["CONNECT", "CONNECT a.invalid:443 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"],
    ["Upgrade", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n"],
  ])("%s behind a request that waits keeps nothing open", async (_name, bytes) => {
    const { url, close } = await start();
    const { closed } = await sending(url, request("delay=60000") + bytes);
    await close();
    await closed;
  });
});

test("an answer that is withheld does not keep the sandbox from draining", async () => {
  const { url, drain } = await sandbox();
  await sending(url, request("fault=hang"));
  await drain(new AbortController().signal);
});

describe.each([["SIGTERM"], ["SIGINT"]] as const)("npm start after %s", (signal) => {
  test("sends the answer under way, and ends with 0", async () => {
    const command = await startCommand("scripts/cli/sandbox.ts", "--quiet");
    await callLoan(command.url);
    const answer = talk(command.url, request("delay=500").replace("Prefer", "Connection: close\r\nPrefer"));
    await callLoan(command.url);
    expect(await command.stop(signal)).toBe(0);
    expect(await answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  test("ends although nobody reads what it prints, and serves until then", async () => {
    const apps = join(temporaryFolder(), "apps.json");
    const { appKey, secretKey } = credentials;
    writeFileSync(
      apps,
      JSON.stringify({ apps: [{ name: "a".repeat(50_000), appKey, secretKey, state: "in-service" }] }),
    );
    const command = ["scripts/cli/sandbox.ts", "--port", "0", "--apps", apps];
    const child = spawn(process.execPath, command, { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
    onTestFinished(() => void child.kill("SIGKILL"));
    const ended = once(child, "exit");
    const [first] = (await once(child.stdout, "data")) as [Buffer];
    child.stdout.pause();
    const [url = ""] = /http:\/\/\S+:\d+/.exec(first.toString()) ?? [];
    const headers = { authorization: undefined };
    for (let count = 0; count < 40; count += 1) expect((await callLoan(url, { headers })).status).toBe(200);
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
  });

  test("ends at once when the signal comes again", async () => {
    const command = await startCommand("scripts/cli/sandbox.ts", "--quiet");
    await sending(command.url, request("delay=60000"));
    const started = performance.now();
    const stopped = command.stop(signal);
    const again = setInterval(() => void command.stop(signal), 200);
    onTestFinished(() => clearInterval(again));
    expect(await stopped).toBe(0);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
