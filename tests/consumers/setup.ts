import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { TestProject } from "vitest/node";
import { root } from "../../scripts/lib/paths.ts";
import { toolsOf } from "../../scripts/lib/tools.ts";
import { hasChromium } from "../support/chromium.ts";
import { execute } from "../support/execute.ts";
import { consumerEnv, installedProject, linkTools } from "./project.ts";
import { installToolchain } from "./toolchain.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the consumers' projects. */
    folder: string;
    /** URL of the sandbox of the packed package, which every consumer calls. */
    sandbox: string;
  }
}

/** Gets the toolchain, packs the package by its public command, and opens its sandbox as a consumer does. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!hasChromium) throw new Error("Chromium이 없습니다. 설치한 뒤 다시 실행하십시오: apt-get install chromium");
  await installToolchain();
  const folder = mkdtempSync(join(tmpdir(), "woori-consumers-"));
  const remove = (): void => rmSync(folder, { recursive: true });
  try {
    await pack(join(folder, "vendor"));
    const { url, stop } = await openSandbox(folder);
    project.provide("folder", folder);
    project.provide("sandbox", url);
    return () => stop().finally(remove);
  } catch (error) {
    remove();
    throw error;
  }
}

/** Fills a folder with the three tarballs that a consumer carries into a closed network. */
async function pack(vendor: string): Promise<void> {
  mkdirSync(vendor);
  await succeed("npm", ["run", "--silent", "package", "--", "--out", vendor]);
  await succeed("npm", [
    "pack",
    "--silent",
    "--ignore-scripts",
    "--pack-destination",
    vendor,
    ...["openapi-fetch", "openapi-typescript-helpers"].map((name) => join(root, "node_modules", name)),
  ]);
  rmSync(join(vendor, "woori-openapi"), { recursive: true });
  if (readdirSync(vendor).length !== 3) throw new Error(`not three tarballs: ${readdirSync(vendor).join(", ")}`);
}

async function succeed(program: string, args: readonly string[]): Promise<void> {
  const { exitCode, stdout, stderr } = await execute(program, args, root);
  if (exitCode !== 0) throw new Error(`${program} ${args.join(" ")}:\n${stdout}${stderr}`);
}

async function openSandbox(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const dir = await installedProject(folder, "esm", "sandbox");
  linkTools(dir, toolsOf.sandbox);
  const child = spawn(process.execPath, ["node_modules/.bin/woori-openapi", "sandbox", "--port", "0", "--quiet"], {
    cwd: dir,
    env: consumerEnv(folder),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith("http://")) continue;
    return {
      url: line,
      stop: () => {
        child.kill();
        return ended;
      },
    };
  }
  throw new Error("the sandbox of the package ended");
}
