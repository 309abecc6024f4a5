import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { outcomeBy, toldByMain } from "./calls.ts";
import { type Project, useProject } from "./project.ts";
import { toolDir, versionOf } from "./toolchain.ts";

const pnpm = join(toolDir("pnpm"), "bin/pnpm.cjs");
const yarn = join(toolDir("@yarnpkg/cli-dist"), "bin/yarn.js");

type Tarballs = Record<string, string>;

/** A project's package.json that takes the package from its tarball, and by `rest` its dependencies from theirs. */
function writeManifest(dir: string, rest: object): void {
  writeFileSync(
    join(dir, "package.json"),
    JSON.stringify({ name: "consumer", version: "1.0.0", private: true, type: "module", ...rest }),
  );
}

function byFile(tarballs: Tarballs, ...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `file:${tarballs[name]}`]));
}

async function succeed({ run }: Project, program: string, args: readonly string[]): Promise<void> {
  const { exitCode, stdout, stderr } = await run(program, args);
  if (exitCode !== 0) throw new Error(stdout + stderr);
}

describe("설치 도구", () => {
  const withPnpm = useProject("esm", "pnpm", {
    install: async (project, tarballs) => {
      writeManifest(project.dir, { dependencies: byFile(tarballs, "woori-openapi") });
      const overrides = byFile(tarballs, "openapi-fetch", "openapi-typescript-helpers");
      writeFileSync(join(project.dir, "pnpm-workspace.yaml"), JSON.stringify({ overrides }));
      await succeed(project, "node", [pnpm, "install", "--offline", "--ignore-scripts"]);
    },
  });

  test(`pnpm ${versionOf("pnpm")} · node_modules`, async () => {
    const { dir, run } = await withPnpm();
    // What a package does not declare, it does not find.
    expect(existsSync(join(dir, "node_modules/openapi-fetch"))).toBe(false);
    expect(await outcomeBy(() => run("node", ["main.mjs", inject("sandbox")]))).toEqual(
      toldByMain(process.versions.node),
    );
  });

  const withYarn = useProject("esm", "yarn", {
    install: async (project, tarballs) => {
      writeManifest(project.dir, {
        dependencies: byFile(tarballs, "woori-openapi"),
        resolutions: byFile(tarballs, "openapi-fetch", "openapi-typescript-helpers"),
      });
      writeFileSync(join(project.dir, "yarn.lock"), "");
      const settings = { enableNetwork: false, enableTelemetry: false, enableGlobalCache: false, enableScripts: false };
      writeFileSync(join(project.dir, ".yarnrc.yml"), JSON.stringify(settings));
      await succeed(project, "node", [yarn, "install"]);
    },
  });

  test(`Yarn ${versionOf("@yarnpkg/cli-dist")} · Plug'n'Play`, async () => {
    const { dir, run } = await withYarn();
    expect([".pnp.cjs", "node_modules"].map((file) => existsSync(join(dir, file)))).toEqual([true, false]);
    expect(await outcomeBy(() => run("node", [yarn, "node", "main.mjs", inject("sandbox")]))).toEqual(
      toldByMain(process.versions.node),
    );
  });

  const withWorkspaces = useProject("esm", "workspaces", {
    install: async (project, tarballs) => {
      const app = join(project.dir, "apps/one");
      mkdirSync(app, { recursive: true });
      for (const file of ["main.mjs", "calls.mjs"]) renameSync(join(project.dir, file), join(app, file));
      writeManifest(app, { name: "one", dependencies: byFile(tarballs, "woori-openapi") });
      writeManifest(project.dir, {
        workspaces: ["apps/*"],
        overrides: byFile(tarballs, "openapi-fetch", "openapi-typescript-helpers"),
      });
      await succeed(project, "npm", ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"]);
    },
  });

  test("npm · workspaces", async () => {
    const { dir, run } = await withWorkspaces();
    expect(["node_modules/woori-openapi", "apps/one/node_modules"].map((file) => existsSync(join(dir, file)))).toEqual([
      true,
      false,
    ]);
    expect(await outcomeBy(() => run("node", ["apps/one/main.mjs", inject("sandbox")]))).toEqual(
      toldByMain(process.versions.node),
    );
  });
});
