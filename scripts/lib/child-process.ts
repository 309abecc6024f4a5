import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { UserError } from "./user-error.ts";

/** How a program has ended. */
export interface Ended {
  /** Of a program that a signal has ended: 1. */
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** What runs. Each leads a process group, so that what it has started ends with it. */
const running = new Map<ChildProcess, NodeJS.Signals>();
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Starts a program that ends with this process: when this is interrupted, ended or exits, so does all that it has started.
 *
 * @param ending the signal that ends it
 */
export function startChild(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
  ending: NodeJS.Signals = "SIGTERM",
): ChildProcess {
  const child = spawn(command, args, { ...options, detached: true });
  if (running.size === 0) {
    process.on("exit", endAll);
    for (const signal of signals) process.on(signal, endWith);
  }
  running.set(child, ending);
  const forget = (): void => {
    if (!running.delete(child) || running.size > 0) return;
    process.off("exit", endAll);
    for (const signal of signals) process.off(signal, endWith);
  };
  child.once("exit", forget).once("error", forget);
  return child;
}

function endAll(): void {
  for (const [child, ending] of running) endGroup(child, ending);
}

/** Ends all, and then this process as it would have been without a handler; one that others handle goes on. */
function endWith(signal: NodeJS.Signals): void {
  endAll();
  for (const one of signals) process.off(one, endWith);
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch {
    // It has ended.
  }
}

interface Limits {
  /** What runs, for a message; the command where left out. */
  name?: string;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Milliseconds; a program that takes longer is ended. The docs of a thousand operations take three minutes. */
  timeoutMs?: number;
}

/** The most that is kept of an output, in bytes. */
const mostOutput = 256 * 1024 * 1024;

/**
 * Runs a program to its end and keeps what it prints.
 *
 * @throws {UserError} when it takes or prints too much
 * @throws {Error} with a code when it cannot be started
 */
export async function runChild(
  command: string,
  args: readonly string[],
  { name: shown = command, cwd, env, timeoutMs = 600_000 }: Limits = {},
): Promise<Ended> {
  const child = startChild(
    command,
    args,
    { stdio: ["ignore", "pipe", "pipe"], ...(cwd && { cwd }), ...(env && { env }) },
    "SIGKILL",
  );
  let refusal: string | undefined;
  const refuse = (reason: string): void => {
    refusal ??= reason;
    endGroup(child, "SIGKILL");
  };
  const output = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  let size = 0;
  for (const name of ["stdout", "stderr"] as const)
    child[name]?.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostOutput) refuse("너무 많이 출력하여 중단했습니다.");
      else output[name].push(chunk);
    });
  const timer = setTimeout(() => refuse(`${Math.ceil(timeoutMs / 1000)}초 안에 끝나지 않아 중단했습니다.`), timeoutMs);
  try {
    const exitCode = await new Promise<number>((done, fail) => {
      child.once("error", fail).once("close", (code) => done(code ?? 1));
    });
    if (refusal !== undefined) throw new UserError(`${shown}: ${refusal} 입력한 파일을 확인하십시오.`);
    return {
      exitCode,
      stdout: Buffer.concat(output.stdout).toString(),
      stderr: Buffer.concat(output.stderr).toString(),
    };
  } finally {
    clearTimeout(timer);
  }
}
