import { marker } from "../../scripts/bundle/bundle.ts";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { build } from "../../scripts/generate/build.ts";
import { generatedDir, root, specDir } from "../../scripts/lib/paths.ts";
import { copyProject, run, temporaryFolder } from "../support/project.ts";

const generate = "scripts/cli/generate.ts";
const read = (dir: string, file: string): string => readFileSync(join(dir, file), "utf8");

const built = build(specDir);

describe("npm run generate", () => {
  test("gives the same bytes on every run, from any folder", async () => {
    const [here, again, elsewhere] = await Promise.all([built, build(specDir), build(join(copyProject().dir, "spec"))]);
    expect([...again]).toEqual([...here]);
    expect([...elsewhere]).toEqual([...here]);
  });

  test("says in each file how it was made, and names no folder of the machine", async () => {
    for (const [file, content] of await built) {
      expect(content, file).toContain(marker);
      expect(content, file).not.toContain(root);
    }
  });

  test("restores a file that was edited and leaves the others alone", async () => {
    const project = copyProject();
    project.edit("generated/types.ts", "UTZPE_CNCT_IPAD: string", "UTZPE_CNCT_IPAD: number");
    const { exitCode, output } = await project.run(generate);
    expect({ exitCode, output }).toEqual({
      exitCode: 0,
      output: expect.stringMatching(/^generated: 파일 \d+개 가운데 1개를 새로 썼습니다\.\n {2}types\.ts\n$/) as string,
    });
    expect(read(project.dir, "generated/types.ts")).toBe(read(generatedDir, "types.ts"));
  });

  test("tells where the spec cannot be bundled", async () => {
    const project = copyProject();
    project.edit("spec/openapi.yaml", "./oauth/paths/checkToken.yaml", "./oauth/paths/missing.yaml");
    const { exitCode, output } = await project.run(generate);
    expect(exitCode).toBe(2);
    expect(output).toContain("오류: spec을 하나로 묶을 수 없습니다.");
    expect(output).toContain("missing.yaml");
  });
});

describe("npm run generate:check", () => {
  const check = (project: ReturnType<typeof copyProject>): ReturnType<typeof run> => project.run(generate, "--check");

  test("passes on the committed files", async () => {
    expect(await check(copyProject())).toEqual({
      exitCode: 0,
      output: expect.stringMatching(/^generated\/의 파일 \d+개가 spec\/과 같습니다\.\n$/) as string,
    });
  });

  test("names every missing, stale and extra file, and writes nothing", async () => {
    const project = copyProject();
    rmSync(join(project.dir, "generated/types.ts"));
    writeFileSync(join(project.dir, "generated/old.ts"), "");
    project.edit("spec/common/schemas/ResponseDataHeader.yaml", "글로벌ID", "전역ID");
    const { exitCode, output } = await check(project);
    expect(exitCode).toBe(1);
    expect(output.split("\n")).toEqual([
      "generated/contract.ts: spec/과 다름",
      "generated/old.ts: 만들지 않은 파일",
      "generated/openapi.json: spec/과 다름",
      "generated/types.ts: 없음",
      "npm run generate를 실행하고 바뀐 파일을 함께 커밋하십시오. 만들지 않은 파일은 지우십시오.",
      "",
    ]);
    expect(existsSync(join(project.dir, "generated/types.ts"))).toBe(false);
  });
});

describe("npm run generate -- --out DIR", () => {
  test("writes the consumer's set, byte-equal to generated/, into a folder of the caller", async () => {
    const dir = temporaryFolder();
    const { exitCode, output } = await run(dir, join(root, generate), "--out", "src/woori");
    expect(output).toMatch(/^src\/woori: 파일 (\d+)개 가운데 \1개를 새로 썼습니다\.\n {2}client\.ts\n/);
    expect(exitCode).toBe(0);
    const files = readdirSync(generatedDir, { recursive: true, encoding: "utf8" })
      .filter((file) => !/^(reference\.md|released\.json|docs|package|sbom)/.test(file))
      .sort();
    expect(readdirSync(join(dir, "src/woori"), { recursive: true, encoding: "utf8" }).sort()).toEqual(files);
    for (const file of files.filter((name) => name.includes(".")))
      expect(read(join(dir, "src/woori"), file)).toBe(read(generatedDir, file));
  });

  test("writes again over its own files", async () => {
    const dir = temporaryFolder();
    await run(dir, join(root, generate), "--out", ".");
    writeFileSync(join(dir, "types.ts"), `// ${marker}\n// of an older version\n`);
    const { exitCode, output } = await run(dir, join(root, generate), "--out", ".");
    expect(output).toMatch(/^\.: 파일 \d+개 가운데 1개를 새로 썼습니다\.\n {2}types\.ts\n$/);
    expect(exitCode).toBe(0);
  });

  test("writes nothing at all when one file in the way is not its own", async () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, "types.ts"), "export type Mine = 1;\n");
    const { exitCode, output } = await run(dir, join(root, generate), "--out", ".");
    expect(exitCode).toBe(2);
    expect(output).toMatch(/^오류: .*만들지 않은 파일이 있어 아무것도 쓰지 않았습니다: types\.ts\./);
    expect(readdirSync(dir)).toEqual(["types.ts"]);
    expect(read(dir, "types.ts")).toBe("export type Mine = 1;\n");
  });

  test.each([
    [["--out"], "인자를 읽을 수 없습니다."],
    [["--outt", "x"], "인자를 읽을 수 없습니다."],
    [["--check", "--out", "x"], "--check와 --out은 함께 쓸 수 없습니다."],
    [["--import-extension", "js"], "--import-extension은 --out과 함께 적으십시오."],
    [["--out", "x", "--import-extension", "mjs"], '--import-extension: ts, js 가운데 하나. 받은 값: "mjs".'],
  ])("refuses %j", async (args, message) => {
    const { exitCode, output } = await run(temporaryFolder(), join(root, generate), ...args);
    expect(exitCode).toBe(2);
    expect(output).toContain(message);
  });
});
