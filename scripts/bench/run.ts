import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { readSource } from "../checks/diff/source-files.ts";
import { readBundle } from "../bundle/bundle-file.ts";
import { root, specDir } from "../lib/paths.ts";
import { replaceFiles } from "../lib/write-files.ts";
import { ofProject } from "./peers.ts";
import { platform } from "./platform.ts";

/** What the repository's commands need of it. */
const carried = [
  ".spectral.yaml",
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "generated",
  "package.json",
  "package-lock.json",
  "redocly.yaml",
  "scripts",
];

/** One run of the bench. */
export interface Run {
  /** Fewer rounds and no platform above a hundred operations. */
  quick: boolean;
  /** A folder for what is made. */
  dir: string;
  /** Tells on standard error what is being done. */
  tell: (what: string) => void;
  /** The folder of a copy of the project whose spec has so many operations; made when it is first asked for. */
  project: (operations: number) => Promise<string>;
}

/** @param dir an empty folder */
export function newRun(dir: string, quick: boolean, tell: Run["tell"]): Run {
  const projects = new Map<number, Promise<string>>();
  return {
    quick,
    dir,
    tell,
    project: (operations) => {
      const known = projects.get(operations) ?? makeProject(join(dir, `project-${operations}`), operations);
      projects.set(operations, known);
      return known;
    },
  };
}

/** Sizes of the platform up to what a run allows. */
export function sizesOf({ quick }: Run, sizes: readonly number[]): number[] {
  return sizes.filter((size) => !quick || size <= 100);
}

/** More rounds where one is short. */
export function roundsOf({ quick }: Run, operations: number): number {
  return quick ? 1 : operations <= 10 ? 5 : 3;
}

/**
 * A copy of the project with a synthetic spec of so many operations, the loan among them: generated, and released as it is.
 * Its repository's commit differs in one length.
 */
async function makeProject(dir: string, operations: number): Promise<string> {
  for (const name of carried)
    cpSync(join(root, name), join(dir, name), { recursive: true, filter: (path) => basename(path) !== "node_modules" });
  symlinkSync(dirname(ofProject("openapi-typescript")), join(dir, "node_modules"));
  const spec = platform(operations - 1);
  const [changed = "", before = ""] =
    [...spec].findLast(([path, text]) => path.includes("/schemas/") && text.includes("maxLength: ")) ?? [];
  cpSync(specDir, join(dir, "spec"), { recursive: true });
  await replaceFiles(join(dir, "spec"), new Map([...spec, [changed, before.replace("maxLength: ", "maxLength: 1")]]));
  for (const args of [
    ["init", "--quiet"],
    ["add", "spec", "CHANGELOG.md"],
    ["-c", "user.name=bench", "-c", "user.email=bench@example.com", "commit", "--quiet", "--message", "spec"],
  ])
    await promisify(execFile)("git", args, { cwd: dir });
  await replaceFiles(join(dir, "spec"), spec);
  await promisify(execFile)(process.execPath, ["scripts/cli/generate.ts"], { cwd: dir });
  const released = await readBundle(join(dir, "generated/openapi.json"));
  const earlier = { ...released, info: { ...released.info, version: "0.1.0" } };
  writeFileSync(join(dir, "generated/released.json"), JSON.stringify(earlier));
  writeFileSync(join(dir, "generated/released-source.json"), JSON.stringify({ files: readSource(join(dir, "spec")) }));
  return dir;
}

/** An empty folder under a path, whatever was there. */
export function emptied(dir: string): string {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  return dir;
}

/** The bytes and the number of the files in a folder. */
export function contentOf(dir: string): { bytes: number; files: number } {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return {
    bytes: files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0),
    files: files.length,
  };
}
