import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../../scripts/lib/paths.ts";
import { temporaryFolder } from "../../support/project.ts";

const trap = join(root, "scripts/checks/offline/trap.cjs");

/** What reaches out, by the name under which the trap records it. */
const attempts: Record<string, string> = {
  "dns.lookup host.invalid": `await new Promise((done, fail) => dns.lookup("host.invalid", (error) => (error ? fail(error) : done())))`,
  "dns.promises.lookup host.invalid": `await dnsPromises.lookup("host.invalid")`,
  "dns.promises.resolve4 host.invalid": `await dnsPromises.resolve4("host.invalid")`,
  "net.connect 192.0.2.1:80": `await once(net.connect(80, "192.0.2.1"), "connect")`,
  "net.connect host.invalid:443": `await once(tls.connect({ host: "host.invalid", port: 443 }), "secureConnect")`,
  "net.connect host.invalid:8080": `await once(http.get("http://host.invalid:8080/"), "response")`,
  "fetch host.invalid:443": `await fetch("https://host.invalid/").catch((error) => { throw error.cause; })`,
  "dgram.send 192.0.2.1:53": `await new Promise((done, fail) => socket.send("x", 53, "192.0.2.1", (error) => (error ? fail(error) : done())))`,
  "dgram.connect 2001:db8::1:53": `await new Promise((done, fail) => socket.connect(53, "2001:db8::1", (error) => (error ? fail(error) : done())))`,
};

const prelude = `
import { once } from "node:events";
import * as dns from "node:dns";
import * as dnsPromises from "node:dns/promises";
import dgram from "node:dgram";
import http from "node:http";
import net from "node:net";
import tls from "node:tls";
const socket = dgram.createSocket("udp4").unref();
const codes = [];
`;

/** Tries all of it, and prints the error codes as JSON. */
const reachingOut = `${prelude}
${Object.values(attempts)
  .map((attempt) => `try { ${attempt}; codes.push("passed"); } catch (error) { codes.push(error.code); }`)
  .join("\n")}
console.log(JSON.stringify(codes));
`;

/** Asks a server of its own in every way, and prints the answers. */
const onLoopback = `${prelude}
const server = http.createServer((request, response) => response.end("ok")).listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address();
codes.push(await (await fetch("http://127.0.0.1:" + port)).text(), await (await fetch("http://localhost:" + port)).text());
const connection = net.connect(port, "127.0.0.1");
await once(connection, "connect");
connection.destroy();
codes.push((await dnsPromises.lookup("localhost")).address !== "", (await dnsPromises.lookup("192.0.2.1")).address);
await new Promise((done, fail) => socket.send("x", port, "127.0.0.1", (error) => (error ? fail(error) : done())));
server.close();
server.closeAllConnections();
console.log(JSON.stringify(codes));
`;

/** Runs a module under the trap; gives what it printed and what the trap has logged. */
async function underTrap(files: Record<string, string>, main: string) {
  const dir = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  const log = join(dir, "log");
  const env = { ...process.env, NODE_OPTIONS: `--require ${JSON.stringify(trap)}`, WOORI_OFFLINE_LOG: log };
  const stdout = await new Promise<string>((done, fail) => {
    execFile(process.execPath, [join(dir, main)], { env }, (error, printed, stderr) =>
      error === null ? done(printed) : fail(new Error(stderr)),
    );
  });
  const lines = readFileSync(log, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, string>);
  return {
    printed: JSON.parse(stdout) as unknown,
    processes: lines.filter((line) => "process" in line).length,
    attempts: lines.filter((line) => "api" in line),
    dir,
  };
}

const starters: Record<string, { main: string; processes: number }> = {
  "the main thread": { main: `import "./out.mjs";`, processes: 1 },
  "a worker thread": {
    main: `import { Worker } from "node:worker_threads"; new Worker(new URL("./out.mjs", import.meta.url));`,
    processes: 1,
  },
  "a worker thread with an environment of its own": {
    main: `import { Worker } from "node:worker_threads"; new Worker(new URL("./out.mjs", import.meta.url), { env: {} });`,
    processes: 1,
  },
  "a child process": {
    main: `import { fork } from "node:child_process"; fork(new URL("./out.mjs", import.meta.url));`,
    processes: 2,
  },
  "a child process with an environment of its own": {
    main: `import { spawn } from "node:child_process"; spawn(process.execPath, [new URL("./out.mjs", import.meta.url).pathname], { env: { NODE_OPTIONS: "--no-warnings" }, stdio: "inherit" });`,
    processes: 2,
  },
};

describe("the trap", () => {
  test.each(Object.entries(starters))(
    "in %s refuses and records whatever reaches out, and from where",
    async (_name, { main, processes }) => {
      const run = await underTrap({ "out.mjs": reachingOut, "main.mjs": main }, "main.mjs");
      expect(run.printed).toEqual(Object.keys(attempts).map(() => "ERR_OFFLINE"));
      expect(run.attempts.map(({ api, target }) => `${api} ${target}`)).toEqual(Object.keys(attempts));
      for (const { frame } of run.attempts) expect(frame).toMatch(/out\.mjs:\d+:\d+/);
      expect(run.processes).toBe(processes);
    },
  );

  test("lets loopback and addresses as they are pass", async () => {
    const run = await underTrap({ "main.mjs": onLoopback }, "main.mjs");
    expect(run.printed).toEqual(["ok", "ok", true, "192.0.2.1"]);
    expect(run.attempts).toEqual([]);
  });
});
