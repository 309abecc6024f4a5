import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyProject } from "../support/project.ts";

/** A project whose generator has a defect that quotes a key. */
function defective() {
  const project = copyProject();
  const path = join(project.dir, "scripts/bundle/bundle.ts");
  writeFileSync(
    path,
    'throw new TypeError("CANARY-APP-KEY");\nexport const bundle = 1, marker = 1, markerStart = 1, complete = 1;\n',
  );
  return project;
}

const command = ["scripts/cli/generate.ts", "--check"];

test("what nobody foresaw is one sentence and exit code 2, without what it quotes", async () => {
  const { exitCode, output } = await defective().run(...command);
  expect({ exitCode, output }).toEqual({
    exitCode: 2,
    output: expect.stringMatching(/^오류: 예상하지 못한 오류\(TypeError\).*--debug.*\n$/) as string,
  });
});

test("with --debug the places follow, without what it quotes", async () => {
  const { exitCode, output } = await defective().run(...command, "--debug");
  expect(exitCode).toBe(2);
  expect(output).toMatch(/^오류: .*\n {4}at .*bundle\.ts:1:7/);
  expect(output).not.toContain("CANARY");
});

test("what is thrown in an event is told alike", async () => {
  const project = copyProject();
  writeFileSync(
    join(project.dir, "scripts/cli/late.ts"),
    `import { runCommand } from "./command-line.ts";
await runCommand(async () => { setImmediate(() => { throw new RangeError("CANARY-APP-KEY"); }); await new Promise((done) => setTimeout(done, 60_000)); });`,
  );
  const { exitCode, output } = await project.run("scripts/cli/late.ts");
  expect([exitCode, output]).toEqual([2, expect.stringMatching(/^오류: 예상하지 못한 오류\(RangeError\).*\n$/)]);
});
