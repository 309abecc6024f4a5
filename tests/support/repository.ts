import { execFile } from "node:child_process";
import { appendFileSync, cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/lib/paths.ts";
import { copyProjectTo, type Edit, editor, type Outcome, temporaryFolder } from "./project.ts";

/** Git, as a person without settings of their own runs it in a folder. */
type Git = (...args: string[]) => Promise<Outcome>;

/** A copy of the project in a git repository of its own, committed on main; returns git in it. */
export async function makeRepository(dir: string): Promise<Git> {
  copyProjectTo(dir);
  for (const name of [".ci", ".gitattributes", ".githooks", ".gitignore", "README.md"])
    cpSync(join(root, name), join(dir, name), { recursive: true });
  const git = gitIn(dir);
  await git("init", "--quiet", "--initial-branch=main");
  // A link is no folder, which .gitignore has.
  appendFileSync(join(dir, ".git/info/exclude"), "node_modules\n");
  await commitAll(git, "base");
  return git;
}

/**
 * What actions/checkout leaves of a pull request: a clone, two commits deep, of its merge into main.
 *
 * @param change what the pull request changes
 */
export async function checkOutPullRequest(change: (edit: Edit) => void): Promise<string> {
  const dir = temporaryFolder();
  const git = await makeRepository(dir);
  await git("switch", "--quiet", "--create", "change");
  change(editor(dir));
  await commitAll(git, "change");
  await git("switch", "--quiet", "main");
  await git("merge", "--quiet", "--no-ff", "--message=merge", "change");
  const clone = join(temporaryFolder(), "clone");
  await git("clone", "--quiet", "--depth=2", `file://${dir}`, clone);
  symlinkSync(join(root, "node_modules"), join(clone, "node_modules"));
  return clone;
}

/** The environment of a git command without the settings of this machine, and without those of a git command that runs the tests. */
export function gitEnv(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  const person = {
    GIT_AUTHOR_NAME: "tester",
    GIT_AUTHOR_EMAIL: "tester@example.com",
    GIT_COMMITTER_NAME: "tester",
    GIT_COMMITTER_EMAIL: "tester@example.com",
  };
  return { ...Object.fromEntries(inherited), ...person, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
}

/** Git in a folder. */
export function gitIn(cwd: string): Git {
  return (...args) =>
    new Promise((done) => {
      execFile("git", args, { cwd, env: gitEnv() }, (error, stdout, stderr) =>
        done({ exitCode: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr }),
      );
    });
}

async function commitAll(git: Git, message: string): Promise<void> {
  await git("add", "--all");
  const { exitCode, output } = await git("commit", "--quiet", "--no-verify", `--message=${message}`);
  if (exitCode !== 0) throw new Error(output);
}
