import { runChild } from "../lib/child-process.ts";
import { UserError } from "../lib/user-error.ts";
import { packaging } from "./messages.ts";

/**
 * Runs npm and returns what it prints. It looks for no newer npm, which only the project's own folder has switched off.
 *
 * @param advice what to look at when it fails, in Korean
 * @throws {UserError} with npm's own words when it fails
 */
export async function npm(cwd: string, advice: string, ...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runChild("npm", ["--no-update-notifier", ...args], {
    name: `npm ${args[0]}`,
    cwd,
  }).catch((error: Error) => {
    if (error instanceof UserError) throw error;
    return { exitCode: 1, stdout: "", stderr: error.message };
  });
  if (exitCode !== 0) throw new UserError(packaging.npmFailed(args[0] ?? "", advice, stderr.trim()));
  return stdout;
}
