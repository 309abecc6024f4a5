import { spawn } from "node:child_process";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { root } from "../../scripts/lib/paths.ts";

/** Starts an npm command that serves, and gives npm's process and the URL. */
async function startNpm(args: readonly string[]): Promise<{ npm: ReturnType<typeof spawn>; url: string }> {
  const npm = spawn("npm", args, { cwd: root, detached: true, stdio: ["ignore", "pipe", "ignore"] });
  onTestFinished(() => {
    try {
      process.kill(-Number(npm.pid), "SIGKILL");
    } catch {
      // The whole group has ended, as it should.
    }
  });
  const url = await new Promise<string>((done, fail) => {
    let text = "";
    npm.once("exit", (code) => fail(new Error(`ended with ${code}: ${text}`)));
    npm.stdout.on("data", (chunk: Buffer) => {
      const [found] = /http:\/\/[\d.]+:\d+/.exec((text += chunk.toString())) ?? [];
      if (found !== undefined) done(found);
    });
  });
  return { npm, url };
}

/** Whether something listens at a URL. */
function isOpen(url: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => {
      socket.destroy();
      done(true);
    });
    socket.on("error", () => done(false));
  });
}

test.each(["start", "proxy"])("npm run %s ends with npm, whose shell does not pass SIGTERM on", async (script) => {
  const options = script === "proxy" ? ["--upstream", "https://127.0.0.1"] : [];
  const { npm, url } = await startNpm(["run", script, "--", "--port", "0", "--quiet", ...options]);
  expect(await isOpen(url)).toBe(true);
  npm.kill("SIGTERM");
  await expect.poll(() => isOpen(url)).toBe(false);
});
