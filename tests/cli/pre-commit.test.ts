import { appendFileSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { editor, temporaryFolder } from "../support/project.ts";
import { gitIn, makeRepository } from "../support/repository.ts";

const header = "spec/common/schemas/RequestDataHeader.yaml";
const skip = "건너뛰려면 git commit --no-verify를 사용하십시오.";

/** A repository whose owner has opted in the way CONTRIBUTING.md says; each test works in a copy of it. */
const original = mkdtempSync(join(tmpdir(), "woori-hook-"));
beforeAll(async () => {
  const git = await makeRepository(original);
  await git("config", "core.hooksPath", ".githooks");
});
afterAll(() => rmSync(original, { recursive: true }));

function withHook() {
  const dir = temporaryFolder();
  cpSync(original, dir, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  const git = gitIn(dir);
  return {
    dir,
    edit: editor(dir),
    git,
    commit: (...args: string[]) => git("commit", "--quiet", "--message=change", ...args),
    commits: async (): Promise<string> => (await git("rev-list", "--count", "HEAD")).output.trim(),
  };
}

describe("the pre-commit hook", () => {
  test("refuses a staged change that breaks a rule or leaves generated/ behind, though the folder is mended", async () => {
    const { edit, git, commit, commits } = withHook();
    edit(header, "maxLength: 39", "maxLength: 40");
    await git("add", "--all");
    edit(header, "maxLength: 40", "maxLength: 39");
    const { exitCode, output } = await commit();
    expect(output).toMatch(new RegExp(`^${header}:\\d+  erratum-cover  `, "m"));
    expect(output).toContain("\nerratum-cover: ");
    expect(output).toMatch(
      /generated\/openapi\.json: spec\/과 다름\n(.*\n)*npm run generate를 실행하고 바뀐 파일을 함께 커밋하십시오\./,
    );
    expect(output).toContain(skip);
    expect([exitCode, await commits()]).toEqual([1, "1"]);
    expect(await commit("--no-verify")).toMatchObject({ exitCode: 0 });
  });

  test("lets a good change pass, whatever else lies in its files and beside them unstaged", async () => {
    const { dir, edit, git, commit } = withHook();
    edit(header, "type: object\n", "# staged\ntype: object\n");
    await git("add", "--all");
    edit(header, "maxLength: 39", "maxLength: 40");
    writeFileSync(join(dir, "spec/openapi.yaml"), "openapi: [");
    expect(await commit()).toEqual({ exitCode: 0, output: "" });
    expect((await git("show", "--format=", "HEAD")).output).toMatch(/^\+# staged$/m);
    expect((await git("status", "--short")).output).toBe(` M ${header}\n M spec/openapi.yaml\n`);
  });

  test("refuses staged prose with a wrong particle", async () => {
    const { dir, git, commit } = withHook();
    writeFileSync(join(dir, "README.md"), "# 제목\n\n이름을(를) 지우십시오.\n");
    await git("add", "--all");
    const { exitCode, output } = await commit();
    expect(output).toMatch(/^README\.md:3 {2}particle {2}/m);
    expect(exitCode).toBe(1);
  });

  test("checks what is committed by name, from a folder below, in a linked worktree without packages of its own", async () => {
    const { dir, git, commits } = withHook();
    await git("worktree", "add", "--quiet", "-b", "linked", "linked");
    const linked = join(dir, "linked");
    appendFileSync(join(linked, "generated/types.ts"), "// by hand\n");
    expect(existsSync(join(linked, "node_modules"))).toBe(false);
    const below = gitIn(join(linked, "spec/credit"));
    const { exitCode, output } = await below("commit", "--quiet", "--message=change", "../../generated/types.ts");
    expect(output).toMatch(/^generated\/types\.ts: /);
    expect(exitCode).toBe(1);
    expect(existsSync(join(linked, "node_modules"))).toBe(false);
    expect(await commits()).toBe("1");
  });

  test("has nothing to say of a commit that touches no file it checks, however broken the others are", async () => {
    const { dir, edit, git, commit } = withHook();
    edit(header, "maxLength: 39", "maxLength: 40");
    await git("add", "--all");
    await commit("--no-verify");
    appendFileSync(join(dir, "LICENSE"), "\n끝\n");
    expect(await commit("--all")).toEqual({ exitCode: 0, output: "" });
  });

  test("says what is missing before npm ci", async () => {
    const { dir, edit, commit } = withHook();
    rmSync(join(dir, "node_modules"));
    edit(header, "maxLength: 39", "maxLength: 40");
    expect(await commit("--all")).toEqual({
      exitCode: 1,
      output:
        "pre-commit: node_modules가 없어 커밋하지 않았습니다. npm ci를 실행하거나 git commit --no-verify로 건너뛰십시오.\n",
    });
  });
});
