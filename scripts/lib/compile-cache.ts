import { existsSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { root } from "./paths.ts";

/**
 * Lets Node keep the compiled form of what is loaded from here on, for the next start: beside the repository's packages, or
 * in the system's temporary folder where there are none. NODE_DISABLE_COMPILE_CACHE=1 switches it off; where nothing can be
 * written, nothing is kept.
 */
export function keepCompiledCode(): void {
  const packages = join(root, "node_modules");
  // Node has it since 22.8.
  module.enableCompileCache?.(existsSync(packages) ? join(packages, ".cache/compiled") : undefined);
}
