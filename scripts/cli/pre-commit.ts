import { symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { runChild } from "../lib/child-process.ts";
import { UserError } from "../lib/user-error.ts";
import { runCommand } from "./command-line.ts";
import { inTemporaryFolder } from "../lib/temporary-folder.ts";
import { printError } from "../lib/print.ts";

/** What a commit is checked with before it is made: the fast part of npm test, each where files it reads are staged. */
const checks = [
  {
    command: ["scripts/cli/lint.ts", "--quick"],
    reads: /^(spec|scripts\/(cli|checks\/lint|bundle|lib))\/|^\.spectral\.yaml$/,
  },
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
  if (process.stderr.isTTY) printError("pre-commit: 스테이징한 내용을 검사하는 중입니다…");
  const failures = (await inSnapshot((dir) => Promise.all(due.map(({ command }) => run(dir, command))))).filter(
    (output) => output !== undefined,
  );
  if (failures.length === 0) return 0;
  printError(failures.join("\n"));
  printError(
    "pre-commit: 커밋하지 않았습니다. 작업 폴더가 아니라 스테이징한 내용을 검사했습니다. 고친 파일을 git add로 더한 뒤 다시 커밋하십시오.",
  );
  printError("건너뛰려면 git commit --no-verify를 사용하십시오. CI는 npm test로 같은 것을 다시 검사합니다.");
  return 1;
});

/** Git as the commit under way sees it: GIT_DIR and GIT_INDEX_FILE come from the environment. */
async function git(...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runChild("git", args, { name: `git ${args[0]}` });
  if (exitCode !== 0)
    throw new UserError(`git ${args[0]} 명령이 실패했습니다. 커밋하는 저장소를 확인하십시오.\n${stderr.trim()}`);
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
