import { spawn } from "node:child_process";
import { onTestFinished } from "vitest";
import { root } from "../../scripts/lib/paths.ts";

/** A command of the project that serves. */
export interface Command {
  /** What it has printed so far, on both streams. */
  printed: () => string;
  /** What it has printed on standard output. */
  stdout: () => string;
  /** Resolves once the output matches. */
  until: (pattern: RegExp) => Promise<string>;
  /** Sends a signal, and resolves with the exit code once it has ended. */
  stop: (signal: NodeJS.Signals) => Promise<number | null>;
  url: string;
}

/** Starts a command of this repository on a free port; it is stopped when the test ends. */
export function startCommand(script: string, ...args: string[]): Promise<Command> {
  return startIn(root, script, "--port", "0", ...args);
}

/** Starts a command that serves, in a folder; it is stopped when the test ends. */
export async function startIn(cwd: string, ...args: string[]): Promise<Command> {
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill());
  let printed = "";
  let stdout = "";
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      if (stream === child.stdout) stdout += chunk.toString();
      for (const look of waiting) look();
    });
  const until = (pattern: RegExp): Promise<string> =>
    new Promise((done, fail) => {
      const look = (): void => {
        if (!pattern.test(printed)) return;
        waiting.delete(look);
        done(printed);
      };
      waiting.add(look);
      child.once("exit", (code) => fail(new Error(`ended with ${code}: ${printed}`)));
      look();
    });
  const stop = (signal: NodeJS.Signals): Promise<number | null> =>
    new Promise((done) => {
      child.once("close", done);
      child.kill(signal);
    });
  const ready = await until(/http:\/\/\S+:\d+\/?\n/);
  return { printed: () => printed, stdout: () => stdout, until, stop, url: /http:\/\/\S+:\d+/.exec(ready)?.[0] ?? "" };
}
