import { markerStart } from "../bundle/bundle.ts";
import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { UserError } from "../lib/user-error.ts";
import { generatedButIgnored, pathFromHere } from "../lib/paths.ts";
import { foldersOf, replaceFiles, usingFolder } from "../lib/write-files.ts";
import { print } from "../lib/print.ts";
import { refusal, written } from "./messages.ts";

/** What `--check` found in one generated folder. */
interface Drift {
  file: string;
  state: "missing" | "stale" | "extra";
}

/** What other commands write into generated/: folders of theirs, and the last released spec. */
const ofOtherCommands = [...generatedButIgnored.map((name) => `${name}/`), "released.json", "released-source.json"];

/** Compares a folder with what it should hold, byte by byte. */
export function drift(dir: string, files: ReadonlyMap<string, string>): Drift[] {
  const present = new Set(filesIn(dir));
  const found: Drift[] = [];
  for (const [file, content] of files) {
    if (!present.has(file)) found.push({ file, state: "missing" });
    else if (readFileSync(join(dir, file), "utf8") !== content) found.push({ file, state: "stale" });
  }
  for (const file of present)
    if (!files.has(file) && !ofOtherCommands.some((own) => file.startsWith(own))) found.push({ file, state: "extra" });
  return found.sort((a, b) => a.file.localeCompare(b.file));
}

function filesIn(dir: string): string[] {
  return entriesOf(dir, true)
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1));
}

/** What a folder holds; nothing where there is none. */
function entriesOf(dir: string, recursive = false): Dirent[] {
  try {
    return readdirSync(dir, { recursive, withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** What writing did, by path in the folder. */
interface Written {
  changed: string[];
  removed: string[];
}

/**
 * Replaces the generated files of a folder, made when missing, by a new set: writes those that changed, and removes modules
 * that were generated earlier and are no longer.
 *
 * @param check looks at the changed files before they replace the old ones
 * @throws {UserError} before anything is written, when a file is in the way that was not generated; or when the folder
 *   cannot be written to
 */
export async function write(
  dir: string,
  files: ReadonlyMap<string, string>,
  check?: (staged: string, files: readonly string[]) => void | Promise<void>,
): Promise<Written> {
  const { foreign, changed, removed } = usingFolder(dir, () => survey(dir, files));
  if (foreign.length > 0) {
    throw new UserError(refusal.foreign(dir, foreign));
  }
  await replaceFiles(dir, changed, {
    remove: removed,
    check: check && ((staged) => check(staged, [...changed.keys()])),
  });
  return { changed: [...changed.keys()], removed };
}

/** How a folder differs from a set. Every file is read once at most, and only in the folders of the set. */
function survey(
  dir: string,
  files: ReadonlyMap<string, string>,
): { foreign: string[]; changed: Map<string, string>; removed: string[] } {
  const foreign: string[] = [];
  const changed = new Map(files);
  const removed: string[] = [];
  const folders = new Set([".", ...[...foldersOf(files.keys())].flatMap(withParents)]);
  for (const folder of folders) {
    for (const entry of entriesOf(join(dir, folder))) {
      const file = posix.join(folder, entry.name);
      const content = files.get(file);
      if (content === undefined && folders.has(file)) {
        if (entry.isDirectory()) continue;
        foreign.push(named(file, entry));
        for (const one of [...folders]) if (`${one}/`.startsWith(`${file}/`)) folders.delete(one);
      } else if (content !== undefined || (entry.isFile() && file.endsWith(".ts"))) {
        const present = entry.isFile() ? readFileSync(join(dir, file), "utf8") : undefined;
        // Generated files say so in their first lines. An empty one is what a full disk has left.
        const isOwn = present === "" || present?.slice(0, 300).includes(markerStart) === true;
        if (content !== undefined && !isOwn) foreign.push(named(file, entry));
        if (content === undefined && isOwn && present !== "") removed.push(file);
        if (present === content) changed.delete(file);
      }
    }
  }
  return { foreign, changed, removed };
}

function withParents(folder: string): string[] {
  return folder === "." ? [] : [...withParents(posix.dirname(folder)), folder];
}

function named(file: string, entry: Dirent): string {
  if (entry.isSymbolicLink()) return `${file}(심볼릭 링크)`;
  return entry.isDirectory() ? `${file}(폴더)` : file;
}

/**
 * Writes generated files into a folder, and prints which of them changed.
 *
 * @throws {UserError} as `write` does
 */
export async function writeOut(
  dir: string,
  files: ReadonlyMap<string, string>,
  check?: Parameters<typeof write>[2],
): Promise<void> {
  const { changed, removed } = await write(dir, files, check);
  print(written.changed(pathFromHere(dir), files.size, changed.length));
  printNames(changed);
  if (removed.length > 0) print(written.removed(removed.length));
  printNames(removed);
}

/** A line for each of some dozens of names, and one for those beyond. */
function printNames(names: readonly string[]): void {
  const most = 50;
  for (const name of names.slice(0, most)) print(`  ${name}`);
  if (names.length > most) print(written.more(names.length - most));
}
