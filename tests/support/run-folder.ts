import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { root } from "../../scripts/lib/paths.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for what the files of one run share; it is gone when the run ends. */
    runFolder: string;
  }
}

/** Vitest's globalSetup. */
export default function setup({ provide }: TestProject): () => void {
  const dir = mkdtempSync(join(tmpdir(), "woori-run-"));
  provide("runFolder", dir);
  // The workers, and the commands that they run, load the same code over and over: it is compiled once a run. Not in the
  // run's folder, as a process may write its part when the run has ended; and anew each time, as copies of the project add to it.
  const compiled = join(root, "node_modules/.cache/test-code");
  rmSync(compiled, { recursive: true, force: true });
  process.env["NODE_COMPILE_CACHE"] = compiled;
  return () => rmSync(dir, { recursive: true });
}
