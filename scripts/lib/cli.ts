import { parseArgs, type ParseArgsConfig } from "node:util";

/** A mistake a person can mend: its message is shown as it is, without a stack. */
export class UserError extends Error {
  override name = "UserError";
}

/**
 * Runs a command's main function. A UserError, or an argument the command does not know, ends it with one clear message
 * and exit code 1; anything else is a defect and keeps its stack.
 */
export async function runCommand(main: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(`오류: ${error.message}`);
    process.exitCode = 1;
  }
}

/**
 * Reads a command's arguments and answers --help.
 *
 * @param usage shown for --help and beside a mistake
 * @throws {UserError} for an unknown or malformed argument
 */
export function readArgs<T extends NonNullable<ParseArgsConfig["options"]>>(usage: string, options: T) {
  try {
    if (process.argv.includes("--help")) {
      console.log(usage);
      process.exit(0);
    }
    return parseArgs({ options, allowPositionals: false }).values;
  } catch (error) {
    throw new UserError(`인자를 읽을 수 없습니다. ${(error as Error).message}\n\n${usage}`);
  }
}

/**
 * Reads a whole number, written in digits alone.
 *
 * @param name the option, as the user types it
 * @throws {UserError} for anything else, and outside of the limits
 */
export function wholeNumber(name: string, text: string, min: number, max: number): number {
  if (/^\d{1,15}$/.test(text) && Number(text) >= min && Number(text) <= max) return Number(text);
  throw new UserError(`${name}: ${min}에서 ${max} 사이의 정수. 받은 값: "${text}".`);
}

/** Tells of a defect on standard error by its stack's frames alone: a message may quote what was being worked on. */
export function reportDefect(title: string, error: unknown): void {
  console.error([title, ...String((error as Error).stack).split("\n").filter((line) => line.startsWith("    at "))].join("\n"));
}
