import type { SpecUnderTest } from "./spec-under-test.ts";

/** One promise of the contract. `run` throws, or rejects, when it is broken. */
export interface Check {
  name: string;
  run: () => void | Promise<void>;
}

/** Checks of one kind, derived from the spec: its operations, field tables, examples and error codes. */
export interface CheckGroup {
  name: string;
  /** What the checks need: the bundle alone, any server that answers from it, or the sandbox. */
  needs: "bundle" | "server" | "sandbox";
  checks: (spec: SpecUnderTest) => Check[];
}
