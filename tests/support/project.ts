import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { onTestFinished } from "vitest";
import { generatedButIgnored, root } from "../../scripts/lib/paths.ts";

export interface Outcome {
  exitCode: number;
  /** Standard output and standard error. */
  output: string;
}

/** Changes one file of a copy: replaces a text that must be there once, or is told the whole text. */
export type Edit = (file: string, from: string | RegExp, to: string) => void;

/** A folder that is gone when the test ends. */
export function temporaryFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), "woori-test-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  return dir;
}

/** Edits files of a folder. */
export function editor(dir: string): Edit {
  return (file, from, to) => {
    const path = join(dir, file);
    const before = readFileSync(path, "utf8");
    const after = before.replace(from, to);
    if (after === before) throw new Error(`nothing to replace in ${file}: ${String(from)}`);
    writeFileSync(path, after);
  };
}

/** A copy of spec/, changed; returns its folder. */
export function copySpec(change: (edit: Edit, dir: string) => void): string {
  const dir = temporaryFolder();
  cpSync(join(root, "spec"), dir, { recursive: true });
  change(editor(dir), dir);
  return dir;
}

/** What commands leave in generated/ that is not committed. */
const uncommitted = generatedButIgnored.map((name) => join(root, "generated", name));

const isCommitted = (path: string): boolean => !uncommitted.includes(path) && basename(path) !== "node_modules";

/** A copy of what the spec, its bundles and the versions say, for commands that are called with its folder. */
export function copyPapers(): { dir: string; edit: Edit } {
  const dir = temporaryFolder();
  copyTo(dir, "spec", "generated", "CHANGELOG.md", "package.json", "package-lock.json");
  return { dir, edit: editor(dir) };
}

/** A copy of the project as it is committed, with the same node_modules, to run its commands in. */
export function copyProject() {
  const dir = temporaryFolder();
  copyProjectTo(dir);
  return { dir, edit: editor(dir), run: (...args: string[]): Promise<Outcome> => run(dir, ...args) };
}

/** The same in a folder of the caller. */
export function copyProjectTo(dir: string): void {
  copyTo(
    dir,
    "spec",
    "scripts",
    "generated",
    "redocly.yaml",
    ".spectral.yaml",
    "package.json",
    "package-lock.json",
    ".npmrc",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
  );
  symlinkSync(join(root, "node_modules"), join(dir, "node_modules"));
}

function copyTo(dir: string, ...names: string[]): void {
  for (const name of names) cpSync(join(root, name), join(dir, name), { recursive: true, filter: isCommitted });
}

/** Runs a script of a project, such as `scripts/cli/lint.ts`, the way its npm script does. */
export function run(cwd: string, ...args: string[]): Promise<Outcome> {
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd, env: { ...process.env, INIT_CWD: cwd } }, (error, stdout, stderr) =>
      done({ exitCode: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr }),
    );
  });
}
