import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../../scripts/lib/paths.ts";
import { toolsOf } from "../../../scripts/lib/tools.ts";
import { projectWith, usePackage } from "../../support/package.ts";
import { type Outcome, run } from "../../support/project.ts";
import { useSandbox } from "../../support/servers.ts";

const packed = usePackage();
const sandbox = useSandbox();
const readme = readFileSync(join(root, "scripts/publish/package/README.md"), "utf8");
const samples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = ""]) => code);
const sampleOf = (part: string): string => samples.find((code) => code.includes(part)) ?? "";

function runCode(dir: string, code: string): Promise<Outcome> {
  writeFileSync(join(dir, "main.ts"), code);
  return run(dir, "main.ts");
}

describe("a project with the package", () => {
  test("can import each export, and the README names each and no other", async () => {
    const names = [...readme.matchAll(/^\| `(woori-openapi[\w/.*-]*)` \|/gm)].map(([, name = ""]) => name);
    const dir = projectWith(packed(), toolsOf.sandbox);
    const { exports } = JSON.parse(readFileSync(join(dir, "node_modules/woori-openapi/package.json"), "utf8")) as {
      exports: Record<string, unknown>;
    };
    const offered = Object.keys(exports).filter((name) => name !== "./package.json");
    expect(names.sort()).toEqual(offered.map((name) => name.replace(".", "woori-openapi")).sort());
    const imports = names
      .map((name) => name.replace("*", "checkToken"))
      .map((name) => `await import("${name}"${name.endsWith(".json") ? ', { with: { type: "json" } }' : ""});`);
    expect(await runCode(dir, imports.join("\n"))).toEqual({ exitCode: 0, output: "" });
  });

  test("makes the README's call, and gets a refusal as its error", async () => {
    const dir = projectWith(packed());
    const call = sampleOf("catch (error)");
    const answered = await runCode(dir, call.replace("http://127.0.0.1:4010", sandbox.url()));
    expect(answered).toEqual({
      exitCode: 0,
      output: "대출한도 350000000 계좌 [ { CUS_USG_ACNO: '1111111111111' } ] 명세와 다른 점 []\n",
    });
    expect(sandbox.server().requests().at(-1)?.method).toBe("GET");
    const refused = await runCode(
      dir,
      call.replace("http://127.0.0.1:4010", sandbox.url()).replace('"SANDBOX-SECRET-KEY"', '"WRONG"'),
    );
    expect(refused.output).toContain("SYSCD03003");
  });

  test("makes the README's call by the function of one operation", async () => {
    const code = sampleOf("createWooriConnection").replace("http://127.0.0.1:4010", sandbox.url());
    expect(await runCode(projectWith(packed()), code)).toEqual({ exitCode: 0, output: "350000000\n" });
  });

  test("opens the sandbox in its tests as its README says, and as the repository's does", async () => {
    const [, code = ""] =
      /```ts\n([^`]*startSandbox[^`]*)```/.exec(readFileSync(join(root, "README.md"), "utf8")) ?? [];
    const dir = projectWith(packed(), toolsOf.sandbox);
    writeFileSync(join(dir, "own.ts"), sampleOf("startSandbox"));
    writeFileSync(join(dir, "repository.ts"), code);
    // Loading Prism takes longer than what they do.
    const { exitCode, output } = await runCode(dir, 'await import("./own.ts");\nawait import("./repository.ts");\n');
    expect([exitCode, output]).toEqual([
      0,
      expect.stringMatching(/^true true 1\nhttp:\/\/127\.0\.0\.1:\d+ \[\] \{[\s\S]*LN_AVL_AM: '350000000'/),
    ]);
  });

  test("compiles the README's samples without @types/node, every library checked", async () => {
    const dir = projectWith(packed());
    const compilerOptions = {
      target: "es2022",
      lib: ["es2023", "dom"],
      module: "nodenext",
      types: [],
      strict: true,
      skipLibCheck: false,
      noEmit: true,
    };
    writeFileSync(join(dir, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
    samples.forEach((code, index) => writeFileSync(join(dir, `sample${index}.ts`), code));
    expect(samples).not.toEqual([]);
    expect(await run(dir, join(root, "node_modules/typescript-7/bin/tsc"), "-p", dir)).toEqual({
      exitCode: 0,
      output: "",
    });
  });
});
