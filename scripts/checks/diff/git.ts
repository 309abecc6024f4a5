import { join } from "node:path";
import { runChild } from "../../lib/child-process.ts";
import { UserError } from "../../lib/user-error.ts";
import { advice, refusal } from "./messages.ts";

/** What a commit has of the project. */
interface Checkout {
  /** The folder that its spec/ was written to. */
  specDir: string;
  /** Its CHANGELOG.md; "" for none. */
  changelog: string;
}

/**
 * Writes spec/ of a commit into a folder, without touching the working tree or the index.
 *
 * @param root the project's folder, which may lie inside a larger repository
 * @param ref anything that names a commit
 * @param into an empty folder
 * @throws {UserError} for a range, without git, outside of a repository, and where the ref, or spec/ in it, is not there
 */
export async function checkoutSpec(root: string, ref: string, into: string): Promise<Checkout> {
  if (ref.trim() === "" || ref.includes("..")) throw new UserError(refusal.range(ref));
  const [top, prefix] = await inRepository(root);
  const git = (...args: string[]): Promise<string> => output(top, { GIT_INDEX_FILE: join(into, "index") }, ...args);
  const commit = await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`).catch(
    async () => {
      throw new UserError(refusal.unknownRef(ref, await howToFetch(git)));
    },
  );
  await git("read-tree", `${commit}:${prefix}spec`).catch((error: unknown) => {
    refuseMissing(ref, error);
    throw new UserError(refusal.noSpec(ref, `${prefix}spec/`));
  });
  const specDir = join(into, "spec");
  await git("checkout-index", "--all", `--prefix=${specDir}/`).catch((error: unknown) => {
    refuseMissing(ref, error);
    throw error;
  });
  return { specDir, changelog: await git("show", `${commit}:${prefix}CHANGELOG.md`).catch(() => "") };
}

/**
 * Git fetches what a partial clone left out when it is needed.
 *
 * @throws {UserError} where it could not, or the repository is damaged
 */
function refuseMissing(ref: string, error: unknown): void {
  const { stderr = "" } = error as { stderr?: string };
  if (/promisor|could not fetch|unable to read (sha1|file)|missing blob|unable to checkout|bad object/i.test(stderr))
    throw new UserError(refusal.partialClone(ref));
}

/** The repository's folder, and the project's in it. */
async function inRepository(root: string): Promise<[top: string, prefix: string]> {
  const ask = (what: string): Promise<string> => output(root, {}, "rev-parse", what);
  try {
    return [await ask("--show-toplevel"), await ask("--show-prefix")];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new UserError(refusal.noGit);
    throw new UserError(refusal.noRepository(String((error as { stderr?: string }).stderr).trim()));
  }
}

/** What git says of its own failure. */
class GitError extends UserError {
  readonly stderr: string;

  constructor(message: string, stderr: string) {
    super(message);
    this.stderr = stderr;
  }
}

async function howToFetch(git: (...args: string[]) => Promise<string>): Promise<string> {
  if ((await git("rev-list", "--all", "--max-count=1")) === "") return advice.noCommit;
  if ((await git("rev-parse", "--is-shallow-repository")) === "true") return advice.shallow;
  return advice.fetch;
}

async function output(cwd: string, env: Record<string, string>, ...args: string[]): Promise<string> {
  const name = `git ${args[0]}`;
  const { exitCode, stdout, stderr } = await runChild("git", args, { name, cwd, env: { ...process.env, ...env } });
  if (exitCode !== 0) throw new GitError(refusal.gitFailed(name, stderr.trim()), stderr);
  return stdout.replace(/\n$/, "");
}
