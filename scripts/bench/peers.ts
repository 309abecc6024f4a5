import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../lib/user-error.ts";

/** The folder with the package.json and lockfile of what the bench measures against, which the project's `npm ci` leaves out. */
export const peersDir = import.meta.dirname;

/**
 * Asks for all peers before anything is measured.
 *
 * @throws {UserError} where one is not installed
 */
export function requirePeers(): void {
  const { dependencies } = JSON.parse(readFileSync(join(peersDir, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const missing = Object.keys(dependencies).filter((name) => !existsSync(join(peersDir, "node_modules", name)));
  if (missing.length > 0)
    throw new UserError(
      `비교 대상 ${missing.join(", ")}이(가) 설치되어 있지 않으니, npm ci --prefix scripts/bench --ignore-scripts를 한 번 실행하십시오.`,
    );
}

/** Loads a peer. Its types are the caller's: typecheck runs where the peers are not installed. */
export async function loadPeer<T>(name: string): Promise<T> {
  return (await import(name)) as T;
}
