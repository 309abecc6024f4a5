import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UserError } from "./user-error.ts";

/**
 * Writes files into a folder, made when missing.
 *
 * @param files by path in the folder
 * @throws {UserError} when it cannot be written to
 */
export function writeFiles(dir: string, files: ReadonlyMap<string, string>): void {
  usingFolder(dir, () => {
    for (const [file, content] of files) {
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      writeFileSync(join(dir, file), content);
    }
  });
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
    throw new UserError(
      `${dir}에 쓸 수 없습니다. 폴더인지, 쓰기 권한이 있는지 확인하십시오. ${(error as Error).message}`,
    );
  }
}
