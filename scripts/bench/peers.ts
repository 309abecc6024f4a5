import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { dependencyVersion } from "../lib/manifest.ts";
import { root } from "../lib/paths.ts";
import { UserError } from "../lib/user-error.ts";

/** The folder with the package.json and lockfile of what the bench measures against, which the project's `npm ci` leaves out. */
export const peersDir = import.meta.dirname;

function dependencies(): Record<string, string> {
  return (JSON.parse(readFileSync(join(peersDir, "package.json"), "utf8")) as { dependencies: Record<string, string> })
    .dependencies;
}

/** The version of a package that is measured against: the bench's own, or the project's. */
export function peerVersion(name: string): string {
  return dependencies()[name] ?? dependencyVersion(name);
}

/**
 * Asks for all peers before anything is measured.
 *
 * @throws {UserError} where one is not installed
 */
export function requirePeers(): void {
  const missing = Object.keys(dependencies()).filter((name) => !existsSync(join(peersDir, "node_modules", name)));
  if (missing.length > 0)
    throw new UserError(
      `비교 대상이 설치되어 있지 않습니다: ${missing.join(", ")}. npm ci --prefix scripts/bench --ignore-scripts를 한 번 실행하십시오.`,
    );
}

/** A file of a peer that only the bench has. */
export const ofPeer = (path: string): string => join(peersDir, "node_modules", path);

/** A file or folder of a peer that the project has anyway, where Node finds the project's packages. */
export function ofProject(path: string): string {
  const folders = createRequire(join(root, "package.json")).resolve.paths(path) ?? [];
  return folders.map((folder) => join(folder, path)).find(existsSync) ?? join(root, "node_modules", path);
}

/** Loads a peer. Its types are the caller's: typecheck runs where the peers are not installed. */
export async function loadPeer<T>(name: string): Promise<T> {
  return (await import(name)) as T;
}
