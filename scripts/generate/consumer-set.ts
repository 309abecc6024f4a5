import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generatedDir } from "../lib/paths.ts";

/** Whether a consumer gets a file of generated/ by `--out`; the others are for this repository. */
export function isForConsumers(file: string): boolean {
  return /^((runtime|operations|schemas)\/)?[\w-]+\.ts$|^openapi\.json$/.test(file);
}

/** The consumer's files as they lie in generated/, or in another folder that was generated, by name. */
export function consumerSet(folder: string = generatedDir): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  return new Map(
    files
      .filter(isForConsumers)
      .sort()
      .map((file) => [file, readFileSync(join(folder, file), "utf8")]),
  );
}
