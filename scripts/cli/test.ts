import type { ChildProcess, SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { delimiter, dirname, join } from "node:path";
import { startChild } from "../lib/child-process.ts";
import { manifest } from "../lib/manifest.ts";
import { root } from "../lib/paths.ts";
import { runCommand } from "./command-line.ts";
import { print, printError } from "../lib/print.ts";
import { verdicts } from "./messages.ts";

const usage = `사용법: npm test [-- FILE... | -- -t NAME]

명세의 규칙, 생성 파일, 변경 이력, 타입과 모든 테스트를 함께 확인합니다. 검사의 결과를 한 줄씩 표시하고, 실패하면 출력도 표시합니다.
  FILE...    경로에 이 문자열이 있는 테스트 파일만 실행합니다. 다른 검사는 실행하지 않습니다.
  -t NAME    이름에 이 문자열이 있는 테스트만 실행합니다. Vitest의 다른 옵션도 지정할 수 있습니다.

종료 코드: 0 모두 통과, 1 실패한 검사나 테스트 발견, 2 실행 실패나 중단`;

/** The npm scripts that run beside Vitest: one after another, which takes them less time than it takes Vitest. */
const checks = ["lint", "generate:check", "release:check", "typecheck"];

/** The checks load the same code as each other, and as those of the last run. */
const compiled = join(root, "node_modules/.cache/checks");

let isInterrupted = false;

async function test(args: readonly string[]): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    print(usage);
    return 0;
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => (isInterrupted = true));
  if (args.length > 0) return exitCodeOf(vitest(args, "inherit"));
  const [tests, failed] = await Promise.all([exitCodeOf(runTests()), runChecks()]);
  if (isInterrupted) return 2;
  if (failed.size > 0) printError(verdicts.failedChecks([...failed.keys()]));
  return Math.max(tests, ...failed.values());
}

/** Runs the checks and tells of each how it ended; gives the exit codes of those that failed. */
async function runChecks(): Promise<Map<string, number>> {
  const failed = new Map<string, number>();
  for (const name of checks) {
    const began = performance.now();
    const check = start(manifest().scripts?.[name] ?? name, [], { shell: true, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [check.stdout, check.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => void (output += text));
    const exitCode = await exitCodeOf(check);
    if (isInterrupted) break;
    print(`${exitCode === 0 ? "✓" : "✗"} ${name} ${((performance.now() - began) / 1000).toFixed(1)}초`);
    if (exitCode === 0) continue;
    failed.set(name, exitCode);
    printError(output.trimEnd());
  }
  return failed;
}

/** Runs all tests. Their output is passed on as it comes: Vitest's live window would not bear the lines of the checks. */
function runTests(): ChildProcess {
  const child = vitest(process.stdout.isTTY ? ["--color"] : [], "pipe");
  child.stdout?.pipe(process.stdout, { end: false });
  child.stderr?.pipe(process.stderr, { end: false });
  return child;
}

function vitest(args: readonly string[], output: "inherit" | "pipe"): ChildProcess {
  return start(process.execPath, ["scripts/cli/run.cjs", "vitest", "run", ...args], {
    stdio: ["ignore", output, output],
  });
}

function start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  // The npm scripts begin with `node`: this one.
  const PATH = [dirname(process.execPath), process.env["PATH"]].join(delimiter);
  return startChild(command, args, {
    cwd: root,
    env: { ...process.env, PATH, NODE_COMPILE_CACHE: compiled },
    ...options,
  });
}

/** Waits for the end of a process and of what it prints. Whatever is neither 0 nor 1, as after a signal, is 2. */
async function exitCodeOf(child: ChildProcess): Promise<number> {
  const [code] = (await once(child, "close")) as [number | null];
  return code === 0 || code === 1 ? code : 2;
}

if (import.meta.main) await runCommand(() => test(process.argv.slice(2)));
