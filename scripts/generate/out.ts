import { resolve } from "node:path";
import { type Call, UserError } from "../lib/cli.ts";
import { pathFromHere } from "../lib/paths.ts";
import { write } from "./write.ts";

/**
 * Writes files into the folder of --out, and prints which of them changed.
 *
 * @throws {UserError} as `write` does, and where no folder is named
 */
export function writeOut({ folder }: Call, out: string, files: ReadonlyMap<string, string>): void {
  if (out === "") throw new UserError("--out에 폴더를 적으십시오.");
  const dir = resolve(folder, out);
  const changed = write(dir, files);
  console.log(`${pathFromHere(dir)}: 파일 ${files.size}개 가운데 ${changed.length}개를 새로 썼습니다.`);
  for (const file of changed) console.log(`  ${file}`);
}
