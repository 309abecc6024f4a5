/** One thing to mend. `npm run lint -- --format json` prints these fields under these names: they are stable. */
export interface Finding {
  /** Stable id of the rule, prefixed by the tool where it is not ours: `redocly/…`. */
  rule: string;
  /** Path from the repository's folder; from the caller's where a document of theirs is checked. */
  file: string;
  /** 1-based. */
  line: number;
  /** What was found, and what was expected. */
  message: string;
  /** Why the rule is there and how to mend; the same for every finding of a rule. */
  fix: string;
}
