import module from "node:module";
import { join } from "node:path";
import { root } from "./paths.ts";

/**
 * Lets Node keep the compiled form of what is loaded from here on beside the installed packages, so that the next run need
 * not compile the TypeScript compiler or Spectral again. Where it cannot be written, nothing is kept.
 */
export function keepCompiledCode(): void {
  module.enableCompileCache(join(root, "node_modules/.cache/compiled"));
}
