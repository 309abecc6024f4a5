/** One thing to mend. */
export interface Finding {
  /** Stable id of the rule, prefixed by the tool where it is not ours: `redocly/…`. */
  rule: string;
  /** Path from the repository's folder. */
  file: string;
  /** 1-based. */
  line: number;
  /** What was found, what was expected. */
  message: string;
  /** Why the rule is there and how to mend; the same for every finding of a rule. */
  cure?: string;
}

/** `file:line rule message`, in the order of files and lines; then, a line a rule, how to mend. */
export function formatFindings(findings: readonly Finding[]): string {
  const rows = [...findings]
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.rule.localeCompare(b.rule))
    .map(({ rule, file, line, message }) => `${file}:${line}  ${rule}  ${message}`);
  const cures = new Map(findings.flatMap(({ rule, cure }) => (cure === undefined ? [] : [[rule, cure]])));
  return [...rows, "", ...[...cures].map(([rule, cure]) => `${rule}: ${cure}`)].join("\n").trimEnd();
}
