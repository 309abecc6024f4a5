import { join, relative, resolve } from "node:path";

/** The repository's folder. */
export const root = resolve(import.meta.dirname, "../..");
/** The hand-written spec. */
export const specDir = join(root, "spec");
/** What `npm run generate` writes. */
export const generatedDir = join(root, "generated");
/** The bundle, which everything downstream reads. */
export const bundleFile = join(generatedDir, "openapi.json");
/** Folders in it that other commands write and .gitignore names. */
export const generatedButIgnored = ["docs", "package", "sbom"];
/** The bundle as it was last released, which `npm run release` writes. */
export const releasedFile = join(generatedDir, "released.json");
/** The data of spec/source/ as it was last released, which `npm run release` writes. */
export const releasedSourceFile = join(generatedDir, "released-source.json");

/** A path as whoever runs a command finds it, from the folder where the command runs. */
export function pathFromHere(path: string): string {
  return relative(process.cwd(), path) || ".";
}

/** A path as seen from a folder, with forward slashes; the whole path where it is not under the folder. */
export function pathFromFolder(folder: string, path: string): string {
  const shown = relative(folder, path).replaceAll("\\", "/");
  return shown.startsWith("../") ? path : shown;
}
