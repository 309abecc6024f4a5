import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runChild } from "../../scripts/lib/child-process.ts";
import { root } from "../../scripts/lib/paths.ts";
import { temporaryFolder } from "../support/project.ts";

/** A program that writes its pid into a file, heeds no signal that it can refuse, and never ends. */
const busy = `
  const { renameSync, writeFileSync } = require("node:fs");
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
  writeFileSync(process.argv[1] + ".new", String(process.pid));
  renameSync(process.argv[1] + ".new", process.argv[1]);
  for (;;);`;

/** Resolves once the process that has written the file is gone; one that waits for its parent's look is. */
async function expectGone(pidFile: string): Promise<void> {
  const pid = readFileSync(pidFile, "utf8");
  const state = () => spawnSync("ps", ["-o", "stat=", "-p", pid], { encoding: "utf8" }).stdout.trim();
  await expect.poll(state).toMatch(/^(Z.*)?$/);
}

test("a program that takes too long is ended with all that it has started, and named", async () => {
  const pidFile = join(temporaryFolder(), "pid");
  const args = ["-c", '"$0" -e "$1" "$2" & wait', process.execPath, busy, pidFile];
  await expect(runChild("sh", args, { name: "redocly lint", timeoutMs: 2000 })).rejects.toThrow(
    "redocly lint: 2초 안에 끝나지 않아 중단했습니다.",
  );
  await expectGone(pidFile);
});

test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("a busy program ends with its parent: %s", async (signal) => {
  const pidFile = join(temporaryFolder(), "pid");
  const script = `
    const { runChild } = await import(${JSON.stringify(join(root, "scripts/lib/child-process.ts"))});
    await runChild(process.execPath, ["-e", ${JSON.stringify(busy)}, ${JSON.stringify(pidFile)}]);`;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "ignore" });
  onTestFinished(() => void parent.kill("SIGKILL"));
  await expect.poll(() => existsSync(pidFile)).toBe(true);
  const ended = once(parent, "exit");
  parent.kill(signal);
  expect(await ended).toEqual([null, signal]);
  await expectGone(pidFile);
});

test("a program that cannot be started, and one that fails, are told by code", async () => {
  await expect(runChild("no-such-program", [])).rejects.toThrow("ENOENT");
  expect(await runChild("sh", ["-c", "echo out; echo err >&2; exit 3"])).toEqual({
    exitCode: 3,
    stdout: "out\n",
    stderr: "err\n",
  });
});
