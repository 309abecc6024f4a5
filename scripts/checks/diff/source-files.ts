import { existsSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { readDataFile } from "../../lib/read-data-file.ts";

/** The data of a spec's source folder by path from the spec folder: what the document prints, and the errata. */
export type SourceFiles = Record<string, unknown>;

/**
 * Reads every YAML and JSON file of the source folder.
 *
 * @param specDir an old spec may have no such folder, or other files in it
 * @throws {UserError} when a file is not YAML or JSON
 */
export function readSource(specDir: string): SourceFiles {
  const folder = join(specDir, "source");
  const paths = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  return Object.fromEntries(
    paths
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => [".yaml", ".json"].includes(extname(path)))
      .sort()
      .map((path) => [`source/${path}`, readDataFile(join(folder, path))]),
  );
}
