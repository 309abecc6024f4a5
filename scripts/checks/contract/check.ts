import type { Subject } from "./subject.ts";

/** One thing that the contract promises. `run` throws, or rejects, when the promise is broken. */
export interface Check {
  name: string;
  run: () => void | Promise<void>;
}

/** Checks of one kind. They are derived from the subject: what it lacks, it is not asked about, so some check must ask. */
export interface CheckGroup {
  name: string;
  /** Which server the checks send requests to: Prism and the sandbox, which must both stand them, or the sandbox alone. */
  asks: "nothing" | "either" | "sandbox";
  checks: (subject: Subject) => Check[];
}
