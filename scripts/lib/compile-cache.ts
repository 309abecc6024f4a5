import module from "node:module";

/**
 * Keeps what Node compiles of the modules that are loaded from here on, for the next start: in Node's own folder within the
 * system's temporary one. NODE_DISABLE_COMPILE_CACHE=1 switches it off; where nothing can be written, nothing is kept.
 */
export function cacheCompiled(): void {
  // Node has it since 22.8.
  module.enableCompileCache?.();
}
