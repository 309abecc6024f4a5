import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { checkCounters, namespacePrefix, noRoutes } from "../checks/offline/namespace.ts";
import { parts, runPart } from "../checks/offline/run-part.ts";
import { startChild } from "../lib/child-process.ts";
import { inTemporaryFolder } from "../lib/temporary-folder.ts";
import { UserError } from "../lib/user-error.ts";
import { readArgs, runCommand } from "./command-line.ts";
import { print } from "../lib/print.ts";

const names = Object.keys(parts);

/** How much of a failed command's output is shown, in lines. */
const shownLines = 60;

const usage = `사용법: npm run verify:offline [-- --only NAME]

프로젝트의 명령을 하나씩 루프백만 있는 네트워크 네임스페이스(리눅스)에서 실행합니다. 밖으로 나가려는 시도(이름 찾기, 이 기기가 아닌 곳으로의
연결)는 나갈 길이 없어 실패하고, 커널이 그 수를 셉니다. 시도가 하나라도 있거나 명령이 실패하면 종료 코드 1, 실행할 수 없으면 2로 끝납니다.
  --only NAME   하나만 실행합니다: ${names.join(", ")}`;

await runCommand(async () => {
  // --inside DIR is this command's own, in the namespace.
  const { only, inside } = readArgs(usage, { only: { type: "string" }, inside: { type: "string" } });
  if (only !== undefined && !names.includes(only)) throw new UserError(`--only ${only}: 없는 이름입니다.\n\n${usage}`);
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
  print("루프백만 있는 네트워크 네임스페이스에서 실행합니다. 일부러 한 번 시도하여 커널이 세는 것을 확인했습니다.");
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
  print(`외부 연결 시도 ${total}건: 명령 ${chosen.length}개를 지켜보았습니다.`);
  if (total > 0)
    print("어느 프로그램의 시도인지 `strace -f -e trace=%net npm run …`으로 찾아 설정이나 실행 인자를 고치십시오.");
  if (failed.length > 0) print(`스스로 실패한 명령은 ${failed.join(", ")}입니다. 위의 출력을 보고 먼저 고치십시오.`);
  return total + failed.length > 0 ? 1 : 0;
}
