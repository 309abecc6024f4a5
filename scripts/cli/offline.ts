import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { checkCounters, namespacePrefix, noRoutes } from "../checks/offline/namespace.ts";
import { parts, runPart } from "../checks/offline/run-part.ts";
import { startChild } from "../lib/child-process.ts";
import { inTemporaryFolder } from "../lib/temporary-folder.ts";
import { oneOf } from "../lib/option-values.ts";
import { readArgs, runCommand } from "./command-line.ts";
import { print } from "../lib/print.ts";
import { verdicts } from "./messages.ts";

const names = Object.keys(parts);

/** How much of a failed command's output is shown, in lines. */
const shownLines = 60;

const usage = `사용법: npm run verify:offline [-- --only NAME]

프로젝트의 명령을 하나씩 루프백만 있는 네트워크 네임스페이스(리눅스)에서 실행합니다. 외부 네트워크에 접속하려는 시도(이름 찾기, 다른 기기로의
연결)는 경로가 없어 실패하고, 커널이 그 수를 셉니다.
  --only NAME   하나만 실행합니다: ${names.join(", ")}

종료 코드: 0 정상, 1 접속 시도나 실패한 명령 발견, 2 실행 실패`;

await runCommand(async () => {
  // --inside DIR is this command's own, in the namespace.
  const { only, inside } = readArgs(usage, { only: { type: "string" }, inside: { type: "string" } });
  if (only !== undefined) oneOf("--only", only, names);
  if (inside !== undefined) return verify(only === undefined ? names : [only], inside);
  return inTemporaryFolder(async (dir) => {
    const [command = "", ...prefix] = namespacePrefix(dir);
    const own = [process.execPath, import.meta.filename, ...process.argv.slice(2), "--inside", dir];
    const child = startChild(command, [...prefix, ...own], { stdio: "inherit" });
    return await new Promise<number>((done, fail) =>
      child.once("error", fail).once("close", (code) => done(code ?? 2)),
    );
  });
});

/** Runs the parts and tells each one's attempts. */
async function verify(chosen: readonly string[], dir: string): Promise<number> {
  checkCounters();
  print(verdicts.network);
  let total = 0;
  const failed: string[] = [];
  for (const name of chosen) {
    mkdirSync(join(dir, name));
    const started = performance.now();
    const before = noRoutes();
    const { failure, output } = await runPart(name, join(dir, name));
    const after = noRoutes();
    const [ipv4, ipv6] = [after.ipv4 - before.ipv4, after.ipv6 - before.ipv6];
    total += ipv4 + ipv6;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    print(`${name.padEnd(10)}${seconds.padStart(6)}초  시도 ${ipv4 + ipv6}건(IPv4 ${ipv4}, IPv6 ${ipv6})`);
    if (failure === undefined) continue;
    failed.push(name);
    print(`  ${failure} 출력의 끝:`);
    for (const line of output.trimEnd().split("\n").slice(-shownLines)) print(`  | ${line}`);
  }
  print(verdicts.attempts(total, chosen.length));
  if (total > 0) print(verdicts.findAttempts);
  if (failed.length > 0) print(verdicts.failedCommands(failed));
  return total + failed.length > 0 ? 1 : 0;
}
