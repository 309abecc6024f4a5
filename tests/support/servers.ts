import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { startPrism } from "../../scripts/checks/prism-server.ts";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../scripts/docs/sandbox.ts";
import { api } from "./bundle.ts";

export { credentials } from "./bundle.ts";

export interface RunningServer {
  url: string;
  close: () => Promise<void>;
}

/** The servers that answer from the spec; the contract tests hold for each of them. */
export const servers: { server: "Prism" | "sandbox"; start: () => Promise<RunningServer> }[] = [
  { server: "Prism", start: () => startPrism(api) },
  { server: "sandbox", start: () => startSandbox() },
];

/** Runs a server for the tests of a block. */
export function useServer<Server extends RunningServer>(
  start: () => Promise<Server>,
): { url: () => string; server: () => Server } {
  let running: Server;
  beforeAll(async () => {
    running = await start();
  });
  afterAll(() => running.close());
  return { url: () => running.url, server: () => running };
}

/** Runs Prism for the tests of a block. */
export function usePrism(): { url: () => string } {
  return useServer(() => startPrism(api));
}

/** Runs a sandbox for the tests of a block. */
export function useSandbox(options: SandboxOptions = {}): { url: () => string; server: () => Sandbox } {
  return useServer(() => startSandbox(options));
}

/** Apps whose credentials are the canaries of the client's tests. */
export const canaryApps = join(import.meta.dirname, "canary-apps.yaml");
