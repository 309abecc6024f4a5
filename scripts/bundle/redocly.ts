import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "../lib/paths.ts";

/** A file of the CLI, which is looked up when it is first needed: not every command needs it. */
export function redoclyFile(path: string): string {
  return join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), path);
}

/** Said in place of a document that would have to be fetched. */
export const notFetched = "인터넷의 문서는 가져오지 않습니다. 내려받은 파일을 상대 경로로 가리키십시오.";
/** A module for `node --import`: whatever the CLI is given, it fetches nothing. */
const withoutFetch = `data:text/javascript,${encodeURIComponent(`globalThis.fetch = async () => { throw new Error(${JSON.stringify(notFetched)}); };`)}`;

interface RedoclyResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs the Redocly CLI with this repository's redocly.yaml. Update notices have no setting in that file, so the
 * variables that silence them are set here.
 */
export function redocly(...args: string[]): Promise<RedoclyResult> {
  return redoclyUnder([], ...args);
}

/** Runs the CLI with flags for Node, such as a preloaded module. */
export function redoclyUnder(nodeFlags: string[], ...args: string[]): Promise<RedoclyResult> {
  // FORCE_COLOR, with any value, makes the CLI colour its output.
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const env = { ...inherited, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1" };
  return new Promise((done) => {
    execFile(
      process.execPath,
      [
        "--import",
        withoutFetch,
        ...nodeFlags,
        redoclyFile("bin/cli.js"),
        ...args,
        "--config",
        join(root, "redocly.yaml"),
      ],
      { cwd: root, env, maxBuffer: 256 * 1024 * 1024 },
      (error, stdout, stderr) => done({ exitCode: error === null ? 0 : Number(error.code ?? 1), stdout, stderr }),
    );
  });
}
