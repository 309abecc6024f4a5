import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exportOne } from "../../scripts/cli/export.ts";
import { loadSpec } from "../../scripts/bundle/spec-files.ts";
import { exports, exportSource, filesOf } from "../../scripts/generate/exports/exports.ts";
import { bundleFile, specDir } from "../../scripts/lib/paths.ts";
import { api } from "../support/bundle.ts";
import { callFrom } from "../support/in-process.ts";
import { type Outcome, temporaryFolder } from "../support/project.ts";
import { bundlePath } from "../support/two-services.ts";

const source = exportSource(api, loadSpec(specDir));
const text = readFileSync(bundleFile, "utf8");

const run = (dir: string, ...args: string[]): Promise<Outcome> =>
  callFrom(dir, (call) => exportOne(call, () => api), ...args);

describe("npm run export", () => {
  test("lists every export with what it is for, where none is named", async () => {
    const { exitCode, output } = await run(temporaryFolder());
    expect(exitCode).toBe(0);
    const listed = [...output.matchAll(/^ {2}(\S+) {2,}(.*)$/gm)].map(([, name, does]) => [name, does]);
    for (const { name, does } of exports) expect(listed).toContainEqual([name, does]);
  });

  test("prints a file, and nothing else, without --out", async () => {
    expect(await run(temporaryFolder(), "openapi.json")).toEqual({ exitCode: 0, output: text });
  });

  test.each(exports.map(({ name }) => name))("writes %s under its own name into a folder", async (name) => {
    const dir = temporaryFolder();
    const { exitCode } = await run(dir, name, "--out", "made/");
    expect(exitCode).toBe(0);
    for (const [file, content] of filesOf(exports.find((one) => one.name === name) as never, source))
      expect(readFileSync(join(dir, "made", file), "utf8"), file).toBe(content);
    // An earlier one is written anew.
    expect(await run(dir, name, "--out", "made")).toMatchObject({ exitCode: 0 });
  });

  test("writes a file under the name that is given", async () => {
    const dir = temporaryFolder();
    expect(await run(dir, "openapi.json", "--out", "api/bank.json")).toMatchObject({ exitCode: 0 });
    expect(readFileSync(join(dir, "api/bank.json"), "utf8")).toBe(text);
  });

  test("makes an export of another bundle", async () => {
    const { exitCode, output } = await run(temporaryFolder(), "llms.txt", "--bundle", bundlePath);
    expect(exitCode).toBe(0);
    expect(output).toContain("(markdown/operations/getAccount.md)");
    expect(output).not.toContain("errata.md");
  });

  test.each(exports.map(({ name }) => name))("writes no %s over a file of another", async (name) => {
    const dir = temporaryFolder();
    const [file = ""] = filesOf(exports.find((one) => one.name === name) as never, source).keys();
    mkdirSync(join(dir, "markdown"));
    writeFileSync(join(dir, file), "{}\n");
    const { exitCode, output } = await run(dir, name, "--out", ".");
    expect([exitCode, output]).toEqual([2, expect.stringContaining(file)]);
    expect(output).toContain("아무것도 쓰지 않았습니다");
    expect(readFileSync(join(dir, file), "utf8")).toBe("{}\n");
  });

  test("writes nothing of a folder where one file of another stands", async () => {
    const dir = temporaryFolder();
    mkdirSync(join(dir, "markdown"));
    writeFileSync(join(dir, "markdown/errors.md"), "# 나의 오류\n");
    expect(await run(dir, "markdown", "--out", ".")).toMatchObject({ exitCode: 2 });
    expect(existsSync(join(dir, "markdown/scenarios.md"))).toBe(false);
  });

  test.each([
    ["an unknown name", ["openapi-3.0.jsn"], "openapi-3.0.json의 오타인지"],
    ["a part of a name", ["postman"], "woori.postman_collection.json, woori.postman_environment.json."],
    ["a folder without --out", ["markdown"], "--out에 폴더를 지정하십시오"],
    ["an --out without a name", ["woori.http", "--out", ""], "--out에 파일이나 폴더를 지정하십시오"],
    ["a bundle that is none", ["woori.http", "--bundle", "missing.json"], "missing.json"],
  ])("refuses %s", async (_name, args, message) => {
    const { exitCode, output } = await run(temporaryFolder(), ...args);
    expect([exitCode, output]).toEqual([2, expect.stringMatching(/^오류: /)]);
    expect(output).toContain(message);
  });
});
