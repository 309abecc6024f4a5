import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../lib/user-error.ts";
import { usingFolder } from "../lib/write-files.ts";
import { generator } from "./page.ts";

/** @throws {UserError} where the site cannot go into a folder: it holds files, but not an earlier site, or is no folder */
export function refuseForeignFolder(dir: string): void {
  const index = join(dir, "index.html");
  const text = existsSync(index) ? usingFolder(dir, () => readFileSync(index, "utf8")) : undefined;
  // An empty one is what a full disk has left.
  const isOwn = text === "" || text?.slice(0, 2000).includes(generator.text) === true;
  const entries = existsSync(dir) && !isOwn ? usingFolder(dir, () => readdirSync(dir)) : [];
  if (entries.length > 0)
    throw new UserError(`${dir}에 이 명령이 만들지 않은 파일이 있어 아무것도 쓰지 않았습니다. 빈 폴더를 지정하십시오.`);
}
