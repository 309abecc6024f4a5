import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "./paths.ts";

/** A file of the CLI, which is looked up when it is first needed: not every command needs it. */
export function redoclyFile(path: string): string {
  return join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), path);
}

export interface RedoclyResult {
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

/** The same with flags for Node itself, such as a module that watches over what the CLI loads. */
export function redoclyUnder(nodeFlags: string[], ...args: string[]): Promise<RedoclyResult> {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", FORCE_COLOR: "0" };
  return new Promise((done) => {
    execFile(
      process.execPath,
      [...nodeFlags, redoclyFile("bin/cli.js"), ...args, "--config", join(root, "redocly.yaml")],
      { cwd: root, env, maxBuffer: 256 * 1024 * 1024 },
      (error, stdout, stderr) => done({ exitCode: error === null ? 0 : Number(error.code ?? 1), stdout, stderr }),
    );
  });
}
