import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { exports } from "../generate/exports/exports.ts";
import { UserError } from "../lib/user-error.ts";
import { usingFolder } from "../lib/write-files.ts";
import { generator } from "./page.ts";

/** The characters in which a file says what made it. */
const start = 2000;

/** @throws {UserError} where the site cannot go into a folder: it holds files, but not an earlier site, or is no folder */
export function refuseForeignFolder(dir: string): void {
  const index = join(dir, "index.html");
  const text = existsSync(index) ? usingFolder(dir, () => readFileSync(index, "utf8")) : undefined;
  // An empty one is what a full disk has left.
  const isOwn = text === "" || text?.slice(0, start).includes(generator.text) === true;
  const entries = existsSync(dir) && !isOwn ? usingFolder(dir, () => readdirSync(dir)) : [];
  if (entries.length > 0)
    throw new UserError(`${dir}에 이 명령이 만들지 않은 파일이 있어 아무것도 쓰지 않았습니다. 빈 폴더를 지정하십시오.`);
}

/** The pages of an earlier site in a folder, and the files in its exports' folders, by path; no files of others. */
export function earlierFiles(dir: string): string[] {
  const folders = exports.filter(({ name, opens }) => opens !== name);
  return usingFolder(dir, () => [
    ...filesWith(dir, generator.text, false).filter((file) => file.endsWith(".html")),
    ...folders.flatMap(({ name, mark }) =>
      filesWith(join(dir, name), mark, true).map((file) => posix.join(name, ...file.split(sep))),
    ),
  ]);
}

/** The files of a folder and those in it that have a mark near their start. */
function filesWith(dir: string, mark: string, recursive: boolean): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(relative(dir, entry.parentPath), entry.name))
    .filter((file) => readFileSync(join(dir, file), "utf8").slice(0, start).includes(mark));
}
