import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { parse } from "yaml";
import { readYaml } from "../../lib/read-yaml.ts";

/** The data of a spec's source folder by path from the spec folder: what the document prints, and the errata. */
export type SourceFiles = Record<string, unknown>;

/**
 * Reads every YAML and JSON file of the source folder.
 *
 * @param specDir an old spec may have no such folder, or other files in it
 * @throws {Error} when a file is not YAML or JSON
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
      .map((path) => [`source/${path}`, dataOf(readFileSync(join(folder, path), "utf8"))]),
  );
}

function dataOf(text: string): unknown {
  const data = readYaml(text);
  return data === undefined ? (parse(text) as unknown) : data;
}
