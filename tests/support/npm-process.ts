import { spawn } from "node:child_process";
import { connect } from "node:net";
import { onTestFinished } from "vitest";
import { root } from "../../scripts/lib/paths.ts";

/** npm or npx in front of a command that serves. */
interface NpmProcess {
  /** The URL that the command printed. */
  url: string;
  /** Sends a signal to npm alone, as a program that started it does. */
  kill: (signal: NodeJS.Signals) => void;
}

/** Starts npm or npx with a command that serves; what is left of them ends with the test. */
export async function startNpm(
  program: "npm" | "npx",
  args: readonly string[],
  { cwd = root, env = process.env } = {},
): Promise<NpmProcess> {
  const npm = spawn(program, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "ignore"] });
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
  return { url, kill: (signal) => void npm.kill(signal) };
}

/** Whether something listens at a URL. */
export function isOpen(url: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => {
      socket.destroy();
      done(true);
    });
    socket.on("error", () => done(false));
  });
}
