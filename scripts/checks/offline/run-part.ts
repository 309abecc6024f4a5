import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { readBundle } from "../../bundle/bundle-file.ts";
import { exampleRequest } from "../../bundle/example-request.ts";
import { operationsOf } from "../../bundle/openapi.ts";
import { startChild } from "../../lib/child-process.ts";
import { send } from "../../lib/http.ts";
import { bundleFile, root } from "../../lib/paths.ts";
import { UserError } from "../../lib/user-error.ts";

/** What must run without reaching out, in this order. One that serves prints its URL, gets one request and is ended. */
export const parts: Readonly<Record<string, { args: readonly string[]; url?: RegExp }>> = {
  generate: { args: ["run", "generate"] },
  lint: { args: ["run", "lint"] },
  start: { args: ["start", "--", "--port", "0"], url: /샌드박스: (http:\S+)/ },
  docs: { args: ["run", "docs"] },
  diff: { args: ["run", "diff", "--", "HEAD"] },
  package: { args: ["run", "package"] },
  release: { args: ["run", "release", "--", "--dry-run"] },
  sbom: { args: ["run", "sbom"] },
  licenses: { args: ["run", "licenses"] },
  test: { args: ["test"] },
};

/** Variables with which a user or CI silences tools. The project's files must silence them without these. */
const personal = /^npm_|^CI$|TELEMETRY|DO_NOT_TRACK|NO_UPDATE_NOTIFIER|SCARF|_proxy$/i;

/**
 * Runs a part with empty caches and outside of CI, as on a fresh machine.
 *
 * @param dir an empty folder for its files
 * @returns the reason in Korean where the command failed, and its output
 * @throws {UserError} when it is interrupted
 */
export async function runPart(name: string, dir: string): Promise<{ failure: string | undefined; output: string }> {
  const { args = [], url: serves } = parts[name] ?? {};
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !personal.test(key)));
  // Some tools ask for updates once a day, and remember in such a place when they did.
  const caches = { TMPDIR: join(dir, "tmp"), npm_config_cache: join(dir, "npm"), XDG_CACHE_HOME: join(dir, "cache") };
  for (const folder of Object.values(caches)) mkdirSync(folder, { recursive: true });
  const child = startChild("npm", args, {
    cwd: root,
    env: { ...env, ...caches, npm_config_userconfig: join(dir, "npmrc") },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // The whole group, as npm does not forward signals.
  const end = (): void => void (child.pid !== undefined && process.kill(-child.pid, "SIGTERM"));
  let isInterrupted = false;
  const interrupt = (): void => void (isInterrupted = true);
  process.on("SIGINT", interrupt);
  let output = "";
  let asked: Promise<string | undefined> | undefined;
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const url = serves?.exec(output)?.[1];
      if (url !== undefined) asked ??= ask(url).finally(end);
    });
  const exitCode = await new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done));
  process.off("SIGINT", interrupt);
  if (isInterrupted) throw new UserError(`명령 ${name}의 실행을 중단했습니다.`);
  const failed = serves === undefined ? exitCode !== 0 : asked === undefined;
  return { failure: failed ? `명령이 실패했습니다(종료 코드 ${exitCode}).` : await asked, output };
}

/** Sends the first operation's example; returns the problem of the answer. */
async function ask(url: string): Promise<string | undefined> {
  const api = await readBundle(bundleFile);
  const [operation] = operationsOf(api);
  if (operation === undefined) return undefined;
  const { path, ...request } = exampleRequest(api, operation);
  try {
    const { status } = await send(url + path, request);
    return status === 200 ? undefined : `서버가 예제 요청에 ${status} 상태 코드로 응답했습니다.`;
  } catch (error) {
    return `서버가 예제 요청에 응답하지 않았습니다(${(error as Error).message}).`;
  }
}
