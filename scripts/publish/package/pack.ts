import { join } from "node:path";
import { npm } from "../npm.ts";
import { stage } from "./stage.ts";

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
  const stdout = await npm(
    staged,
    "npm이 설치되어 있는지 확인하십시오.",
    "pack",
    "--json",
    "--offline",
    "--ignore-scripts",
    "--pack-destination",
    dir,
  );
  const [{ filename, name, version, size, unpackedSize, files }] = JSON.parse(stdout) as [
    Packed & { filename: string },
  ];
  return {
    name,
    version,
    tarball: join(dir, filename),
    size,
    unpackedSize,
    files: files.map(({ path, size: bytes }) => ({ path, size: bytes })),
  };
}
