import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execute } from "./execute.ts";

/**
 * Installs what the lockfile of a folder lists, unless it is installed. Asks the registry only for what npm's cache lacks.
 *
 * @param notice printed before, as it takes minutes
 * @throws {Error} with what npm said, where it could not install
 */
export async function installLocked(folder: string, notice: string): Promise<void> {
  const lock = readFileSync(join(folder, "package-lock.json"), "utf8");
  const installed = join(folder, "node_modules/.installed-lock.json");
  if (existsSync(installed) && readFileSync(installed, "utf8") === lock) return;
  console.error(notice);
  const { exitCode, stderr } = await execute(
    "npm",
    ["ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"],
    folder,
  );
  if (exitCode !== 0) throw new Error(`npm ci in ${folder}:\n${stderr}`);
  writeFileSync(installed, lock);
}
