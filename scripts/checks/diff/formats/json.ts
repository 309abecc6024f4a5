import { lineOf } from "../line.ts";
import type { Report } from "../report.ts";

/** The report as JSON, for programs. Values are whole; `changelogLine` is a line that would explain the change. */
export function json({ base, revision, changes }: Report): string {
  const count = (name: string): number => changes.filter((change) => change.class === name).length;
  return JSON.stringify(
    {
      base,
      revision,
      summary: { breaking: count("breaking"), risky: count("risky"), safe: count("safe") },
      changes: changes.map(({ changelogTerms: _, ...change }) =>
        withNulls({ ...change, changelogLine: lineOf(change) }),
      ),
    },
    null,
    2,
  );
}

/** null for absent values, so that every change has the same keys. */
function withNulls(change: object): object {
  return Object.fromEntries(Object.entries(change).map(([key, value]: [string, unknown]) => [key, value ?? null]));
}
