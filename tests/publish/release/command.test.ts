import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { OpenApi } from "../../../scripts/bundle/openapi.ts";
import { release } from "../../../scripts/cli/release.ts";
import { call } from "../../support/in-process.ts";
import { readSource } from "../../../scripts/checks/diff/source-files.ts";
import { copyPapers } from "../../support/project.ts";

const read = (dir: string, file: string): string => readFileSync(join(dir, file), "utf8");
const topOf = (dir: string): string => /^## .*$/m.exec(read(dir, "CHANGELOG.md"))?.[0] ?? "";

/** A copy of the project between two releases, whatever state the project itself is in: its version is in preparation, its spec as it was released. */
function inPreparation() {
  const project = copyPapers();
  const bundle = JSON.parse(read(project.dir, "generated/openapi.json")) as OpenApi;
  const { version } = bundle.info;
  writeFileSync(
    join(project.dir, "generated/released.json"),
    JSON.stringify({ ...bundle, info: { ...bundle.info, version: "0.0.1" } }),
  );
  const source = { files: readSource(join(project.dir, "spec")) };
  writeFileSync(join(project.dir, "generated/released-source.json"), JSON.stringify(source));
  writeFileSync(join(project.dir, "CHANGELOG.md"), `# 변경 이력\n\n## ${version} (준비 중)\n\n- 도구: 새 명령\n`);
  return { ...project, version, release: (...args: string[]) => call((how) => release(how, project.dir), ...args) };
}

describe("npm run release:check", () => {
  test("refuses a change of the spec until the line that it prints stands in the CHANGELOG", async () => {
    const project = inPreparation();
    project.edit("spec/common/error-codes.yaml", "meaning: 복호화 오류", "meaning: 복호화 실패");
    const refused = await project.release("--check");
    const line = '- 명세: SYSCD01001(복호화 실패)의 meaning "복호화 오류" → "복호화 실패"';
    expect(refused.output).toContain(line);
    expect(refused.exitCode).toBe(1);
    project.edit("CHANGELOG.md", `${topOf(project.dir)}\n`, `${topOf(project.dir)}\n\n${line}\n`);
    const passed = await project.release("--check");
    expect(passed).toEqual({
      exitCode: 0,
      output: `버전 ${project.version}: 마지막으로 배포한 0.0.1에서 바뀐 2건이 모두 CHANGELOG.md에 있습니다.\n`,
    });
  });

  test("says how to get back the last released spec", async () => {
    const project = inPreparation();
    rmSync(join(project.dir, "generated/released.json"));
    expect((await project.release("--check")).output).toContain("git restore generated/released.json");
  });
});

describe("npm run release", () => {
  test("-- --dry-run shows what it would do, and does nothing", async () => {
    const project = inPreparation();
    const files = ["CHANGELOG.md", "generated/released.json", "generated/released-source.json"];
    const before = files.map((file) => read(project.dir, file));
    const dry = await project.release("--dry-run", "--date", "2026-11-23");
    expect(dry.output).toContain(`CHANGELOG.md의 제목: ${topOf(project.dir)} → ## ${project.version} (2026-11-23)\n`);
    expect(dry.output).toMatch(
      new RegExp(
        `\\n만들게 될 패키지: woori-openapi-${project.version}\\.tgz, \\d+바이트\\(압축을 풀면 \\d+바이트\\), 파일 \\d+개\\n(  .* \\d+바이트\\n)*  dist/client\\.js \\d+바이트\\n`,
      ),
    );
    expect(dry.exitCode).toBe(0);
    expect(files.map((file) => read(project.dir, file))).toEqual(before);
    expect(existsSync(join(project.dir, "generated/package"))).toBe(false);
  });

  test("dates the CHANGELOG, keeps the spec as released, packs, and tells what to run", async () => {
    const project = inPreparation();
    const { exitCode, output } = await project.release("--date", "2026-11-23");
    expect(output).toContain(
      `\n이어서 실행할 명령\n  npm test\n  git add CHANGELOG.md generated/released.json generated/released-source.json\n  git commit -m "Release ${project.version}"\n  git tag v${project.version}\n`,
    );
    expect(output).toContain(`\n  npm publish generated/package/woori-openapi-${project.version}.tgz\n`);
    expect(existsSync(join(project.dir, `generated/package/woori-openapi-${project.version}.tgz`))).toBe(true);
    expect(exitCode).toBe(0);
    expect(topOf(project.dir)).toBe(`## ${project.version} (2026-11-23)`);
    const [released, bundle] = ["generated/released.json", "generated/openapi.json"].map(
      (file) => JSON.parse(read(project.dir, file)) as object,
    );
    expect(released).toEqual({ ...bundle, "x-generated": expect.stringMatching(/^npm run release\. /) });
  });

  test("refuses options that say different things", async () => {
    expect(await call(release, "--check", "--dry-run")).toEqual({
      exitCode: 2,
      output: "오류: --check 옵션은 --dry-run, --date 옵션과 함께 지정할 수 없습니다.\n",
    });
  });

  test("refuses a day that is not in the calendar", async () => {
    const { exitCode, output } = await call(release, "--date", "2026-02-30");
    expect(output).toMatch(/^오류: --date.*2026-02-30/);
    expect(exitCode).toBe(2);
  });
});
