import { hash } from "node:crypto";
import { existsSync, type FSWatcher, watch } from "node:fs";
import { dirname } from "node:path";
import { fileTreeOf, isFolder } from "../../lib/file-tree.ts";
import { readPlacedYaml } from "../../lib/placed-yaml.ts";
import { problemAt, readText } from "../../lib/read-text.ts";
import { type Fault, labelOf } from "../data-faults.ts";
import { fileForm, isTextAt, type ScenarioChecker } from "./check.ts";
import type { CustomerEntry, Scenario, ScenarioFile } from "./scenario.ts";
import * as say from "./messages.ts";

/** A file that was read whole and is right. */
interface Loaded {
  text: string;
  content: ScenarioFile;
  /** Where a value stands, as file:line:column. */
  placeOf: (path: readonly string[]) => string;
}

/** What the files hold, each with its place. */
export interface Placed<Value> {
  value: Value;
  /** file:line:column of the value, or of a part of it. */
  placeOf: (...path: string[]) => string;
}

/**
 * The files of customers and scenarios: one, or all of a folder and the folders in it. A file that is wrong is told and left
 * out whole; of one that was right before, what it held goes on counting.
 */
export class ScenarioFiles {
  readonly #path: string;
  readonly #checker: ScenarioChecker;
  #loaded = new Map<string, Loaded>();
  /** Stands for what all files said when they were last read. */
  #state = "";

  constructor(path: string, checker: ScenarioChecker) {
    this.#path = path;
    this.#checker = checker;
  }

  /**
   * Reads what has changed.
   *
   * @returns what is wrong, a file with all its faults in each text; undefined where all is as it was
   */
  async read(): Promise<string[] | undefined> {
    const { files, problems } = filesAt(this.#path);
    const texts = new Map(files.map((file) => [file, readText(file)]));
    const state = hash("sha256", JSON.stringify([problems, [...texts]]));
    if (state === this.#state) return undefined;
    this.#state = state;
    // A folder that is gone for a moment has not lost its scenarios.
    if (files.length === 0 && problems.length > 0) return problems;
    const loaded = new Map<string, Loaded>();
    for (const [file, text] of texts) {
      const before = this.#loaded.get(file);
      const read = await this.#load(file, text, before);
      if ("problem" in read) problems.push(`${read.problem}\n  ${before === undefined ? say.leftOut : say.kept}`);
      const content = "problem" in read ? before : read;
      if (content !== undefined) loaded.set(file, content);
    }
    this.#loaded = loaded;
    return [...problems, ...this.#leaveOutDoubles()];
  }

  get customers(): Placed<CustomerEntry>[] {
    return this.#all("customers");
  }

  get scenarios(): Placed<Scenario>[] {
    return this.#all("scenarios");
  }

  /**
   * Calls back when a file may have changed, once for changes that come together.
   *
   * @returns ends it
   */
  watch(onChange: () => void): () => void {
    let timer: NodeJS.Timeout | undefined;
    let watchers: FSWatcher[] = [];
    const end = (): void => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    };
    // Each folder by itself: Node's recursive watching loses a file that another was put in the place of. Anew each time,
    // as a folder may have been put in the place of another.
    const follow = (): void => {
      end();
      watchers = foldersAt(this.#path).flatMap((folder) => {
        try {
          const watcher = watch(folder, { persistent: false }, changed);
          return [watcher.on("error", () => watcher.close())];
        } catch {
          // It has gone in the meantime.
          return [];
        }
      });
    };
    const changed = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        follow();
        onChange();
      }, quiet);
    };
    follow();
    return end;
  }

  async #load(
    file: string,
    content: ReturnType<typeof readText>,
    before: Loaded | undefined,
  ): Promise<Loaded | { problem: string }> {
    if ("problem" in content) return { problem: problemAt(file, content.problem) };
    if (content.value === before?.text) return before;
    const read = await readPlacedYaml(content.value, isTextAt);
    if ("problem" in read) return { problem: problemAt(file, read.problem) };
    const placeOf = (path: readonly string[]): string => {
      const { line, col } = read.at(path);
      return `${file}:${line}:${col}`;
    };
    // An empty file says nothing.
    const data = read.value ?? {};
    const faults = this.#checker.fileFaults(data);
    if (faults.length > 0) return { problem: faults.map((one) => told(one, placeOf)).join("\n  ") };
    return { text: content.value, content: data as ScenarioFile, placeOf };
  }

  /** Leaves out the files that give a name once more. */
  #leaveOutDoubles(): string[] {
    const problems: string[] = [];
    const places = new Map<string, string>();
    for (const [file, { content, placeOf }] of this.#loaded) {
      const names = [
        ...(content.scenarios ?? []).map(({ name }, index) => ({
          key: `scenario ${name}`,
          path: ["scenarios", String(index), "name"],
        })),
        ...(content.customers ?? []).map(({ app, login }, index) => ({
          key: `customer ${app}\n${login.toLowerCase()}`,
          path: ["customers", String(index), "login"],
        })),
      ];
      const own = new Map<string, string>();
      const faults = names.flatMap(({ key, path }): Fault[] => {
        const other = places.get(key) ?? own.get(key);
        own.set(key, placeOf(path));
        if (other === undefined) return [];
        return [{ path, text: say.sameName(other) }];
      });
      if (faults.length === 0) for (const [key, place] of own) places.set(key, place);
      else {
        this.#loaded.delete(file);
        problems.push(`${faults.map((one) => told(one, placeOf)).join("\n  ")}\n  ${say.leftOut}`);
      }
    }
    return problems;
  }

  #all<Key extends "customers" | "scenarios">(key: Key): Placed<NonNullable<ScenarioFile[Key]>[number]>[] {
    return [...this.#loaded.values()].flatMap(({ content, placeOf }) =>
      (content[key] ?? []).map((value, index) => ({
        value,
        placeOf: (...path: string[]) => placeOf([key, String(index), ...path]),
      })),
    );
  }
}

/** Milliseconds without a change before files are read: an editor writes in several steps. */
const quiet = 50;

function told({ path, text }: Fault, placeOf: (path: readonly string[]) => string): string {
  return `${placeOf(path)} ${labelOf(fileForm, path)}: ${text}`;
}

/** The files in the order of their paths, and what cannot be read of them. */
function filesAt(path: string): { files: string[]; problems: string[] } {
  if (isFolder(path)) {
    const { files, unreadable } = fileTreeOf(path);
    return {
      files: files.filter((one) => /\.(ya?ml|json)$/.test(one)),
      problems: unreadable.map((one) => say.unreadableFolder(one)),
    };
  }
  if (existsSync(path)) return { files: [path], problems: [] };
  return { files: [], problems: [say.nothingAt(path)] };
}

/** The folders whose entries count; that of a file, as an editor puts a new file in its place. */
function foldersAt(path: string): string[] {
  if (isFolder(path)) return fileTreeOf(path).folders;
  const parent = dirname(path);
  return isFolder(parent) || parent === path ? [parent] : foldersAt(parent).slice(0, 1);
}
