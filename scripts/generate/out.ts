import { pathFromHere } from "../lib/paths.ts";
import { write } from "./write.ts";

/**
 * Writes generated files into a folder, and prints which of them changed.
 *
 * @throws {UserError} as `write` does
 */
export function writeOut(dir: string, files: ReadonlyMap<string, string>): void {
  const changed = write(dir, files);
  console.log(`${pathFromHere(dir)}: 파일 ${files.size}개 가운데 ${changed.length}개를 새로 썼습니다.`);
  for (const file of changed) console.log(`  ${file}`);
}
