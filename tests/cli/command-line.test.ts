import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { root } from "../../scripts/lib/paths.ts";
import { run } from "../support/project.ts";

test("a command ends as it would, when whoever reads its output goes before the end, as head does", async () => {
  const child = spawn(process.execPath, ["scripts/cli/release.ts", "--help"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.destroy();
  let complaints = "";
  child.stderr.on("data", (text: Buffer) => void (complaints += text.toString()));
  expect([await new Promise((done) => child.once("close", done)), complaints]).toEqual([0, ""]);
});

test("npm test -- FILE runs the tests of that file and nothing else", async () => {
  const { exitCode, output } = await run(root, "scripts/cli/test.ts", "tests/publish/release/documents", "--no-color");
  expect([exitCode, output]).toEqual([0, expect.stringMatching(/Test Files +1 passed \(1\)/)]);
  expect(output).not.toContain("typecheck");
});
