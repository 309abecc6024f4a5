import { once } from "node:events";
import { resolve } from "node:path";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { spellingAdvice } from "../lib/closest-word.ts";
import { print, printError } from "../lib/print.ts";
import { systemProblem } from "../lib/system-error.ts";
import { reportDefect, UserError } from "../lib/user-error.ts";
import { argument, failure } from "./messages.ts";

/** How a command was called: by an npm script of the repository, or as a subcommand of the package's command. */
export interface Call {
  args: readonly string[];
  /** The command as typed, without options, for the usage and advice: `npm start --`. */
  commandLine: string;
  /** The folder that paths in the arguments start from. */
  folder: string;
  /** Ends a serving command in tests; users send a signal such as Ctrl+C. */
  end?: AbortSignal;
}

/** The call by an npm script, which runs in the repository's folder whatever folder it was called from. */
export function npmScript(commandLine: string): Call {
  return { args: process.argv.slice(2), commandLine, folder: process.env["INIT_CWD"] ?? process.cwd() };
}

/** Resolves when a command that serves is to end. */
export async function untilEnd({ end }: Call): Promise<void> {
  if (end?.aborted === true) return;
  await (end === undefined
    ? Promise.race([...["SIGINT", "SIGTERM"].map((signal) => once(process, signal)), shellGone()])
    : once(end, "abort"));
}

/** Milliseconds between two looks at the parent. */
const parentInterval = 200;

/**
 * Resolves when the shell between npm and this command has gone: npm passes a signal on to that shell alone, which ends
 * without passing it on. A script that sends the command to the background (`&`) leaves it alone on purpose.
 */
function shellGone(): Promise<void> {
  const script = process.env["npm_lifecycle_script"] ?? "";
  return new Promise((done) => {
    if (!/woori-openapi|scripts[\\/]cli[\\/]/.test(script) || /(?<!&)&(?!&)/.test(script)) return;
    const parent = process.ppid;
    const timer = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(timer);
      done();
    }, parentInterval).unref();
  });
}

/**
 * The folder that --out names; the command's own where it is left out.
 *
 * @throws {UserError} where it is empty
 */
export function outFolder({ folder }: Call, out: string | undefined, own: string): string {
  if (out === "") throw new UserError(argument.outFolder);
  return out === undefined ? own : resolve(folder, out);
}

/** The option that every command takes: tells where an error came from that nobody foresaw. */
const debug = "--debug";

/** Runs a command as a program: sets the exit code that `exitCodeOf` gives. */
export async function runCommand(main: () => Promise<number | void>): Promise<void> {
  const isDebug = process.argv.includes(debug);
  // run.cjs listens for what fails while this is loaded.
  process.removeAllListeners("uncaughtException");
  // What is thrown outside of the function's promise, as in an event.
  for (const event of ["uncaughtException", "unhandledRejection"])
    process.on(event, (error: unknown) => {
      reportFailure(error, isDebug);
      process.exit(2);
    });
  // Ignores EPIPE: a reader such as `head` may close the pipe early. The exit code still tells the result.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  // Where this cannot be written, there is nowhere to say so.
  process.stderr.on("error", () => {});
  process.exitCode = await exitCodeOf(main, isDebug);
}

/**
 * Runs a command's main function and gives the exit code: 0 where all is well, 1 where something was found, 2 with one
 * clear message for a UserError, which an argument that the command does not know is too, and for anything else thrown.
 *
 * @param isDebug shows the stack frames of what nobody foresaw
 */
export async function exitCodeOf(main: () => number | void | Promise<number | void>, isDebug = false): Promise<number> {
  try {
    return (await main()) ?? 0;
  } catch (error) {
    if (error instanceof HelpRequest) {
      print(error.message);
      return 0;
    }
    reportFailure(error, isDebug);
    return 2;
  }
}

/**
 * Tells why a command could not run: in the words of a UserError, or by what an error of the system means. One that nobody
 * foresaw is told by its kind, as its message may quote a file or a key.
 *
 * @param isDebug shows the stack frames of what is no UserError
 */
export function reportFailure(error: unknown, isDebug: boolean): void {
  if (error instanceof UserError) return printError(failure.known(error.message));
  const problem = systemProblem(error);
  if (problem !== undefined) return reportDefect(failure.known(problem), isDebug ? error : undefined);
  const { name, code } = (error ?? {}) as NodeJS.ErrnoException;
  const kind = [name, code].filter((part) => typeof part === "string" && /^\w+$/.test(part)).join(" ");
  reportDefect(failure.unforeseen(kind, isDebug ? undefined : debug), isDebug ? error : undefined);
}

/** Thrown for --help; its message is the usage. */
class HelpRequest extends Error {}

/**
 * Reads a command's options and answers --help.
 *
 * @param usage shown for --help and beside a mistake
 * @throws {UserError} for an unknown or malformed argument
 */
export function readArgs<T extends NonNullable<ParseArgsConfig["options"]>>(
  usage: string,
  options: T,
  args: readonly string[] = process.argv.slice(2),
) {
  return readCommandLine(usage, options, [], args).values;
}

/**
 * Reads a command's options and positionals, and answers --help.
 *
 * @param usage shown for --help and beside a mistake
 * @param operands the names of the positionals; the last `optional` of them may be left out
 * @throws {UserError} for an unknown or malformed argument, and for a wrong number of positionals
 */
export function readCommandLine<T extends NonNullable<ParseArgsConfig["options"]>>(
  usage: string,
  options: T,
  operands: readonly string[],
  args: readonly string[] = process.argv.slice(2),
  optional = 0,
) {
  if (args.includes("--help") || args.includes("-h")) throw new HelpRequest(usage);
  try {
    const own = args.filter((arg) => arg !== debug);
    const { values, positionals } = parseArgs({ args: own, options, allowPositionals: operands.length > 0 });
    const isComplete = positionals.length <= operands.length && positionals.length >= operands.length - optional;
    const named = operands.map((name, at) => (at < operands.length - optional ? name : `[${name}]`));
    if (!isComplete) throw new Error(argument.wrongCount(named.join(" "), positionals.join(" ")));
    return { values, positionals };
  } catch (error) {
    const why = inKorean(error as Error, [...Object.keys(options), "help"]);
    throw new UserError(`${argument.unreadable(why)}\n\n${usage}`);
  }
}

/** What Node's parser says of an argument, by its code, with the option that was most likely meant. */
function inKorean({ code, message }: Error & { code?: string }, options: readonly string[]): string {
  const [name = ""] = /(?<=')[^']*(?=')/.exec(message) ?? [];
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION")
    return argument.unknownOption(
      name,
      spellingAdvice(
        name,
        options.map((one) => `--${one}`),
      ),
    );
  if (code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL") return argument.unexpected(name);
  if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") return argument.optionValue(name.split(" ")[0] ?? name);
  return message;
}
