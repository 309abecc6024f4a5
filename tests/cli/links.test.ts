import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { docs } from "../../scripts/cli/docs.ts";
import { generate } from "../../scripts/cli/generate.ts";
import { sbom } from "../../scripts/cli/sbom.ts";
import { generator } from "../../scripts/docs/page.ts";
import { api } from "../support/bundle.ts";
import { call } from "../support/in-process.ts";
import { temporaryFolder } from "../support/project.ts";

const commands = [
  ["generate", generate, "openapi.json"],
  ["docs", (how: Parameters<typeof docs>[0]) => docs(how, () => api), "openapi.json"],
  ["sbom", sbom, "toolchain.cdx.json"],
] as const;

test.each(commands)("npm run %s writes through no link in its folder", async (name, main, file) => {
  const dir = temporaryFolder();
  const victim = join(temporaryFolder(), "victim");
  writeFileSync(victim, "mine");
  symlinkSync(victim, join(dir, file));
  if (name === "docs") writeFileSync(join(dir, "index.html"), generator.text);
  const before = readdirSync(dir);
  const { exitCode, output } = await call(main, "--out", dir);
  expect([exitCode, output]).toEqual([2, expect.stringContaining(`${file}(심볼릭 링크)`)]);
  expect(readFileSync(victim, "utf8")).toBe("mine");
  expect(readdirSync(dir)).toEqual(before);
});

test("npm run generate goes through no link in place of a folder", async () => {
  const [dir, elsewhere] = [temporaryFolder(), temporaryFolder()];
  symlinkSync(elsewhere, join(dir, "runtime"));
  const { exitCode, output } = await call(generate, "--out", dir);
  expect([exitCode, output]).toEqual([2, expect.stringContaining("runtime(심볼릭 링크)")]);
  expect(readdirSync(elsewhere)).toEqual([]);
});

test.each(commands)("npm run %s writes into the folder that --out names by a link", async (_, main, file) => {
  const parent = temporaryFolder();
  mkdirSync(join(parent, "real"));
  symlinkSync("real", join(parent, "out"));
  expect((await call(main, "--out", join(parent, "out"))).exitCode).toBe(0);
  expect(JSON.parse(readFileSync(join(parent, "real", file), "utf8"))).toBeTypeOf("object");
});

test.each(commands)("npm run %s goes on where an earlier run left an empty file", async (name, main, file) => {
  const dir = temporaryFolder();
  writeFileSync(join(dir, file), "");
  if (name === "docs") writeFileSync(join(dir, "index.html"), "");
  expect((await call(main, "--out", dir)).exitCode).toBe(0);
  expect(JSON.parse(readFileSync(join(dir, file), "utf8"))).toBeTypeOf("object");
});
