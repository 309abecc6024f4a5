import { symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { runChild } from "../lib/child-process.ts";
import { UserError } from "../lib/user-error.ts";
import { runCommand } from "./command-line.ts";
import { inTemporaryFolder } from "../lib/temporary-folder.ts";
import { printError } from "../lib/print.ts";
import { failure, progress, verdicts } from "./messages.ts";

/** What a commit is checked with before it is made: the fast part of npm test, each where files it reads are staged. */
const checks = [
  { command: ["scripts/cli/lint.ts", "--quick"], reads: /^(spec|scripts|examples)\/|^[^/]+\.md$|^\.spectral\.yaml$/ },
  {
    command: ["scripts/cli/generate.ts", "--check"],
    reads: /^(spec|generated|scripts\/(cli|generate|bundle|client|lib))\/|^redocly\.yaml$/,
  },
];

/** The installed packages that this Node is one of. */
const modules = resolve(process.execPath, "../../..");

await runCommand(async () => {
  const staged = (await git("diff", "--cached", "--name-only", "--no-renames", "-z")).split("\0");
  const due = checks.filter(({ reads }) => staged.some((file) => reads.test(file)));
  if (due.length === 0) return 0;
  if (process.stderr.isTTY) printError(progress.preCommit);
  const failures = (await inSnapshot((dir) => Promise.all(due.map(({ command }) => run(dir, command))))).filter(
    (output) => output !== undefined,
  );
  if (failures.length === 0) return 0;
  printError(failures.join("\n"));
  printError(verdicts.notCommitted);
  printError(verdicts.skipHook);
  return 1;
});

/** Git as the commit under way sees it: GIT_DIR and GIT_INDEX_FILE come from the environment. */
async function git(...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runChild("git", args, { name: `git ${args[0]}` });
  if (exitCode !== 0) throw new UserError(failure.git(args[0] ?? "", stderr.trim()));
  return stdout;
}

/** Hands over a folder that holds what is staged, and removes it. */
async function inSnapshot<T>(use: (dir: string) => Promise<T>): Promise<T> {
  return inTemporaryFolder(async (dir) => {
    await git("checkout-index", "--all", `--prefix=${dir}/`);
    symlinkSync(modules, join(dir, "node_modules"));
    return use(dir);
  });
}

/** Runs a command of the snapshot; returns what it printed if it failed. */
async function run(cwd: string, command: string[]): Promise<string | undefined> {
  // The variables of the commit under way are about another folder.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
  const { exitCode, stdout, stderr } = await runChild(process.execPath, command, { name: command[0] ?? "", cwd, env });
  return exitCode === 0 ? undefined : stdout + stderr;
}
