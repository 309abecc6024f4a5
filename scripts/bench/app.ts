import { cpSync, existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../lib/user-error.ts";
import { CannotMeasure } from "./measurement.ts";
import { ofPeer, ofProject } from "./peers.ts";
import type { Run } from "./run.ts";
import { timed } from "./run-process.ts";

/**
 * A folder where the packed package is installed, and beside it the peers that programs import.
 *
 * @throws {UserError} where the package cannot be made
 */
export async function appOf(run: Run, operations: number): Promise<string> {
  const app = join(run.dir, `app-${operations}`);
  if (existsSync(app)) return app;
  const project = await run.project(operations);
  const packed = join(run.dir, `packed-${operations}`);
  await timed({ cwd: project, args: ["scripts/cli/package.ts", "--out", packed] }).catch((error: unknown) => {
    if (!(error instanceof CannotMeasure)) throw error;
    throw new UserError(`npm run package로 패키지를 만들 수 없어 클라이언트를 잴 수 없습니다. ${error.message}`);
  });
  const modules = join(app, "node_modules");
  mkdirSync(modules, { recursive: true });
  cpSync(join(packed, "woori-openapi"), join(modules, "woori-openapi"), { recursive: true });
  for (const name of ["ajv", "openapi-fetch"]) symlinkSync(ofProject(name), join(modules, name));
  for (const name of ["zod", "typebox"]) symlinkSync(ofPeer(name), join(modules, name));
  return app;
}
