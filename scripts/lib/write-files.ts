import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileProblem } from "./system-error.ts";
import { UserError } from "./user-error.ts";

/** Files by path in a folder. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** Files that are made while they are written, each with its path in a folder. */
type MadeFiles = AsyncIterable<readonly [path: string, content: string | Uint8Array]>;

interface Replacement {
  /** Files to remove, by path in the folder, unless they are among the new ones. */
  remove?: readonly string[];
  /** Looks at the new files in a folder of their own; what it throws is thrown, and nothing is replaced. */
  check?: ((staged: string) => void | Promise<void>) | undefined;
}

const staging = /^\.writing-(\d+)-/;

/**
 * Replaces files of a folder, made when missing, as one set: all are written beside the old ones first, then renamed over
 * them. A process that is killed or finds the disk full while writing leaves the old set; the next one clears up after it.
 *
 * @param files by path in the folder
 * @throws {UserError} when it cannot be written to, or a link in it leads elsewhere
 */
export async function replaceFiles(
  dir: string,
  files: Files | MadeFiles,
  { remove = [], check }: Replacement = {},
): Promise<void> {
  const [folder, staged] = usingFolder(dir, () => {
    makeFolder(dir);
    const real = realpathSync(dir);
    removeLeftovers(real);
    const known = isKnown(files) ? [...files.keys()] : [];
    refuseObstacles(real, [...known, ...remove]);
    const isNothing = isKnown(files) && known.length === 0 && remove.length === 0;
    return [real, isNothing ? undefined : mkdtempSync(join(real, ownStaging))];
  });
  if (staged === undefined) return;
  try {
    const written = await usingFolderLater(dir, () => writeInto(staged, files));
    const removed = remove.filter((file) => !written.has(file));
    await check?.(staged);
    await usingFolderLater(dir, async () => {
      // Of files that are made on the way, the names are known now.
      refuseObstacles(folder, [...written, ...removed]);
      const folders = [...foldersOf([...written, ...removed])];
      for (const one of folders) {
        mkdirSync(join(folder, one), { recursive: true });
        accessSync(join(folder, one), constants.W_OK);
      }
      for (const file of written) renameSync(join(staged, file), join(folder, file));
      for (const file of removed) rmSync(join(folder, file));
      await flushAll(folders.map((one) => join(folder, one)));
    });
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

/**
 * Replaces a folder, made when missing, by one that holds these files and nothing else, or leaves it as it is.
 *
 * @param files by path in the folder
 * @throws {UserError} when it cannot be written
 */
export async function replaceFolder(dir: string, files: Files | MadeFiles): Promise<void> {
  await usingFolderLater(dir, async () => {
    const parent = dirname(dir);
    makeFolder(parent);
    removeLeftovers(parent);
    const staged = mkdtempSync(join(parent, ownStaging));
    try {
      mkdirSync(join(staged, "new"));
      await writeInto(join(staged, "new"), files);
      const isThere = existsSync(dir);
      if (isThere) renameSync(dir, join(staged, "old"));
      try {
        renameSync(join(staged, "new"), dir);
      } catch (error) {
        if (isThere) renameSync(join(staged, "old"), dir);
        throw error;
      }
      await flushAll([parent]);
    } finally {
      rmSync(staged, { recursive: true, force: true });
    }
  });
}

/** Makes a folder and those around it, one by one: where one can never be made, as in /proc, Node's `recursive` goes on forever. */
export function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  makeFolder(dirname(dir));
  try {
    mkdirSync(dir);
  } catch (error) {
    // Another process may have been first.
    if (!existsSync(dir)) throw error;
  }
}

export const ownStaging = `.writing-${process.pid}-`;

function isKnown(files: Files | MadeFiles): files is Files {
  return !(Symbol.asyncIterator in files);
}

/** Writes files into a new folder, and has the system bring them to the disk, some at a time. */
async function writeInto(dir: string, files: Files | MadeFiles): Promise<Set<string>> {
  const written = new Set<string>();
  for await (const [file, content] of files) {
    mkdirSync(join(dir, dirname(file)), { recursive: true });
    writeFileSync(join(dir, file), content, { flag: "wx" });
    written.add(file);
  }
  await flushAll([...written].map((file) => join(dir, file)));
  return written;
}

/** Flushes files and folders; file systems that cannot flush a folder do without. */
async function flushAll(paths: readonly string[]): Promise<void> {
  const rest = [...paths];
  const flushSome = async (): Promise<void> => {
    for (let path = rest.pop(); path !== undefined; path = rest.pop()) {
      const handle = await open(path, "r");
      try {
        await handle.sync();
      } catch (error) {
        if (!["EINVAL", "EPERM", "EISDIR", "ENOTSUP"].includes((error as NodeJS.ErrnoException).code ?? ""))
          throw error;
      } finally {
        await handle.close();
      }
    }
  };
  await Promise.all(Array.from({ length: 16 }, flushSome));
}

/** @throws {UserError} where a link or something else stands in the place of a file, or of a folder on the way to it */
function refuseObstacles(dir: string, files: readonly string[]): void {
  const known = new Set<string>();
  for (const file of files) {
    const parts = file.split("/");
    for (let length = 1; length <= parts.length; length++) {
      const path = parts.slice(0, length).join("/");
      if (known.has(path)) continue;
      known.add(path);
      const state = lstatSync(join(dir, path), { throwIfNoEntry: false });
      const isExpected = length === parts.length ? state?.isFile() : state?.isDirectory();
      if (state === undefined || isExpected === true) continue;
      const what = state.isSymbolicLink() ? "심볼릭 링크" : state.isDirectory() ? "폴더" : "다른 종류의 파일";
      throw new UserError(
        `${dir} 폴더에 다음이 있어 아무것도 쓰지 않았습니다: ${path}(${what}). 지우거나 옮기십시오. 다른 폴더를 지정해도 됩니다.`,
      );
    }
  }
}

/** The folders of files, each once; "." for a file at the top. */
export function foldersOf(files: Iterable<string>): Set<string> {
  return new Set([...files].map((file) => dirname(file)));
}

/** Removes what processes have left that ended while they were writing. */
export function removeLeftovers(dir: string): void {
  for (const name of readdirSync(dir)) {
    const [, pid] = staging.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(dir, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Calls a function that writes into a folder of the user's choice.
 *
 * @throws {UserError} in place of any other error
 */
export function usingFolder<T>(dir: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw refusal(dir, error);
  }
}

/** The same for a function that takes its time. */
async function usingFolderLater<T>(dir: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw refusal(dir, error);
  }
}

function refusal(dir: string, error: unknown): UserError {
  if (error instanceof UserError) return error;
  const { message } = error as Error;
  const reason = fileProblem(error as Error) ?? `폴더인지, 쓰기 권한이 있는지 확인하십시오. ${message}`;
  return new UserError(`${dir} 폴더에 쓸 수 없습니다. ${reason}`);
}
