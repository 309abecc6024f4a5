import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generatedDir } from "../lib/paths.ts";

/** Whether a consumer gets a file of generated/ by `--out`; the others are for this repository. */
export function isForConsumers(file: string): boolean {
  return /^(runtime\/)?[\w-]+\.ts$|^openapi\.json$/.test(file);
}

/** The consumer's files as they lie in generated/, by name. */
export function consumerSet(): Map<string, string> {
  const files = readdirSync(generatedDir, { recursive: true, encoding: "utf8" }).map((file) =>
    file.replaceAll("\\", "/"),
  );
  return new Map(
    files
      .filter(isForConsumers)
      .sort()
      .map((file) => [file, readFileSync(join(generatedDir, file), "utf8")]),
  );
}
