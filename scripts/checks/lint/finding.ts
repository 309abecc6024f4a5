/** A finding. `npm run lint -- --format json` prints these fields; their names are stable. */
export interface Finding {
  /** Stable id of the rule, prefixed by the tool where it is not ours: `redocly/…`. */
  rule: string;
  /** Path from the repository's folder; from the caller's where a document of theirs is checked. */
  file: string;
  /** 1-based. */
  line: number;
  /** What is wrong, in Korean. */
  message: string;
  /** Why the rule exists and how to fix a finding; the same for all findings of a rule. */
  fix: string;
}
