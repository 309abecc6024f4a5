import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { UserError } from "../lib/user-error.ts";

/**
 * Runs npm and returns what it prints. It looks for no newer npm, which only the project's own folder has switched off.
 *
 * @param advice what to look at when it fails, in Korean
 * @throws {UserError} with npm's own words when it fails
 */
export async function npm(cwd: string, advice: string, ...args: string[]): Promise<string> {
  try {
    return (await promisify(execFile)("npm", ["--no-update-notifier", ...args], { cwd, maxBuffer: 64 * 1024 * 1024 }))
      .stdout;
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    throw new UserError(`npm ${args[0]}이 실패했습니다. ${advice}\n${(stderr ?? message).trim()}`);
  }
}
