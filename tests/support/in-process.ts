import { format } from "node:util";
import { onTestFinished, vi } from "vitest";
import { type Call, exitCodeOf } from "../../scripts/cli/command-line.ts";
import { root } from "../../scripts/lib/paths.ts";
import type { Outcome } from "./project.ts";

/** The function of a command. */
type Main = (call: Call) => number | void | Promise<number | void>;

/** Calls a command in this process as its npm script does from the repository's folder: many times as fast. */
export function call(main: Main, ...args: string[]): Promise<Outcome> {
  return callFrom(root, main, ...args);
}

/** Calls a command in this process as its npm script does from a folder of the caller. */
export async function callFrom(folder: string, main: Main, ...args: string[]): Promise<Outcome> {
  const output = capture();
  const exitCode = await exitCodeOf(() => main({ args, commandLine: "npm run command --", folder }));
  await output.end();
  return { exitCode, output: output.printed() };
}

/** A command that serves, in this process. */
export interface Serving {
  /** The URL that it printed. */
  url: string;
  /** What it has printed so far, on both streams. */
  printed: () => string;
  /** What it has printed on standard output. */
  stdout: () => string;
  /** Resolves once the output matches. */
  until: (pattern: RegExp) => Promise<string>;
  /** Ends it; resolves with the exit code. */
  stop: () => Promise<number>;
}

/** Calls a command that serves, on a free port; it ends with the test. */
export async function serveBy(main: Main, ...args: string[]): Promise<Serving> {
  const output = capture();
  const controller = new AbortController();
  const command = exitCodeOf(() =>
    main({ args: ["--port", "0", ...args], commandLine: "npm run command --", folder: root, end: controller.signal }),
  );
  const stop = async (): Promise<number> => {
    controller.abort();
    const exitCode = await command;
    await output.end();
    return exitCode;
  };
  onTestFinished(async () => void (await stop()));
  const until = (pattern: RegExp): Promise<string> =>
    Promise.race([
      output.until(pattern),
      command.then((code) => Promise.reject(new Error(`ended with ${code}: ${output.printed()}`))),
    ]);
  const [url = ""] = /https?:\/\/\S+:\d+/.exec(await until(/https?:\/\/\S+:\d+\/?\n/)) ?? [];
  return { url, printed: output.printed, stdout: output.stdout, until: output.until, stop };
}

/** Keeps what this process prints, which nobody else then sees. */
function capture() {
  const chunks: { text: string; isError: boolean }[] = [];
  const waiting = new Set<() => void>();
  const add = (text: string, isError: boolean): true => {
    chunks.push({ text, isError });
    for (const look of waiting) look();
    return true;
  };
  const spies = [
    vi.spyOn(console, "log").mockImplementation((...parts) => void add(`${format(...parts)}\n`, false)),
    vi.spyOn(console, "error").mockImplementation((...parts) => void add(`${format(...parts)}\n`, true)),
    vi.spyOn(process.stdout, "write").mockImplementation((chunk) => add(String(chunk), false)),
    vi.spyOn(process.stderr, "write").mockImplementation((chunk) => add(String(chunk), true)),
  ];
  const printed = (): string => chunks.map(({ text }) => text).join("");
  return {
    printed,
    stdout: (): string => chunks.flatMap(({ text, isError }) => (isError ? [] : [text])).join(""),
    until: (pattern: RegExp) =>
      new Promise<string>((done) => {
        const look = (): void => {
          if (!pattern.test(printed())) return;
          waiting.delete(look);
          done(printed());
        };
        waiting.add(look);
        look();
      }),
    /** Waits for the lines that are written at the end of a turn of the event loop, and lets the process print again. */
    end: async (): Promise<void> => {
      await new Promise(setImmediate);
      for (const spy of spies) spy.mockRestore();
    },
  };
}
