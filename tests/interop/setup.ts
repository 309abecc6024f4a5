import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startSandbox } from "../../scripts/docs/sandbox.ts";
import { hasChromium } from "../support/chromium.ts";
import { installLocked } from "../support/install-locked.ts";
import { toolchain } from "./project.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the tools' projects. */
    interopFolder: string;
    /** URL of the sandbox that the generated clients call. */
    interopSandbox: string;
  }
}

/** Gets the tools and opens the sandbox. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!hasChromium) throw new Error("Chromium이 없습니다. 설치한 뒤 다시 실행하십시오: apt-get install chromium");
  await installLocked(
    toolchain,
    "test:interop: OpenAPI를 읽는 도구를 tests/interop/toolchain/에 설치합니다. 처음에는 1분쯤 걸리고 디스크를 700MB 사용합니다…",
  );
  const folder = mkdtempSync(join(tmpdir(), "woori-interop-"));
  const sandbox = await startSandbox();
  project.provide("interopFolder", folder);
  project.provide("interopSandbox", sandbox.url);
  return () => sandbox.close().finally(() => rmSync(folder, { recursive: true }));
}
