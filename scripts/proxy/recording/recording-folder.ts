import { randomBytes } from "node:crypto";
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { isObject } from "../../lib/is-object.ts";
import { readText } from "../../lib/read-text.ts";
import { readYaml } from "../../lib/read-yaml.ts";
import { makeFolder, ownStaging, removeLeftovers, usingFolder } from "../../lib/write-files.ts";
import type { Scenario } from "../../sandbox/scenarios/scenario.ts";

/** Milliseconds after which a lock is one that a killed process has left. */
const staleLock = 60_000;

/** A folder of recordings: whole files only, and none is ever changed. Several processes may write into it at once. */
export class RecordingFolder {
  readonly #dir: string;
  readonly #link: typeof linkSync;

  /**
   * Opens a folder, made when missing, and clears up after processes that were killed.
   *
   * @param link gives a file a second name; fails where the file system has no hard links
   * @throws {UserError} where it cannot be written into
   */
  constructor(dir: string, link: typeof linkSync = linkSync) {
    this.#dir = dir;
    this.#link = link;
    usingFolder(dir, () => {
      makeFolder(dir);
      removeLeftovers(dir);
      for (const name of readdirSync(dir)) if (lock.test(name)) this.#removeStale(join(dir, name));
      // Whether a file can be written is known when one has been.
      rmSync(this.#stage("\n"));
    });
  }

  /** The scenarios that lie in it; files that are none are passed over. */
  scenarios(): Scenario[] {
    return readdirSync(this.#dir)
      .filter((name) => /^[^.].*\.ya?ml$/.test(name))
      .sort()
      .flatMap((name) => {
        const text = readText(join(this.#dir, name));
        const data = "problem" in text ? text : readYaml(text.value);
        const { scenarios } = ("value" in data && isObject(data.value) ? data.value : {}) as { scenarios?: unknown };
        return Array.isArray(scenarios) ? scenarios.filter(isScenario) : [];
      });
  }

  /**
   * Writes a new file. It comes into being whole, or not at all.
   *
   * @returns false where there is one of this name, which stays as it is
   * @throws {Error} of the file system
   */
  write(name: string, text: string): boolean {
    const staged = this.#stage(text);
    const file = join(this.#dir, name);
    try {
      try {
        this.#link(staged, file);
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
        return this.#rename(staged, file, join(this.#dir, `.lock-${name}`));
      }
    } finally {
      rmSync(staged, { force: true });
    }
  }

  /** Writes into a file of a name that no reader looks at. */
  #stage(text: string): string {
    const staged = join(this.#dir, ownStaging + randomBytes(6).toString("hex"));
    try {
      writeFileSync(staged, text, { flag: "wx" });
    } catch (error) {
      rmSync(staged, { force: true });
      throw error;
    }
    return staged;
  }

  /** For file systems without hard links: a rename replaces what is there, so one process at a time may look and rename. */
  #rename(staged: string, file: string, locked: string): boolean {
    try {
      mkdirSync(locked);
    } catch (error) {
      // Another process is writing just this.
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
      throw error;
    }
    try {
      if (existsSync(file)) return false;
      renameSync(staged, file);
      return true;
    } finally {
      rmdirSync(locked);
    }
  }

  #removeStale(path: string): void {
    const state = statSync(path, { throwIfNoEntry: false });
    if (state !== undefined && Date.now() - state.mtimeMs > staleLock) rmSync(path, { recursive: true, force: true });
  }
}

const lock = /^\.lock-/;

/** Whether it has the parts of a scenario; its reader checks the rest. */
function isScenario(value: unknown): value is Scenario {
  if (!isObject(value) || !isObject(value["response"])) return false;
  return [value["when"], value["recorded"]].every((part) => part === undefined || isObject(part));
}
