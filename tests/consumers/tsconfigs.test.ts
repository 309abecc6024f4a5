import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { outcomeOf, told } from "./calls.ts";
import { useProject } from "./project.ts";
import { compilers } from "./toolchain.ts";

const tools = ["@types/node", "@tsconfig/node22"];

/** The published settings for Node 22: its types, and none of the DOM. */
const node22 = { extends: "@tsconfig/node22/tsconfig.json" };

/** What `nest new` writes. */
const nest = {
  compilerOptions: {
    module: "nodenext",
    moduleResolution: "nodenext",
    resolvePackageJsonExports: true,
    esModuleInterop: true,
    isolatedModules: true,
    declaration: true,
    removeComments: true,
    emitDecoratorMetadata: true,
    experimentalDecorators: true,
    allowSyntheticDefaultImports: true,
    target: "ES2022",
    sourceMap: true,
    incremental: true,
    strict: true,
    strictPropertyInitialization: false,
    types: ["node"],
  },
};

describe("공개된 tsconfig", () => {
  const columns = {
    "@tsconfig/node22": {
      project: useProject("typescript", "tsconfig-node22", { tools }),
      config: node22,
      files: ["main.ts", "mistakes.ts", "document.ts"],
    },
    "@tsconfig/node22, generate --out": {
      project: useProject("typescript", "tsconfig-generated", {
        tools,
        prepare: async ({ run }) => {
          const args = ["generate", "--out", "woori-js", "--import-extension", "js"];
          expect(await run("node_modules/.bin/woori-openapi", args)).toMatchObject({ exitCode: 0, stderr: "" });
        },
      }),
      config: node22,
      files: ["generated-js.ts"],
    },
    Nest: { project: useProject("nest", "tsconfig-nest", { tools }), config: nest, files: ["main.ts"] },
  };
  // es2024 came with 5.7, and an ES module in a require() of CommonJS with 5.8: the oldest of the matrix is too old for both.
  const [, oldest, ...newer] = compilers();
  for (const { version, dir: compiler } of [oldest, newer.at(-1)].filter((one) => one !== undefined)) {
    for (const [column, { project, config, files }] of Object.entries(columns)) {
      test(`TypeScript ${version} · ${column}`, async () => {
        const consumer = await project();
        const outDir = `out-${version}`;
        const file = `tsconfig-${version}.json`;
        const options = { ...("compilerOptions" in config ? config.compilerOptions : {}), rootDir: ".", outDir };
        const compilerOptions = { ...options, skipLibCheck: false, allowJs: true };
        writeFileSync(join(consumer.dir, file), JSON.stringify({ ...config, compilerOptions, files }));
        const args = [join(compiler, "bin/tsc"), "-p", file];
        expect(await consumer.run("node", args)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
        expect(await outcomeOf(consumer, join(outDir, files[0]?.replace(".ts", ".js") ?? ""))).toEqual(told);
      });
    }
  }
});
