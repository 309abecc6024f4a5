import { spawn } from "node:child_process";
import { expect, onTestFinished, test } from "vitest";
import { root } from "../../scripts/lib/paths.ts";
import { serve } from "../support/client.ts";

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

async function isOpen(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

test.each<[string, NodeJS.Signals]>([
  ["start", "SIGTERM"],
  ["start", "SIGINT"],
  ["proxy", "SIGTERM"],
])("npm run %s ends with npm at %s, also where its shell does not pass the signal on", async (script, signal) => {
  const upstream = await serve(() => {});
  const options = script === "proxy" ? ["--upstream", upstream.url] : [];
  const { npm, url } = await startNpm(["run", script, "--", "--port", "0", "--quiet", ...options]);
  expect((await isOpen(`${url}/__sandbox/health`)) || script === "proxy").toBe(true);
  npm.kill(signal);
  await expect.poll(() => isOpen(`${url}/__sandbox/health`)).toBe(false);
});
