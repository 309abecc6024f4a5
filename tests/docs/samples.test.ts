import { execFile } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/paths.ts";
import { run, temporaryFolder } from "../support/project.ts";
import { useSandbox } from "../support/servers.ts";
import { indexPage, plain } from "../support/site.ts";

const sandbox = useSandbox();
const samples = [
  ...indexPage.matchAll(/<pre data-language="\w+" data-run="([^"]+)"[^>]*><code>([\s\S]*?)<\/code><\/pre>/g),
].map(([, how, code]) => ({ how: String(how), code: plain(String(code)) }));
const here = (code: string): string => code.replaceAll("http://127.0.0.1:4010", sandbox.url());

describe("curl", () => {
  const curls = samples.filter(({ how }) => how.startsWith("curl "));

  test("there is one for each operation, the start, and every error code", () => {
    expect(curls).toHaveLength(3 + 2 + 24);
  });

  test.each(curls)("$how: $code", async ({ how, code }) => {
    const output = await new Promise<string>((done) =>
      execFile("bash", ["-c", `${here(code)} -w '\\n%{http_code}'`], (error, stdout, stderr) =>
        done(error === null ? stdout : stderr),
      ),
    );
    expect(output.trim().split("\n").at(-1)).toBe(how.split(" ")[1]);
  });
});

describe("TypeScript", () => {
  const programs = samples.filter(({ how }) => how === "ts");
  const expected = [
    "LN_AVL_AM: '350000000'",
    "은행이 거부함 401 SYSCD03001",
    "LN_AVL_AM: '350000000'",
    "LN_AVL_AM: '350000000'",
    "{} []",
  ];

  test("each program compiles and runs as it is printed, beside the generated client", async () => {
    const dir = temporaryFolder();
    for (const name of ["openapi-fetch", "openapi-typescript-helpers"])
      cpSync(join(root, "node_modules", name), join(dir, "node_modules", name), { recursive: true });
    writeFileSync(join(dir, "package.json"), '{ "type": "module" }');
    await run(dir, join(root, "scripts/cli/generate.ts"), "--out", "woori");
    expect(programs).toHaveLength(expected.length);
    for (const [index, { code }] of programs.entries()) {
      writeFileSync(join(dir, `program${index}.ts`), here(code));
      const { exitCode, output } = await run(dir, `program${index}.ts`);
      expect(output).toContain(expected[index]);
      expect(exitCode).toBe(0);
    }
    const compilerOptions = {
      target: "es2022",
      lib: ["es2022", "dom"],
      module: "nodenext",
      types: [],
      strict: true,
      noEmit: true,
      allowImportingTsExtensions: true,
    };
    writeFileSync(join(dir, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
    expect(await run(dir, join(root, "node_modules/typescript-7/bin/tsc"), "-p", dir)).toEqual({
      exitCode: 0,
      output: "",
    });
  });
});
