import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readBundle } from "../../bundle/bundle-file.ts";
import { exampleRequest } from "../../bundle/example-request.ts";
import { send } from "../../lib/http.ts";
import { operationsOf } from "../../bundle/openapi.ts";
import { bundleFile, root } from "../../lib/paths.ts";
import type { Part } from "./parts.ts";

/** An attempt to reach out, as trap.cjs records it. */
export interface Attempt {
  /** What the process runs. */
  script: string;
  api: string;
  /** A host, with its port where one is known. */
  target: string;
  /** The first frame of the stack that is not Node's own. */
  frame: string;
}

export interface PartOutcome {
  /** Why the command itself failed, in Korean. */
  failure: string | undefined;
  output: string;
  /** How many Node processes carried the trap. */
  processes: number;
  attempts: Attempt[];
}

/**
 * What the npm that runs this command, CI or a person may set to silence a tool, the project's files must do by themselves. Through a proxy
 * on loopback an attempt would go unseen.
 */
const personal = /^npm_|^CI$|TELEMETRY|DO_NOT_TRACK|NO_UPDATE_NOTIFIER|SCARF|_proxy$/i;

/**
 * Runs a part with the trap in all its Node processes, as on a person's first day: with empty caches, not in CI.
 *
 * @param dir an empty folder for what it leaves behind
 */
export async function runPart(part: Part, dir: string): Promise<PartOutcome> {
  const log = join(dir, "log");
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !personal.test(name)));
  const child = spawn("npm", part.args, {
    cwd: root,
    env: {
      ...env,
      NODE_OPTIONS: `--require ${JSON.stringify(join(import.meta.dirname, "trap.cjs"))}`,
      WOORI_OFFLINE_LOG: log,
      // Some tools ask for updates once a day, and remember in such a place when they did.
      TMPDIR: newFolder(dir, "tmp"),
      npm_config_cache: newFolder(dir, "npm-cache"),
      npm_config_userconfig: join(dir, "npmrc"),
      XDG_CACHE_HOME: newFolder(dir, "cache"),
    },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own: npm does not pass a signal on to what it runs.
    detached: true,
  });
  const end = (): void => void (child.pid !== undefined && process.kill(-child.pid, "SIGTERM"));
  const interrupt = (): void => {
    end();
    process.exit(130);
  };
  process.once("SIGINT", interrupt);
  let output = "";
  let failure: string | undefined;
  let asked: Promise<void> | undefined;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const url = part.ready?.exec(output)?.[1];
      if (url === undefined || asked !== undefined) return;
      asked = ask(url)
        .catch((error: unknown) => void (failure = (error as Error).message))
        .finally(end);
    });
  const exitCode = await new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done));
  process.off("SIGINT", interrupt);
  await asked;
  if (part.ready === undefined && exitCode !== 0) failure = `명령이 실패했습니다(종료 코드 ${exitCode}).`;
  if (part.ready !== undefined && asked === undefined)
    failure = `서버를 열지 못하고 끝났습니다(종료 코드 ${exitCode}).`;
  const lines = existsSync(log)
    ? readFileSync(log, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { process: string } | Attempt)
    : [];
  const attempts = lines.filter((line) => "api" in line);
  return { failure, output, processes: lines.length - attempts.length, attempts };
}

/** Sends the first operation's example. */
async function ask(url: string): Promise<void> {
  const api = readBundle(bundleFile);
  const [operation] = operationsOf(api);
  if (operation === undefined) throw new Error("the bundle has no operation");
  const { path, ...request } = exampleRequest(api, operation);
  const { status } = await send(url + path, request);
  if (status !== 200) throw new Error(`예제 요청에 ${status}로 답했습니다.`);
}

function newFolder(dir: string, name: string): string {
  mkdirSync(join(dir, name));
  return join(dir, name);
}
