import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inTemporaryFolder } from "../../lib/temporary-folder.ts";
import { replaceFiles } from "../../lib/write-files.ts";
import { npm } from "../npm.ts";
import { stage } from "./stage.ts";
import { packaging } from "../messages.ts";

/** A package as it would be published. */
export interface Packed {
  name: string;
  version: string;
  /** Path of the tarball. */
  tarball: string;
  /** Bytes of the tarball, and of what it holds. */
  size: number;
  unpackedSize: number;
  /** What it holds, by path in the package. */
  files: { path: string; size: number }[];
}

/**
 * Builds the package into a folder: staged under its name, beside it the tarball that npm makes of it. The same sources
 * give the same bytes. Asks no registry.
 *
 * @param from the generated files; generated/ where left out
 * @throws {UserError} where something else lies in the way, or npm cannot pack it
 */
export async function buildPackage(dir: string, from?: string): Promise<Packed> {
  const staged = join(dir, "woori-openapi");
  await stage(staged, from);
  const { filename, name, version, size, unpackedSize, files } = await inTemporaryFolder(async (folder) => {
    const options = ["--json", "--offline", "--ignore-scripts", "--pack-destination", folder];
    const stdout = await npm(staged, packaging.npmMissing, "pack", ...options);
    const [packed] = JSON.parse(stdout) as [Packed & { filename: string }];
    await replaceFiles(dir, new Map([[packed.filename, readFileSync(join(folder, packed.filename))]]));
    return packed;
  });
  return {
    name,
    version,
    tarball: join(dir, filename),
    size,
    unpackedSize,
    files: files.map(({ path, size: bytes }) => ({ path, size: bytes })),
  };
}
