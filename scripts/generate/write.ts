import { marker } from "../bundle/bundle.ts";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../lib/user-error.ts";
import { generatedButIgnored, pathFromHere } from "../lib/paths.ts";
import { writeFiles } from "../lib/write-files.ts";

/** What `--check` found in one generated folder. */
interface Drift {
  file: string;
  state: "missing" | "stale" | "extra";
}

/** What other commands write into generated/: folders of theirs, and the last released spec. */
const ofOtherCommands = [...generatedButIgnored.map((name) => `${name}/`), "released.json", "released-source.json"];

/** Compares a folder with what it should hold, byte by byte. */
export function drift(dir: string, files: ReadonlyMap<string, string>): Drift[] {
  const found: Drift[] = [];
  for (const [file, content] of files) {
    const path = join(dir, file);
    if (!existsSync(path)) found.push({ file, state: "missing" });
    else if (readFileSync(path, "utf8") !== content) found.push({ file, state: "stale" });
  }
  const present = existsSync(dir)
    ? readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : [];
  for (const entry of present) {
    const file = join(entry.parentPath, entry.name).slice(dir.length + 1);
    if (!files.has(file) && !ofOtherCommands.some((own) => file.startsWith(own))) found.push({ file, state: "extra" });
  }
  return found.sort((a, b) => a.file.localeCompare(b.file));
}

/**
 * Writes files into a folder, made when missing.
 *
 * @returns the names of those that changed
 * @throws {UserError} before anything is written, when a file is in the way that was not generated; or when the folder
 *   cannot be written to
 */
export function write(dir: string, files: ReadonlyMap<string, string>): string[] {
  const foreign = [...files.keys()].filter((file) => {
    const path = join(dir, file);
    // Generated files say so in their first lines.
    return existsSync(path) && !(statSync(path).isFile() && readFileSync(path, "utf8").slice(0, 300).includes(marker));
  });
  if (foreign.length > 0) {
    throw new UserError(
      `${dir}에 이 명령이 만들지 않은 파일이 있어 아무것도 쓰지 않았습니다: ${foreign.join(", ")}. 파일을 옮기거나 다른 폴더를 지정하십시오.`,
    );
  }
  const changed = [...files].filter(([file, content]) => {
    const path = join(dir, file);
    return !existsSync(path) || readFileSync(path, "utf8") !== content;
  });
  writeFiles(dir, new Map(changed));
  return changed.map(([file]) => file);
}

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
