import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "./cli.ts";
import { generatedDir } from "./paths.ts";

/** Where npm run package lays out the package before it is packed. */
export const stagedDir = join(generatedDir, "package", "woori-openapi");

/** The package as it would be published. */
export interface StagedPackage {
  name: string;
  version: string;
  description: string;
  license: string;
  /** The names of its runtime dependencies. */
  dependencies: string[];
  /** The packages whose code stands in its files. */
  bundled: { name: string; version: string }[];
}

/**
 * Reads what npm run package has laid out; undefined where it was not run.
 *
 * @throws {UserError} when its notices name no package
 */
export function readStagedPackage(): StagedPackage | undefined {
  if (!existsSync(stagedDir)) return undefined;
  const { name, version, description, license, dependencies = {} } = JSON.parse(readFileSync(join(stagedDir, "package.json"), "utf8")) as Omit<StagedPackage, "dependencies"> & { dependencies?: Record<string, string> };
  const notices = readFileSync(join(stagedDir, "THIRD-PARTY-NOTICES.md"), "utf8");
  const bundled = [...notices.matchAll(/^## (\S+) (\d\S*) \(.+\)$/gm)].map(([, of = "", at = ""]) => ({ name: of, version: at }));
  if (bundled.length === 0) throw new UserError(`${join(stagedDir, "THIRD-PARTY-NOTICES.md")}에 "## 이름 버전 (라이선스)" 제목이 없습니다. npm run package로 다시 만드십시오.`);
  return { name, version, description, license, dependencies: Object.keys(dependencies), bundled };
}
