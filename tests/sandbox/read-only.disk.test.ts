import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { root } from "../../scripts/lib/paths.ts";
import { loanPath, sampleRequest } from "../support/bundle.ts";
import { send } from "../support/http.ts";
import { credentials } from "../support/servers.ts";

/** Run by sh: every file system read-only, a user without rights, home and temporary folder that are not there. */
const confined = `
mount --make-rprivate / && mount -o remount,bind,ro / || exit 1
for at in /tmp /var/tmp /dev/shm "$1"; do mount --bind "$at" "$at" && mount -o remount,bind,ro "$at" || exit 1; done
cd "$1" && shift
exec setpriv --reuid 65534 --regid 65534 --clear-groups --bounding-set=-all --no-new-privs \\
  env -i PATH="$PATH" HOME=/nowhere "$@"
`;

/** Options of the example's container, which are those of any. */
const [, command = "[]"] =
  /sandbox\n[^]*?^CMD (.*)$/m.exec(readFileSync(join(root, "examples/compose/Dockerfile"), "utf8")) ?? [];
const options = (JSON.parse(command) as string[]).slice(3).map((word) => (word === "4010" ? "0" : word));

test.each([[{}], [{ TMPDIR: "/nowhere" }], [{ TMPDIR: "/etc/passwd" }]])(
  "read-only and without rights (%j), the sandbox and its docs answer, and SIGTERM ends it",
  async (environment) => {
    const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
    const args = [
      "--mount",
      "sh",
      "-c",
      confined,
      "sh",
      root,
      ...variables,
      process.execPath,
      "scripts/cli/sandbox.ts",
    ];
    const child = spawn("unshare", [...args, ...options, "--quiet"], { stdio: ["ignore", "pipe", "pipe"] });
    onTestFinished(() => void child.kill("SIGKILL"));
    let printed = "";
    child.stderr.on("data", (chunk: Buffer) => void (printed += chunk.toString()));
    child.stdout.on("data", (chunk: Buffer) => void (printed += chunk.toString()));
    const ended = new Promise((done) => child.once("exit", done));
    await expect.poll(() => printed).toMatch(/http:\S+\n/);
    const [url = ""] = /http:\S+/.exec(printed) ?? [];
    for (const file of ["", "assets/site.js", "assets/search-index.js"])
      expect([file, (await fetch(`${url}/docs/${file}`)).status]).toEqual([file, 200]);
    const headers = { ...credentials, "content-type": "application/json" };
    expect((await send(url + loanPath, { headers, body: sampleRequest() })).status).toBe(200);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(printed).not.toMatch(/\n\s+at /);
  },
);
