import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Ended, runChild } from "../lib/child-process.ts";
import { root } from "../lib/paths.ts";

/** A file of the CLI, which is looked up when it is first needed: not every command needs it. */
export function redoclyFile(path: string): string {
  return join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), path);
}

/** Said in place of a document that would have to be fetched. */
export const notFetched = "인터넷의 문서는 가져오지 않습니다. 내려받은 파일을 상대 경로로 가리키십시오.";
/** A module for `node --import`: whatever the CLI is given, it fetches nothing. */
const withoutFetch = `data:text/javascript,${encodeURIComponent(`globalThis.fetch = async () => { throw new Error(${JSON.stringify(notFetched)}); };`)}`;

/**
 * Runs the Redocly CLI with this repository's redocly.yaml. Update notices have no setting in that file, so the
 * variables that silence them are set here.
 *
 * @throws {UserError} when it takes longer than ten minutes
 */
export function redocly(...args: string[]): Promise<Ended> {
  return redoclyUnder([], ...args);
}

/** Runs the CLI with flags for Node, such as a preloaded module. */
export function redoclyUnder(nodeFlags: string[], ...args: string[]): Promise<Ended> {
  // FORCE_COLOR, with any value, makes the CLI colour its output.
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const env = { ...inherited, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1" };
  const flags = ["--import", withoutFetch, ...nodeFlags];
  return runChild(
    process.execPath,
    [...flags, redoclyFile("bin/cli.js"), ...args, "--config", join(root, "redocly.yaml")],
    { name: `redocly ${args[0]}`, cwd: root, env },
  );
}
