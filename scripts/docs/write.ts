import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../lib/cli.ts";
import { generator } from "./page.ts";

/** @throws {UserError} where the site cannot go into a folder: it holds files, but not an earlier site, or is no folder */
export function refuseForeignFolder(dir: string): void {
  const index = join(dir, "index.html");
  const isOwn = existsSync(index) && readFileSync(index, "utf8").slice(0, 2000).includes(generator.text);
  const entries = existsSync(dir) && !isOwn ? writing(dir, () => readdirSync(dir)) : [];
  if (entries.length > 0) throw new UserError(`${dir}에 이 명령이 만들지 않은 파일이 있어 아무것도 쓰지 않았습니다. 빈 폴더를 지정하십시오.`);
}

/**
 * Writes the site into a folder, made when missing.
 *
 * @throws {UserError} when it cannot be written to
 */
export function writeSite(dir: string, site: ReadonlyMap<string, string>): void {
  writing(dir, () => {
    mkdirSync(dir, { recursive: true });
    for (const [file, content] of site) writeFileSync(join(dir, file), content);
  });
}

function writing<T>(dir: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new UserError(`${dir}에 쓸 수 없습니다. 폴더인지, 쓰기 권한이 있는지 확인하십시오. ${(error as Error).message}`);
  }
}
