import { existsSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { problemAt, readText } from "../../lib/read-text.ts";
import { readYaml } from "../../lib/read-yaml.ts";
import { UserError } from "../../lib/user-error.ts";

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
      // Every JSON text is YAML (YAML 1.2.2, 1.2).
      .map((path) => [`source/${path}`, dataOf(join(folder, path))]),
  );
}

function dataOf(path: string): unknown {
  const text = readText(path);
  const read = "problem" in text ? text : readYaml(text.value);
  if ("problem" in read) throw new UserError(problemAt(path, read.problem));
  return read.value;
}
