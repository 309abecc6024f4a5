import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { outcomeOf, told } from "./calls.ts";
import { useProject } from "./project.ts";
import { compilers } from "./toolchain.ts";

/** Configurations that others publish, with the libraries checked, too. */
const configs = {
  "@tsconfig/node22": { extends: "@tsconfig/node22/tsconfig.json", compilerOptions: {} },
  // What `nest new` writes.
  Nest: {
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
      rootDir: ".",
      incremental: true,
      strict: true,
      strictPropertyInitialization: false,
      types: ["node"],
    },
  },
};

describe("공개된 tsconfig", () => {
  const tools = ["@types/node", "@tsconfig/node22"];
  const projects = {
    "@tsconfig/node22": useProject("typescript", "tsconfig-node22", { tools }),
    Nest: useProject("nest", "tsconfig-nest", { tools }),
  };
  // es2024 came with 5.7, and an ES module in a require() of CommonJS with 5.8.
  for (const { version, dir: compiler } of compilers().slice(1)) {
    for (const [name, { compilerOptions, ...config }] of Object.entries(configs)) {
      test(`TypeScript ${version} · ${name}`, async () => {
        const project = await projects[name as keyof typeof projects]();
        const outDir = `out-${version}`;
        const file = `tsconfig-${version}.json`;
        const options = { ...compilerOptions, skipLibCheck: false, allowJs: true, outDir };
        writeFileSync(
          join(project.dir, file),
          JSON.stringify({ ...config, compilerOptions: options, files: ["main.ts"] }),
        );
        const args = [join(compiler, "bin/tsc"), "-p", file];
        expect(await project.run("node", args)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
        expect(await outcomeOf(project, join(outDir, "main.js"))).toEqual(told);
      });
    }
  }
});
