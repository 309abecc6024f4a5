import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, inject } from "vitest";
import type { OpenApi } from "../../scripts/bundle/openapi.ts";
import { loadSpec } from "../../scripts/bundle/spec-files.ts";
import { exports, exportSource, filesOf } from "../../scripts/generate/exports/exports.ts";
import { bundleFile, specDir } from "../../scripts/lib/paths.ts";
import { execute, type Outcome } from "../support/execute.ts";

/** The tools, in a package.json and a lockfile of their own: whoever installs the repository is spared them. */
export const toolchain = join(import.meta.dirname, "toolchain");

/** A file of a tool. */
export function toolFile(path: string): string {
  return join(toolchain, "node_modules", path);
}

/** A tool's name and version, for the row of the matrix. */
export function named(tool: string): string {
  const { version } = JSON.parse(readFileSync(toolFile(`${tool}/package.json`), "utf8")) as { version: string };
  return `${tool} ${version}`;
}

/** A folder with the document and the tools, as a user of a tool has it. */
export interface Project {
  dir: string;
  /** Runs a file of a tool, or of the project, and expects that it ends well. */
  run: (file: string, ...args: string[]) => Promise<Outcome>;
}

/**
 * Makes a project of projects/{name}, or without files of its own. The first server of its document is the sandbox that
 * runs, at a port of its own, as a user of a sandbox at another port has it.
 *
 * @param exported the exports that stand beside the document
 */
export function projectOf(name: string, ...exported: string[]): Project {
  const dir = join(inject("interopFolder"), name);
  const template = join(import.meta.dirname, "projects", name);
  mkdirSync(dir);
  if (existsSync(template)) cpSync(template, dir, { recursive: true });
  cpSync(join(import.meta.dirname, "projects/shared"), dir, { recursive: true });
  symlinkSync(toolFile(""), join(dir, "node_modules"));
  const api = JSON.parse(readFileSync(bundleFile, "utf8")) as OpenApi;
  api.servers.splice(0, 1, { url: inject("interopSandbox") });
  writeFileSync(join(dir, "openapi.json"), JSON.stringify(api));
  for (const one of exports.filter((known) => exported.includes(known.name)))
    for (const [file, text] of filesOf(one, exportSource(api, loadSpec(specDir)))) writeFileSync(join(dir, file), text);
  return {
    dir,
    async run(file, ...args) {
      const path = existsSync(join(dir, file)) ? file : toolFile(file);
      const outcome = await execute(process.execPath, [path, ...args], dir, environment());
      expect(outcome, `${outcome.stdout}${outcome.stderr}`).toMatchObject({ exitCode: 0 });
      return outcome;
    },
  };
}

/** Of the tester's environment nothing of npm and Vitest; telemetry off, and no registry to ask. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|vite|node_|init_cwd|force_color)/i.test(name));
  return {
    ...Object.fromEntries(own),
    PATH: `${dirname(process.execPath)}:${process.env["PATH"]}`,
    HOME: inject("interopFolder"),
    SANDBOX: inject("interopSandbox"),
    NO_COLOR: "1",
    DO_NOT_TRACK: "1",
    KUBB_DISABLE_TELEMETRY: "1",
    SCARF_ANALYTICS: "false",
    npm_config_offline: "true",
    npm_config_registry: "http://127.0.0.1:9/",
  };
}

/** Checks the types of the project's main.ts and what it imports, bundles it and runs it; gives what it printed as JSON. */
export async function callsOf({ run }: Project): Promise<unknown> {
  await run("typescript/bin/tsc");
  await run("build.mjs");
  return JSON.parse((await run("main.mjs")).stdout);
}
