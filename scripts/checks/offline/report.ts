import { sep } from "node:path";
import { root } from "../../lib/paths.ts";
import type { NoRoutes } from "./namespace.ts";
import type { PartOutcome } from "./run-part.ts";

/** What came out of one part. */
export interface Result extends PartOutcome {
  name: string;
  seconds: number;
  /** What the kernel counted while it ran; undefined where the kernel does not count. Node processes are stopped before the kernel. */
  native: NoRoutes | undefined;
}

/** How much of a failed command's output is shown: npm test prints hundreds of lines before it says what failed. */
const shownLines = 60;

/** All attempts of a part, of Node and of other programs. */
function attemptsOf({ attempts, native }: Result): number {
  return attempts.length + (native?.ipv4 ?? 0) + (native?.ipv6 ?? 0);
}

/** The line of a part, and below it every attempt; where the command itself failed, what it printed. */
export function formatOutcome(result: Result): string {
  const { name, seconds, processes, attempts, native, failure, output } = result;
  const lines = [
    `${name.padEnd(10)}${seconds.toFixed(1).padStart(6)}초  Node 프로세스 ${String(processes).padStart(3)}개  시도 ${attemptsOf(result)}건`,
  ];
  for (const { script, api, target, frame } of attempts)
    lines.push(`  ${api}  ${target}  ${shorten(script)}  ${shorten(frame)}`);
  if (native !== undefined && native.ipv4 + native.ipv6 > 0)
    lines.push(`  Node가 아닌 프로그램: 커널이 IPv4 ${native.ipv4}건, IPv6 ${native.ipv6}건을 막았습니다.`);
  if (failure !== undefined)
    lines.push(
      `  실패: ${failure} 출력의 끝:`,
      ...output
        .trimEnd()
        .split("\n")
        .slice(-shownLines)
        .map((line) => `  | ${line}`),
    );
  return lines.join("\n");
}

/** The last line, and whether all is well. A part in which no process carried the trap proves nothing. */
export function formatTotal(results: readonly Result[]): { text: string; passed: boolean } {
  const attempts = results.reduce((sum, result) => sum + attemptsOf(result), 0);
  const processes = results.reduce((sum, result) => sum + result.processes, 0);
  const failed = results.filter(({ failure }) => failure !== undefined).map(({ name }) => name);
  const unwatched = results.filter((result) => result.processes === 0).map(({ name }) => name);
  const text = [
    `외부 연결 시도 ${attempts}건: 명령 ${results.length}개, Node 프로세스 ${processes}개를 지켜보았습니다.`,
    ...(attempts === 0 ? [] : ["위에 적힌 프로그램이 밖으로 나가지 않도록 설정 파일이나 실행 인자를 고치십시오."]),
    ...(failed.length === 0 ? [] : [`스스로 실패한 명령: ${failed.join(", ")}. 위의 출력을 보고 먼저 고치십시오.`]),
    ...(unwatched.length === 0
      ? []
      : [`지켜본 프로세스가 없는 명령: ${unwatched.join(", ")}. npm이 NODE_OPTIONS를 전달하는지 확인하십시오.`]),
  ].join("\n");
  return { text, passed: attempts + failed.length + unwatched.length === 0 };
}

/** Shows on a terminal what runs and for how long; the function returned clears it. */
export function showProgress(name: string): () => void {
  if (!process.stderr.isTTY) return () => {};
  const started = Date.now();
  const show = (): void =>
    void process.stderr.write(`\r\u001b[K${name} 실행 중… ${Math.round((Date.now() - started) / 1000)}초`);
  show();
  const timer = setInterval(show, 1000);
  return () => {
    clearInterval(timer);
    process.stderr.write("\r\u001b[K");
  };
}

/** File names from the project's folder. */
function shorten(text: string): string {
  return text.replace("file://", "").replace(root + sep, "");
}
