import { cpSync, existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { ofPeer, ofProject } from "./peers.ts";
import type { Run } from "./run.ts";
import { timed } from "./run-process.ts";

/** A folder where the packed package is installed, and beside it the peers that programs import. */
export async function appOf(run: Run, operations: number): Promise<string> {
  const app = join(run.dir, `app-${operations}`);
  if (existsSync(app)) return app;
  const project = await run.project(operations);
  const packed = join(run.dir, `packed-${operations}`);
  await timed({ cwd: project, args: ["scripts/cli/package.ts", "--out", packed] });
  const modules = join(app, "node_modules");
  mkdirSync(modules, { recursive: true });
  cpSync(join(packed, "woori-openapi"), join(modules, "woori-openapi"), { recursive: true });
  for (const name of ["ajv", "openapi-fetch"]) symlinkSync(ofProject(name), join(modules, name));
  for (const name of ["zod", "typebox"]) symlinkSync(ofPeer(name), join(modules, name));
  return app;
}
