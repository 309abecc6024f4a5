import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

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
  return () => rmSync(dir, { recursive: true });
}
