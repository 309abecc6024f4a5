import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UserError } from "./user-error.ts";

/**
 * Writes files into a folder, made when missing.
 *
 * @param files by path in the folder
 * @throws {UserError} when it cannot be written to
 */
export function writeFiles(dir: string, files: ReadonlyMap<string, string>): void {
  usingFolder(dir, () => writeInto(dir, files));
}

function writeInto(dir: string, files: ReadonlyMap<string, string>): void {
  for (const folder of foldersOf(files.keys())) mkdirSync(join(dir, folder), { recursive: true });
  for (const [file, content] of files) writeFileSync(join(dir, file), content);
}

interface Replacement {
  /** Files to remove, by path in the folder. */
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
 * @throws {UserError} when it cannot be written to
 */
export async function replaceFiles(
  dir: string,
  files: ReadonlyMap<string, string>,
  { remove = [], check }: Replacement = {},
): Promise<void> {
  const staged = usingFolder(dir, () => {
    mkdirSync(dir, { recursive: true });
    removeLeftovers(dir);
    return files.size === 0 && remove.length === 0 ? undefined : mkdtempSync(join(dir, `.writing-${process.pid}-`));
  });
  if (staged === undefined) return;
  try {
    usingFolder(dir, () => writeInto(staged, files));
    await check?.(staged);
    usingFolder(dir, () => {
      for (const folder of foldersOf([...files.keys(), ...remove])) {
        mkdirSync(join(dir, folder), { recursive: true });
        accessSync(join(dir, folder), constants.W_OK);
      }
      for (const file of files.keys()) renameSync(join(staged, file), join(dir, file));
      for (const file of remove) rmSync(join(dir, file));
    });
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

/** The folders of files, each once; "." for a file at the top. */
export function foldersOf(files: Iterable<string>): Set<string> {
  return new Set([...files].map((file) => dirname(file)));
}

/** Removes what processes have left that ended while they were writing. */
function removeLeftovers(dir: string): void {
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

const reasons: Record<string, string> = {
  EACCES: "쓰기 권한이 없습니다. 폴더의 권한을 확인하십시오.",
  EPERM: "쓰기 권한이 없습니다. 폴더의 권한을 확인하십시오.",
  EROFS: "읽기만 할 수 있는 파일 시스템입니다. 다른 폴더를 지정하십시오.",
  ENOSPC: "디스크에 빈 공간이 없습니다. 공간을 마련한 뒤 다시 실행하십시오.",
  EDQUOT: "디스크 할당량을 모두 사용했습니다. 공간을 마련한 뒤 다시 실행하십시오.",
  EEXIST: "폴더가 아니라 파일입니다. 다른 폴더를 지정하십시오.",
  ENOTDIR: "경로의 중간에 폴더가 아닌 파일이 있습니다. 다른 폴더를 지정하십시오.",
  ENAMETOOLONG: "경로가 너무 깁니다. 더 짧은 경로의 폴더를 지정하십시오.",
};

/**
 * Calls a function that writes into a folder of the user's choice.
 *
 * @throws {UserError} in place of any other error
 */
export function usingFolder<T>(dir: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new UserError(
      `${dir}에 쓸 수 없습니다. ${reasons[code] ?? `폴더인지, 쓰기 권한이 있는지 확인하십시오. ${message}`}`,
    );
  }
}
