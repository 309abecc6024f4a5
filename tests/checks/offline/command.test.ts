import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { parts } from "../../../scripts/checks/offline/parts.ts";
import { copyProject } from "../../support/project.ts";

const script = "scripts/cli/offline.ts";

/** Some machines forbid network namespaces, as Docker does by default: there the command watches Node alone, and says so. */
const hasNamespaces = spawnSync("unshare", ["--map-root-user", "--net", "--mount", "true"]).status === 0;
const opening = hasNamespaces
  ? /^루프백만 있는 네트워크 네임스페이스에서 실행합니다\./
  : /^네트워크 네임스페이스 없이 실행합니다: .*세지 못합니다\.\n/;

test("npm run verify:offline counts nothing while a command of the project runs", async () => {
  const { exitCode, output } = await copyProject().run(script, "--only", "generate");
  expect(output).toMatch(opening);
  expect(output).toMatch(
    /\ngenerate +\d+\.\d초 {2}Node 프로세스 +3개 {2}시도 0건\n외부 연결 시도 0건: 명령 1개, Node 프로세스 3개를 지켜보았습니다\.\n$/,
  );
  expect(exitCode).toBe(0);
});

test("it names what reaches out, in Node and outside of it, shows the output of a command that fails, and fails", async () => {
  const project = copyProject();
  const native = hasNamespaces ? `(await import("node:child_process")).spawnSync("curl", ["http://192.0.2.1/"]);` : "";
  project.edit(
    "scripts/cli/generate.ts",
    "await runCommand(",
    `${native}\nawait fetch("http://host.invalid/").catch(() => {});\nconsole.log("cannot go on");\nprocess.exit(3);\nawait runCommand(`,
  );
  const { exitCode, output } = await project.run(script, "--only", "generate");
  expect(output).toMatch(opening);
  expect(output).toMatch(
    /\n {2}fetch {2}host\.invalid:80 {2}scripts\/cli\/generate\.ts {2}scripts\/cli\/generate\.ts:\d+:\d+\n/,
  );
  if (hasNamespaces) expect(output).toContain("\n  Node가 아닌 프로그램: 커널이 IPv4 1건, IPv6 0건을 막았습니다.\n");
  expect(output).toMatch(/\n {2}실패: 명령이 실패했습니다\(종료 코드 3\)\. 출력의 끝:\n[^]*\n {2}\| cannot go on\n/);
  expect(output).toMatch(new RegExp(`\n외부 연결 시도 ${hasNamespaces ? 2 : 1}건: 명령 1개, `));
  expect(output).toContain("\n스스로 실패한 명령: generate.");
  expect(exitCode).toBe(1);
});

test("it refuses a name that it does not know, and lists those that it knows", async () => {
  const { exitCode, output } = await copyProject().run(script, "--only", "deploy");
  expect(output).toMatch(/^오류: --only deploy: 없는 이름입니다\.\n\n사용법: /);
  expect(output).toContain(`: ${parts.map(({ name }) => name).join(", ")}\n`);
  expect(exitCode).toBe(2);
});
