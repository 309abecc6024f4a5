import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { outcomeOf, told } from "./calls.ts";
import { type Project, useProject } from "./project.ts";
import { compilers, type Tool } from "./toolchain.ts";

/** As strict as a consumer may be; the files that come with the compiler itself are not what is tested. */
const strict = {
  target: "es2022",
  strict: true,
  skipLibCheck: false,
  skipDefaultLibCheck: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  declaration: true,
  allowJs: true,
  checkJs: true,
  resolveJsonModule: true,
};

/** Where a program runs: the types of fetch, AbortSignal and console come from one or the other. */
const browser = { lib: ["es2022", "dom"], types: [] };
const node = { lib: ["es2022"], types: ["node"] };
const both = { lib: ["es2022", "dom"], types: ["node"] };

const files = ["main.ts", "mistakes.ts", "document.ts"];

/** What each module resolution is tried with: all surroundings and exactOptionalPropertyTypes on and off come up for each compiler. */
const resolutions: Record<string, { files: readonly string[]; options: object[] }> = {
  // TypeScript allows no import attributes for node16, which a JSON module needs.
  node16: {
    files: files.slice(0, 2),
    options: [
      { module: "node16", ...browser, exactOptionalPropertyTypes: true },
      { module: "node16", ...node, exactOptionalPropertyTypes: false },
    ],
  },
  nodenext: {
    files,
    options: [
      { module: "nodenext", ...browser, exactOptionalPropertyTypes: false },
      { module: "nodenext", ...node, exactOptionalPropertyTypes: true },
    ],
  },
  bundler: {
    files,
    options: [
      { module: "esnext", moduleResolution: "bundler", ...browser, exactOptionalPropertyTypes: true },
      { module: "esnext", moduleResolution: "bundler", ...both, exactOptionalPropertyTypes: false },
    ],
  },
};

/** Compiles in a project with a configuration of that name, into a folder of its own; returns the folder. */
async function compiles(
  { dir, run }: Project,
  { dir: compiler, version }: Tool,
  name: string,
  compilerOptions: object,
  sources: readonly string[],
): Promise<string> {
  const outDir = `out-${version}-${name}`;
  const config = `tsconfig-${version}-${name}.json`;
  writeFileSync(
    join(dir, config),
    JSON.stringify({ compilerOptions: { ...strict, ...compilerOptions, rootDir: ".", outDir }, files: sources }),
  );
  expect(await run("node", [join(compiler, "bin/tsc"), "-p", config])).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  return outDir;
}

describe("TypeScript", () => {
  // Where @types/node is installed it may come in by itself; a browser's project has none.
  const bare = useProject("typescript", "typescript");
  const withNode = useProject("typescript", "typescript-node", { tools: ["@types/node"] });
  const commonjs = useProject("typescript-commonjs", "typescript-commonjs", { tools: ["@types/node"] });
  const generated = useProject("typescript", "typescript-generated", {
    prepare: async ({ run }) => {
      for (const extension of ["ts", "js"]) {
        const args = ["generate", "--out", `woori-${extension}`, "--import-extension", extension];
        expect(await run("node_modules/.bin/woori-openapi", args)).toMatchObject({ exitCode: 0, stderr: "" });
      }
    },
  });
  for (const compiler of compilers()) {
    for (const [resolution, { files: sources, options }] of Object.entries(resolutions)) {
      test(`TypeScript ${compiler.version} · ${resolution}`, async () => {
        for (const [index, one] of options.entries()) {
          const consumer = await (index === 0 ? bare : withNode)();
          const out = await compiles(consumer, compiler, `${resolution}-${index}`, one, sources);
          if (resolution === "nodenext" && index === 1)
            expect(await outcomeOf(consumer, join(out, "main.js"))).toEqual(told);
        }
      });
    }

    test(`TypeScript ${compiler.version} · CommonJS, import()`, async () => {
      const consumer = await commonjs();
      const out = await compiles(
        consumer,
        compiler,
        "commonjs",
        { module: "nodenext", ...node, exactOptionalPropertyTypes: true },
        ["main.ts"],
      );
      expect(await outcomeOf(consumer, join(out, "main.js"))).toEqual(told);
    });

    test(`TypeScript ${compiler.version} · generate --out`, async () => {
      const consumer = await generated();
      const options = {
        module: "nodenext",
        lib: ["es2022", "dom"],
        types: [],
        exactOptionalPropertyTypes: true,
        noFallthroughCasesInSwitch: true,
        noImplicitOverride: true,
        noImplicitReturns: true,
        noUnusedLocals: true,
        noUnusedParameters: true,
        isolatedModules: true,
        verbatimModuleSyntax: true,
        noEmit: true,
        declaration: false,
        allowImportingTsExtensions: true,
      };
      await compiles(consumer, compiler, "generated", options, ["generated.ts"]);
      expect(await outcomeOf(consumer, "generated.ts")).toEqual(told);
    });

    test(`TypeScript ${compiler.version} · generate --import-extension js`, async () => {
      const consumer = await generated();
      for (const [
        resolution,
        {
          options: [options = {}],
        },
      ] of Object.entries(resolutions)) {
        const out = await compiles(consumer, compiler, `generated-${resolution}`, options, ["generated-js.ts"]);
        expect(await outcomeOf(consumer, join(out, "generated-js.js"))).toEqual(told);
      }
    });
  }
});
