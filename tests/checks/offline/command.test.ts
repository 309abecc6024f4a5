import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { root } from "../../../scripts/lib/paths.ts";
import { copyProject, run } from "../../support/project.ts";
import { hasNamespaces } from "../../support/two-hosts.ts";

const script = "scripts/cli/offline.ts";

const refusal = /^오류: 이 기기에서는 네트워크 네임스페이스를 만들 수 없어\(.*\) 확인하지 못했으니, [^\n]*\n$/;

test("npm run verify:offline counts nothing while a command of the project runs", async () => {
  const { exitCode, output } = await copyProject().run(script, "--only", "generate");
  expect(output).toMatch(hasNamespaces ? /\ngenerate .* 시도 0건[^]*\n.*외부 접속 시도: 0건/ : refusal);
  expect(exitCode).toBe(hasNamespaces ? 0 : 2);
});

test("it counts what reaches out, in Node and outside of it, shows the output of a command that fails, and fails", async () => {
  const project = copyProject();
  project.edit(
    "scripts/cli/generate.ts",
    "await runCommand(",
    `(await import("node:child_process")).spawnSync("curl", ["http://192.0.2.1/"]);
await fetch("http://192.0.2.1/").catch(() => {});
await fetch("http://[2001:db8::1]/").catch(() => {});
console.log("cannot go on");
process.exit(3);
await runCommand(`,
  );
  const { exitCode, output } = await project.run(script, "--only", "generate");
  expect(output).toMatch(hasNamespaces ? /\ngenerate .* 시도 3건\(IPv4 2, IPv6 1\)\n/ : refusal);
  if (hasNamespaces) {
    expect(output).toMatch(/ {2}명령이 실패했습니다\(종료 코드 3\)\. 출력의 끝:\n[^]*\n {2}\| cannot go on\n/);
    expect(output).toMatch(/\n.*외부 접속 시도: 3건/);
  }
  expect(exitCode).toBe(hasNamespaces ? 1 : 2);
});

test("it refuses a name that it does not know, and lists those that it knows", async () => {
  const { exitCode, output } = await run(root, script, "--only", "deploy");
  expect(output).toMatch(/^오류: --only에는 generate, .*"deploy"\n$/);
  expect(exitCode).toBe(2);
});

test("where there can be no namespace it says so in a sentence and does not claim a result", () => {
  const env = { ...process.env, PATH: "/nowhere" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, "--only", "generate"], { cwd: root, env });
  expect(stdout.toString() + stderr.toString()).toMatch(refusal);
  expect(status).toBe(2);
});
