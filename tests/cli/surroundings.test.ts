import { execFile } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diff } from "../../scripts/cli/diff.ts";
import { generate } from "../../scripts/cli/generate.ts";
import { root } from "../../scripts/lib/paths.ts";
import { call } from "../support/in-process.ts";
import { copyProject, type Outcome, temporaryFolder } from "../support/project.ts";
import { gitIn, makeRepository } from "../support/repository.ts";

/** Runs a command of the repository by a shell line in which `$NODE` is this Node. */
function shell(line: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const own = { ...process.env, NODE: process.execPath, ROOT: root, ...env };
  return new Promise((done) => {
    execFile("sh", ["-c", line], { cwd: temporaryFolder(), env: own }, (error, stdout, stderr) =>
      done({ exitCode: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr }),
    );
  });
}

const refused = (words: RegExp) => ({ exitCode: 2, output: expect.stringMatching(words) as string });

describe("one sentence and exit code 2", () => {
  test("where the folder for temporary files is a file", async () => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "");
    const lint = (more = ""): Promise<Outcome> =>
      shell(`"$NODE" "$ROOT/scripts/cli/run.cjs" scripts/cli/lint.ts ${more}`, { TMPDIR: file });
    expect(await lint()).toEqual(refused(/^오류: 임시 폴더 \S+에 쓸 수 없습니다\. .*TMPDIR에 .*\n$/));
  });

  test("where the folder is gone, with the stack under --debug", async () => {
    const line = 'mkdir gone && cd gone && rmdir ../gone && "$NODE" "$ROOT/scripts/cli/woori-openapi.ts" lint a.json';
    expect(await shell(line)).toEqual(refused(/^오류: 현재 폴더가 삭제되었습니다\. .*\n$/));
    expect(await shell(`${line} --debug`)).toEqual(refused(/^오류: 현재 폴더가 삭제되었습니다\. .*\n {4}at /));
  });

  test("where the output has no room", async () => {
    expect(await shell('"$NODE" "$ROOT/scripts/cli/lint.ts" --help > /dev/full')).toEqual(
      refused(/^오류: 표준 출력: 디스크에 빈 공간이 없습니다\. .*\n$/),
    );
  });

  test("where the folder to write is a link to itself", async () => {
    const project = copyProject();
    symlinkSync("loop", join(project.dir, "loop"));
    expect(await project.run("scripts/cli/generate.ts", "--out", "loop")).toEqual(
      refused(/^오류: \S+loop 폴더에 쓸 수 없습니다\. .*\n$/),
    );
  });

  test("where the folder to write can never be made", async () => {
    expect(await call(generate, "--out", "/proc/none/out")).toEqual(
      refused(/^오류: \/proc\/none\/out 폴더에 쓸 수 없습니다\. /),
    );
  });
});

describe("npm run diff", () => {
  test("says that a repository has no commit yet", async () => {
    const dir = temporaryFolder();
    await gitIn(dir)("init", "--quiet");
    expect(await call((how) => diff(how, dir), "HEAD")).toEqual(refused(/아직 커밋이 하나도 없는 저장소입니다\./));
  });

  test("says what a partial clone without its remote lacks", async () => {
    const dir = temporaryFolder();
    const git = await makeRepository(dir);
    writeFileSync(join(dir, "spec/more.yaml"), "");
    await git("add", "--all");
    await git("commit", "--quiet", "--no-verify", "--message=more");
    await git("rm", "--quiet", "spec/more.yaml");
    await git("commit", "--quiet", "--no-verify", "--message=less");
    await git("config", "uploadpack.allowFilter", "true");
    const clone = join(temporaryFolder(), "clone");
    await git("clone", "--quiet", "--filter=blob:none", `file://${dir}`, clone);
    await gitIn(clone)("remote", "set-url", "origin", "file:///nowhere.git");
    expect(await call((how) => diff(how, clone), "HEAD~1")).toEqual(
      refused(/^오류: "HEAD~1"의 파일이 이 저장소에 없고 .*\n$/),
    );
  });
});
