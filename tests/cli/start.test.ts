import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { manifest } from "../../scripts/lib/manifest.ts";
import { root } from "../../scripts/lib/paths.ts";
import { copyProject, type Outcome, temporaryFolder } from "../support/project.ts";

/** Runs a command line as npm does, under a Node that says it is another version. */
function shell(cwd: string, line: string, version?: string): Promise<Outcome> {
  const preload = join(temporaryFolder(), "version.cjs");
  writeFileSync(
    preload,
    `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } });`,
  );
  const env = { ...process.env, ...(version && { NODE_OPTIONS: `--require ${preload}` }) };
  return new Promise((done) => {
    execFile("sh", ["-c", line], { cwd, env }, (error, stdout, stderr) =>
      done({ exitCode: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr }),
    );
  });
}

test.each(Object.entries(manifest().scripts ?? {}))("npm run %s says which Node it needs", async (_, line) => {
  expect(await shell(root, line, "20.20.2")).toEqual({
    exitCode: 2,
    output: expect.stringMatching(/^오류: .*Node 24\.\d+ 이상이 필요하며.*20\.20\.2입니다\. .*\n$/) as string,
  });
});

test.each([
  ["where nothing is installed", [], "npm ci를 실행하십시오."],
  ["where install scripts did not run", ["package.json"], "npm rebuild node --ignore-scripts=false"],
  ["where npm was not asked", ["package.json", "bin/node"], "npm run으로 실행하십시오."],
])("says how to get it %s", async (_, files, advice) => {
  const { dir } = copyProject();
  rmSync(join(dir, "node_modules"));
  for (const file of files) {
    mkdirSync(join(dir, "node_modules/node/bin"), { recursive: true });
    writeFileSync(join(dir, "node_modules/node", file), "{}");
  }
  const { output } = await shell(dir, "node scripts/cli/run.cjs scripts/cli/lint.ts", "22.18.0");
  expect(output).toContain(advice);
});

test.each(["lint", "typecheck", "format:check"])("npm run %s names a missing package", async (name) => {
  const { dir } = copyProject();
  rmSync(join(dir, "node_modules"));
  const { exitCode, output } = await shell(dir, manifest().scripts?.[name] ?? "");
  expect([exitCode, output]).toEqual([2, expect.stringMatching(/^오류: 설치되지 않은 패키지입니다: .*npm ci.*\n$/)]);
});
