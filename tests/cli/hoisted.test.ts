import { execFile } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { manifest } from "../../scripts/lib/manifest.ts";
import { root } from "../../scripts/lib/paths.ts";
import { copyProjectTo, type Outcome, temporaryFolder } from "../support/project.ts";

/** Runs an npm script of a project whose packages lie in the folder above, as those of a workspace do. */
function runHoisted(name: string): Promise<Outcome> {
  const workspace = temporaryFolder();
  const dir = join(workspace, "woori");
  mkdirSync(dir);
  copyProjectTo(dir);
  rmSync(join(dir, "node_modules"));
  symlinkSync(join(root, "node_modules"), join(workspace, "node_modules"));
  return new Promise((done) => {
    execFile("sh", ["-c", manifest().scripts?.[name] ?? ""], { cwd: dir }, (error, stdout, stderr) =>
      done({ exitCode: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr }),
    );
  });
}

test.each([
  ["lint", "lint: 문제가 없습니다.\n"],
  ["generate:check", ""],
])("npm run %s finds its packages where a workspace has put them", async (name, output) => {
  expect(await runHoisted(name)).toEqual({ exitCode: 0, output: expect.stringContaining(output) as string });
});
