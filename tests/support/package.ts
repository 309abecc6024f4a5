import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll } from "vitest";
import { root } from "../../scripts/lib/paths.ts";
import { buildPackage, type Packed } from "../../scripts/publish/package/pack.ts";
import { oncePerRun } from "./once-per-run.ts";
import { temporaryFolder } from "./project.ts";

/** The package, packed once a run, for the tests of a file. */
export function usePackage(): () => Packed {
  let packed: Packed;
  beforeAll(async () => {
    packed = await oncePerRun("package", buildPackage);
  });
  return () => packed;
}

/** Unpacks a tarball of npm into a folder. */
export function unpack({ tarball }: Pick<Packed, "tarball">, dir: string): void {
  mkdirSync(dirname(dir), { recursive: true });
  execFileSync("tar", ["xzf", tarball, "-C", dirname(dir)]);
  renameSync(join(dirname(dir), "package"), dir);
}

/**
 * A project with the package as npm installs it: unpacked beside openapi-fetch and its types.
 *
 * @param tools further npm packages, which are linked from this repository
 */
export function projectWith(packed: Packed, tools: readonly string[] = []): string {
  const dir = temporaryFolder();
  unpack(packed, join(dir, "node_modules/woori-openapi"));
  for (const name of ["openapi-fetch", "openapi-typescript-helpers"])
    cpSync(join(root, "node_modules", name), join(dir, "node_modules", name), { recursive: true });
  for (const name of tools) {
    mkdirSync(dirname(join(dir, "node_modules", name)), { recursive: true });
    symlinkSync(join(root, "node_modules", name), join(dir, "node_modules", name));
  }
  mkdirSync(join(dir, "node_modules/.bin"));
  symlinkSync("../woori-openapi/dist/tools/woori-openapi.js", join(dir, "node_modules/.bin/woori-openapi"));
  writeFileSync(join(dir, "package.json"), '{ "type": "module", "private": true }\n');
  return dir;
}
