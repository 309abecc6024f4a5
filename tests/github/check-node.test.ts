import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runChild } from "../../scripts/lib/child-process.ts";
import { manifest } from "../../scripts/lib/manifest.ts";
import { root } from "../../scripts/lib/paths.ts";
import { temporaryFolder } from "../support/project.ts";

/** A copy of what .ci/check-node looks at. */
function checkout(): string {
  const dir = temporaryFolder();
  cpSync(join(root, ".ci"), join(dir, ".ci"), { recursive: true });
  mkdirSync(join(dir, "node_modules/node/bin"), { recursive: true });
  cpSync(join(root, "node_modules/node/bin/node"), join(dir, "node_modules/node/bin/node"));
  return dir;
}

const check = (dir: string) => runChild(join(dir, ".ci/check-node"), []);

test("the Node program that is installed is the one whose hash is committed", async () => {
  expect(await check(checkout())).toEqual({ exitCode: 0, stdout: "", stderr: "" });
});

test("another program is refused", async () => {
  const dir = checkout();
  appendFileSync(join(dir, "node_modules/node/bin/node"), "\0");
  const { exitCode, stderr } = await check(dir);
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining("다릅니다. 실행하지 말고")]);
});

test("a platform without a hash is refused", async () => {
  const dir = checkout();
  writeFileSync(join(dir, ".ci/node.sha512"), "");
  const { exitCode, stderr } = await check(dir);
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining("줄이 없습니다.")]);
});

test("installing on CI checks it before anything else runs", () => {
  expect(readFileSync(join(root, ".ci/install"), "utf8")).toMatch(/\nnpm ci\n\.ci\/check-node\n$/);
  expect(manifest().devDependencies?.["node"]).toMatch(/^\d/);
});
