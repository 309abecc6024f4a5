import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileObstacle } from "./system-error.ts";
import { UserError } from "./user-error.ts";

/**
 * Creates an empty folder, calls a function with it, and removes the folder afterwards, also on failure.
 *
 * @throws {UserError} where the system's folder for temporary files cannot be written to
 */
export async function inTemporaryFolder<T>(use: (dir: string) => T | Promise<T>): Promise<T> {
  const dir = makeFolder();
  try {
    return await use(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function makeFolder(): string {
  const parent = tmpdir();
  try {
    return mkdtempSync(join(parent, "woori-"));
  } catch (error) {
    throw new UserError(
      `임시 폴더 ${parent}에 쓸 수 없습니다. ${fileObstacle(error as Error)} 환경 변수 TMPDIR에 쓸 수 있는 폴더를 지정하십시오.`,
      { cause: error },
    );
  }
}
