import { execFile, execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
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
  const staged = git("diff", "--cached", "--name-only", "--no-renames", "-z").split("\0");
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
function git(...args: string[]): string {
  return execFileSync("git", args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
}

/** Hands over a folder that holds what is staged, and removes it. */
async function inSnapshot<T>(use: (dir: string) => Promise<T>): Promise<T> {
  return inTemporaryFolder((dir) => {
    git("checkout-index", "--all", `--prefix=${dir}/`);
    symlinkSync(modules, join(dir, "node_modules"));
    return use(dir);
  });
}

/** Runs a command of the snapshot; returns what it printed if it failed. */
function run(cwd: string, command: string[]): Promise<string | undefined> {
  // The variables of the commit under way are about another folder.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
  return new Promise((done) => {
    execFile(process.execPath, command, { cwd, env }, (error, stdout, stderr) =>
      done(error === null ? undefined : stdout + stderr),
    );
  });
}
