import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.ts";

/** The fields of package.json that are read, in the repository or in the published package. */
interface Manifest {
  name: string;
  version: string;
  description: string;
  license: string;
  type: string;
  /** Where the project's sources are, once that is known. */
  repository?: string | { type: string; url: string };
  /** Of the repository. */
  scripts?: Record<string, string>;
  /** Of the package. */
  dependencies?: Record<string, string>;
  /** Of the repository. */
  devDependencies?: Record<string, string>;
  /** Of the package: the versions of its optional peers in the repository's devDependencies. */
  testedWith?: Record<string, string>;
}

/** The version of a dependency in package.json; "" where it is not listed. */
export function dependencyVersion(name: string): string {
  const { devDependencies, dependencies } = manifest();
  return { ...devDependencies, ...dependencies }[name] ?? "";
}

/** @param project the folder of the project */
export function manifest(project = root): Manifest {
  return JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as Manifest;
}
