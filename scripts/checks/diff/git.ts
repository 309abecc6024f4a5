import { join } from "node:path";
import { runChild } from "../../lib/child-process.ts";
import { UserError } from "../../lib/user-error.ts";

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
  if (ref.trim() === "" || ref.includes(".."))
    throw new UserError(
      `REF에는 범위가 아니라 커밋, 브랜치, 태그 하나를 지정하십시오. 입력한 값: "${ref}". 비교 상대는 언제나 작업 폴더입니다.`,
    );
  const [top, prefix] = await inRepository(root);
  const git = (...args: string[]): Promise<string> => output(top, { GIT_INDEX_FILE: join(into, "index") }, ...args);
  const commit = await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`).catch(
    async () => {
      throw new UserError(`git에 없는 이름입니다: "${ref}". ${await howToFetch(git)}`);
    },
  );
  await git("read-tree", `${commit}:${prefix}spec`).catch((error: unknown) => {
    refuseMissing(ref, error);
    throw new UserError(`"${ref}"에는 ${prefix}spec/ 폴더가 없습니다. 명세가 있는 커밋이나 태그를 지정하십시오.`);
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
    throw new UserError(
      `"${ref}"의 파일이 이 저장소에 없고 원격에서 받을 수도 없습니다(git clone --filter로 일부만 내려받은 저장소). 원격에 연결할 수 있는 곳에서 다시 실행하거나 git fetch --refetch --no-filter origin으로 모두 받으십시오.`,
    );
}

/** The repository's folder, and the project's in it. */
async function inRepository(root: string): Promise<[top: string, prefix: string]> {
  const ask = (what: string): Promise<string> => output(root, {}, "rev-parse", what);
  try {
    return [await ask("--show-toplevel"), await ask("--show-prefix")];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw new UserError("git이 없습니다. git을 설치한 뒤 다시 실행하십시오.");
    throw new UserError(
      `이 폴더는 git 저장소가 아닙니다. git clone으로 내려받은 폴더에서 실행하십시오. ${String((error as { stderr?: string }).stderr).trim()}`,
    );
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
  if ((await git("rev-list", "--all", "--max-count=1")) === "")
    return "아직 커밋이 하나도 없는 저장소입니다. 비교할 명세를 먼저 커밋하십시오.";
  if ((await git("rev-parse", "--is-shallow-repository")) === "true")
    return "일부 이력만 내려받은 저장소이므로 git fetch --unshallow를 실행하거나 git fetch origin으로 그 브랜치를 받으십시오.";
  return "이름을 확인하거나, 원격에 있으면 git fetch origin으로 받으십시오.";
}

async function output(cwd: string, env: Record<string, string>, ...args: string[]): Promise<string> {
  const name = `git ${args[0]}`;
  const { exitCode, stdout, stderr } = await runChild("git", args, { name, cwd, env: { ...process.env, ...env } });
  if (exitCode !== 0) throw new GitError(`${name} 명령이 실패했습니다. ${stderr.trim()}`, stderr);
  return stdout.replace(/\n$/, "");
}
