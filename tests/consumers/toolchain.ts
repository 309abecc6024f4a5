import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { installLocked } from "../support/install-locked.ts";

/**
 * The tools that consumers have, in a package.json and a lockfile of their own: whoever installs the repository is spared them.
 * Each Node is an npm package of a platform with its hash in the lockfile; the package `node` would fetch it by a script.
 */
const folder = join(import.meta.dirname, "toolchain");
const modules = join(folder, "node_modules");

/** Prints what judges of npm packages say of a tarball, as JSON. */
export const judgeScript = join(folder, "judge-package.mjs");

/** A program that consumers run. */
export interface Tool {
  version: string;
  /** Folder of the npm package. */
  dir: string;
}

export interface Node extends Tool {
  /** Whether it can require() an ES module: since 20.19 and 22.12. The command's tools need that too. */
  requiresModules: boolean;
  /** Whether it has the SQLite that the sandbox keeps its apps in: since 22.16. */
  hasSqlite: boolean;
}

/** Installs the tools, unless they are installed. */
export function installToolchain(): Promise<void> {
  return installLocked(
    folder,
    "test:package: 시험에 쓸 런타임, 컴파일러, 번들러를 tests/consumers/toolchain/에 설치합니다. 처음에는 2분쯤 걸리고 디스크를 1.4GB 사용합니다…",
  );
}

/**
 * The Nodes of the matrix, oldest first: those that the lockfile has for this platform, and the one that runs this.
 *
 * @throws {Error} where the lockfile has none of a version that the package is promised for
 */
export function nodes(): Node[] {
  const all = [...tools(/^node-\d/), { version: process.versions.node, dir: dirname(dirname(process.execPath)) }].sort(
    (a, b) => a.version.localeCompare(b.version, "en", { numeric: true }),
  );
  const missing = ["20", "22", "24", "26"].filter(
    (major) => !all.some(({ version }) => version.startsWith(`${major}.`)),
  );
  if (missing.length > 0)
    throw new Error(`no Node ${missing.join(", ")} for ${process.platform}-${process.arch} in ${folder}/package.json`);
  return all.map((node) => ({
    ...node,
    requiresModules: isTrue(node, "process.features.require_module === true"),
    hasSqlite: isTrue(node, "process.getBuiltinModule('node:sqlite')?.backup !== undefined"),
  }));
}

function isTrue({ dir }: Tool, expression: string): boolean {
  return execFileSync(join(dir, "bin/node"), ["--no-warnings", "-p", expression]).toString().startsWith("true");
}

/** A program that an npm package of this platform brings, as @cloudflare/workerd-linux-64 brings workerd. */
export function binary(scope: string, file: string): Tool & { path: string } {
  const [name = ""] = readdirSync(join(modules, scope));
  const dir = join(modules, scope, name);
  return { version: versionOf(join(scope, name)), dir, path: join(dir, file) };
}

/** The TypeScript compilers of the matrix, oldest first. */
export function compilers(): Tool[] {
  return tools(/^typescript-/);
}

/** Folder of an npm package of the toolchain. */
export function toolDir(name: string): string {
  return join(modules, name);
}

function tools(name: RegExp): Tool[] {
  return readdirSync(modules)
    .filter((entry) => name.test(entry))
    .sort()
    .map((entry) => ({ version: versionOf(entry), dir: join(modules, entry) }));
}

/** Version of an npm package of the toolchain. */
export function versionOf(name: string): string {
  return (JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8")) as { version: string }).version.replace(
    /^v/,
    "",
  );
}
