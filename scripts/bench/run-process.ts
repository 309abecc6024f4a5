import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { CannotMeasure } from "./measurement.ts";

/** A command of Node to measure. */
export interface Command {
  /** Node's arguments. */
  args: readonly string[];
  cwd: string;
  env?: Record<string, string>;
  /** Exit codes of a finished run; 0 where left out. */
  accepts?: readonly number[];
}

/** Seconds after which a run is ended and told as too slow. */
export const limitSeconds = 240;

/** Switches of telemetry and update checks. Measured commands have nothing to ask of the network. */
const quiet = {
  DO_NOT_TRACK: "1",
  NO_COLOR: "1",
  NO_UPDATE_NOTIFIER: "1",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  REDOCLY_TELEMETRY: "off",
  SCARF_ANALYTICS: "false",
};

/** The environment of a measured process, which writes what it used into a folder when it ends. */
function environment(usage: string, own: Record<string, string> = {}): NodeJS.ProcessEnv {
  // Commands of npm scripts take INIT_CWD for the user's folder.
  const { FORCE_COLOR: _, INIT_CWD: __, NODE_OPTIONS: options = "", ...inherited } = process.env;
  const preload = `--require ${JSON.stringify(join(import.meta.dirname, "usage.cjs"))}`;
  return { ...inherited, ...quiet, ...own, NODE_OPTIONS: `${options} ${preload}`, BENCH_USAGE: usage };
}

/** What the Node processes of a command used, added up: seconds of CPU, and peak resident megabytes. */
type Usage = { cpu: number; peak: number };

/**
 * Runs a command in a fresh process.
 *
 * @returns what it used, and the seconds from start to end
 * @throws {CannotMeasure} where it takes too long, or ends with another exit code than accepted
 */
export async function timed(command: Command): Promise<Usage & { wall: number }> {
  const running = start(command);
  const timer = setTimeout(() => running.child.kill("SIGKILL"), limitSeconds * 1000);
  const [code, signal] = await running.ended;
  clearTimeout(timer);
  const wall = (performance.now() - running.startedAt) / 1000;
  const used = await running.end();
  if (signal === "SIGKILL") throw new CannotMeasure(`${limitSeconds}초 안에 끝나지 않았습니다.`);
  if (!(command.accepts ?? [0]).includes(code ?? -1))
    throw new CannotMeasure(`실패했습니다(${signal ?? `종료 코드 ${code}`}). ${lastLine(running.output())}`.trim());
  return { wall, ...used };
}

/** A measured process that was started. */
export interface Running {
  child: ChildProcess;
  /** By performance.now(). */
  startedAt: number;
  /** Its exit code and the signal that ended it. */
  ended: Promise<[number | null, NodeJS.Signals | null]>;
  hasEnded: () => boolean;
  /** The end of what it printed. */
  output: () => string;
  /** Ends it where it runs; gives what it used, of which SIGKILL leaves nothing. */
  end: (signal?: NodeJS.Signals) => Promise<Usage>;
}

/** Starts a command in a fresh process. */
export function start({ args, cwd, env }: Command): Running {
  const usage = mkdtempSync(join(tmpdir(), "woori-usage-"));
  let output = "";
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { cwd, env: environment(usage, env), stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close") as Running["ended"];
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output = (output + text).slice(-4000)));
  return {
    child,
    startedAt,
    ended,
    hasEnded,
    output: () => output,
    end: async (signal) => {
      if (!hasEnded()) child.kill(signal);
      await ended;
      return usageIn(usage);
    },
  };
}

/** Reads what processes wrote into a folder, and removes it. */
function usageIn(folder: string): Usage {
  const used = { cpu: 0, peak: 0 };
  for (const file of readdirSync(folder)) {
    const { maxRSS, cpu } = JSON.parse(readFileSync(join(folder, file), "utf8")) as { maxRSS: number; cpu: number };
    used.cpu += cpu / 1e6;
    used.peak += maxRSS / 1024;
  }
  rmSync(folder, { recursive: true });
  return used;
}

/** The line that most likely says what went wrong. */
function lastLine(output: string): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "" && !/^\s+at |^Node\.js v/.test(line));
  return (lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1) ?? "").trim().slice(0, 200);
}
