import { execFile } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { operationsOf } from "../../scripts/bundle/openapi.ts";
import { consumerSet } from "../../scripts/generate/consumer-set.ts";
import { write as writeOut } from "../../scripts/generate/write.ts";
import { root } from "../../scripts/lib/paths.ts";
import { api } from "../support/bundle.ts";
import { run, temporaryFolder } from "../support/project.ts";
import { useSandbox } from "../support/servers.ts";
import { allPages, plain } from "../support/site.ts";

const sandbox = useSandbox();
const samples = [
  ...allPages.matchAll(/<pre data-language="\w+" data-run="([^"]+)"[^>]*><code>([\s\S]*?)<\/code><\/pre>/g),
].map(([, how, code]) => ({ how: String(how), code: plain(String(code)) }));
const here = (code: string): string => code.replaceAll("http://127.0.0.1:4010", sandbox.url());

/** The README's first program, as it is in a project that has the sources. */
function readmeProgram(): string {
  const [, program = ""] = /```ts\n(.*?)```/s.exec(readFileSync(join(root, "README.md"), "utf8")) ?? [];
  return program.replace('"woori-openapi"', '"./woori/client.ts"');
}

describe("curl", () => {
  const curls = samples.filter(({ how }) => how.startsWith("curl "));

  test("there is one for every operation and every error code", () => {
    for (const { path } of operationsOf(api)) expect(curls.some(({ code }) => code.includes(path))).toBe(true);
    expect(curls.length).toBeGreaterThan(operationsOf(api).length + api["x-error-catalogue"].codes.length);
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
  const programs = [...samples.filter(({ how }) => how === "ts"), { code: readmeProgram() }];
  test("each program compiles and runs as it is printed, beside the generated client", async () => {
    const dir = temporaryFolder();
    for (const name of ["openapi-fetch", "openapi-typescript-helpers"])
      cpSync(join(root, "node_modules", name), join(dir, "node_modules", name), { recursive: true });
    writeFileSync(join(dir, "package.json"), '{ "type": "module" }');
    await writeOut(join(dir, "woori"), consumerSet());
    programs.forEach(({ code }, at) => writeFileSync(join(dir, `program${at}.ts`), here(code)));
    // One after another in one process: each is a module.
    writeFileSync(
      join(dir, "all.mjs"),
      programs.map((_, at) => `await import("./program${at}.ts");\nconsole.log("end of ${at}");`).join("\n"),
    );
    const { exitCode, output } = await run(dir, "all.mjs");
    const printed = output.split(/end of \d+\n/).slice(0, -1);
    expect([exitCode, printed.length], output).toEqual([0, programs.length]);
    for (const text of printed) expect(text).toMatch(/\} \[\]\n$|대출|거부/);
    expect(output).toMatch(/LN_AVL_AM: '\d+'/);
    expect(output).toMatch(/은행이 거부함 401 SYSCD\d+/);
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
