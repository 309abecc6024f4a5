import type { LineWriter } from "../lib/line-writer.ts";
import { type Call, untilEnd } from "./command-line.ts";
import { serving } from "./messages.ts";

/** Milliseconds that running answers have when a command is to end. */
const patience = 5000;

/** Milliseconds in which one Ctrl+C may come twice: npm passes on what the terminal has sent to both. */
const echo = 500;

/** Milliseconds that a reader has for the last lines. */
const lastLines = 1000;

/**
 * Waits until a command is to end, and lets it drain: running answers have a few seconds, which a second signal cuts short.
 *
 * @param drain closes the command's server, at the latest when the signal comes
 */
export async function serveUntilEnd(call: Call, drain: (cut: AbortSignal) => Promise<void>): Promise<void> {
  await untilEnd(call);
  const ending = performance.now();
  const cut = new AbortController();
  const onSignal = (): void => {
    if (performance.now() - ending > echo) cut.abort();
  };
  // They stay: a signal that comes while the last lines are written would kill the process.
  if (call.end === undefined) for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, onSignal);
  const timer = setTimeout(() => cut.abort(), patience);
  await drain(cut.signal);
  clearTimeout(timer);
}

/** Waits for the reader of a command's last lines. What nobody reads would keep the process from ending. */
export async function endOutput(...writers: LineWriter[]): Promise<void> {
  const taken = await Promise.all(writers.map((writer) => writer.flush(lastLines)));
  if (taken.includes(false)) process.exit(0);
}

/** Tells that lines were dropped, on standard error. */
export function tellMissed(count: number): void {
  console.error(serving.missedLines(count));
}
