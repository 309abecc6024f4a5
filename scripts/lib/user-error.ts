import { printError } from "./print.ts";

/** An error that the user can fix. Its message is shown without a stack. */
export class UserError extends Error {
  override name = "UserError";
}

/** Reports an internal error on standard error by its stack frames alone, as its message may quote data. */
export function reportDefect(title: string, error: unknown): void {
  printError([title, ...framesOf(error)].join("\n"));
}

/** The stack frames of an error, and of those that caused it. */
export function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const frames = String(error.stack)
    .split("\n")
    .filter((line) => line.startsWith("    at "));
  return error.cause === undefined ? frames : [...frames, ...framesOf(error.cause)];
}
