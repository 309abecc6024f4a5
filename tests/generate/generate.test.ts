import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { marker } from "../../scripts/bundle/bundle.ts";
import { generate as generateOut } from "../../scripts/cli/generate-out.ts";
import { generate } from "../../scripts/cli/generate.ts";
import { build } from "../../scripts/generate/build.ts";
import { consumerSet } from "../../scripts/generate/consumer-set.ts";
import { drift } from "../../scripts/generate/write.ts";
import { generatedDir, root, specDir } from "../../scripts/lib/paths.ts";
import { call, callFrom } from "../support/in-process.ts";
import { copySpec, run, temporaryFolder } from "../support/project.ts";

const read = (dir: string, file: string): string => readFileSync(join(dir, file), "utf8");

const built = build(specDir);

/** A copy of generated/, without what other commands keep there. */
async function copyGenerated(): Promise<string> {
  const dir = temporaryFolder();
  for (const file of (await built).keys()) cpSync(join(generatedDir, file), join(dir, file));
  return dir;
}

describe("npm run generate", () => {
  test("gives the same bytes from any folder", async () => {
    expect([...(await build(copySpec(() => {})))]).toEqual([...(await built)]);
  });

  test("says in each file how it was made, and names no folder of the machine", async () => {
    for (const [file, content] of await built) {
      expect(content, file).toContain(marker);
      expect(content, file).not.toContain(root);
    }
  });

  test("restores a file that was edited and leaves the others alone", async () => {
    const dir = await copyGenerated();
    const before = read(dir, "types.ts");
    writeFileSync(join(dir, "types.ts"), `// ${marker}\n`);
    const { exitCode, output } = await call((how) => generate(how, specDir, dir));
    expect([exitCode, output.split("\n").slice(1)]).toEqual([0, ["  types.ts", ""]]);
    expect(read(dir, "types.ts")).toBe(before);
  });

  test("tells where the spec cannot be bundled", async () => {
    const spec = copySpec((edit) =>
      edit("openapi.yaml", "./oauth/paths/checkToken.yaml", "./oauth/paths/missing.yaml"),
    );
    const { exitCode, output } = await call((how) => generate(how, spec, temporaryFolder()));
    expect(exitCode).toBe(2);
    expect(output).toMatch(/^오류: spec\/을 하나로 묶을 수 없습니다\./);
    expect(output).toContain("missing.yaml");
  });
});

describe("npm run generate:check", () => {
  test("names every missing, stale and extra file, and writes nothing", async () => {
    const dir = await copyGenerated();
    rmSync(join(dir, "types.ts"));
    writeFileSync(join(dir, "old.ts"), "");
    const spec = copySpec((edit) => edit("common/schemas/ResponseDataHeader.yaml", "글로벌ID", "전역ID"));
    const { exitCode, output } = await call((how) => generate(how, spec, dir), "--check");
    expect(exitCode).toBe(1);
    for (const line of ["types.ts: 없음", "old.ts: 생성 대상이 아닌 파일", "openapi.json: spec/과 다름"])
      expect(output).toContain(`generated/${line}\n`);
    expect(output).not.toContain("errors.ts");
    expect(output).toContain("npm run generate를 실행하고");
    expect(existsSync(join(dir, "types.ts"))).toBe(false);
  });

  test("has nothing against what other commands keep beside them", async () => {
    const dir = await copyGenerated();
    mkdirSync(join(dir, "docs"));
    for (const file of ["docs/index.html", "released.json"]) writeFileSync(join(dir, file), "");
    expect(drift(dir, await built)).toEqual([]);
  });
});

describe("npm run generate -- --out DIR", () => {
  test("writes the consumer's set, byte-equal to generated/, into a folder of the caller", async () => {
    const dir = temporaryFolder();
    const { exitCode, output } = await run(dir, join(root, "scripts/cli/generate.ts"), "--out", "src/woori");
    expect([exitCode, output]).toEqual([
      0,
      expect.stringMatching(/^src\/woori: [^\n]*\n(?: {2}.*\n)* {2}client\.ts\n/),
    ]);
    for (const [file, text] of consumerSet()) expect(read(join(dir, "src/woori"), file), file).toBe(text);
    expect(readdirSync(join(dir, "src/woori"))).not.toContain("reference.md");
  });

  test("writes again over its own files, and nothing at all when one file in the way is not its own", async () => {
    const dir = temporaryFolder();
    const again = () => callFrom(dir, generateOut, "--out", ".");
    await again();
    writeFileSync(join(dir, "types.ts"), `// ${marker}\n// of an older version\n`);
    expect((await again()).exitCode).toBe(0);
    expect(read(dir, "types.ts")).toBe(consumerSet().get("types.ts"));
    writeFileSync(join(dir, "types.ts"), "export type Mine = 1;\n");
    rmSync(join(dir, "client.ts"));
    const { exitCode, output } = await again();
    expect([exitCode, output]).toEqual([
      2,
      expect.stringMatching(/^오류: .*만들지 않은 파일이 있어 아무것도 쓰지 않았습니다: types\.ts\./),
    ]);
    expect(existsSync(join(dir, "client.ts"))).toBe(false);
    expect(read(dir, "types.ts")).toBe("export type Mine = 1;\n");
  });

  test("refuses another extension than ts and js", async () => {
    const { exitCode, output } = await callFrom(
      temporaryFolder(),
      generateOut,
      "--out",
      ".",
      "--import-extension",
      "mjs",
    );
    expect([exitCode, output]).toEqual([2, expect.stringContaining("--import-extension")]);
  });

  test.each([
    [["--out"], "인자를 읽을 수 없습니다."],
    [["--outt", "x"], "인자를 읽을 수 없습니다."],
    [["--check", "--out", "x"], "--check 옵션은 --out 옵션과 함께 지정할 수 없습니다."],
    [["--import-extension", "js"], "--import-extension 옵션은 --out 옵션과 함께"],
  ])("refuses %j", async (args, message) => {
    const { exitCode, output } = await call(generate, ...args);
    expect(exitCode).toBe(2);
    expect(output).toContain(message);
  });
});
