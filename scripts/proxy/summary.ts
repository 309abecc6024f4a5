import type { Exchange } from "./exchange.ts";
import type { Finding } from "./findings.ts";
import { findingLine } from "./report.ts";
import * as say from "./messages.ts";

/** The same finding in one exchange or more. */
interface Tally {
  finding: Finding;
  isNote: boolean;
  count: number;
}

/** The largest number of distinct findings for one operation; unknown keys could be endless. */
const maxTallies = 200;

/** Counts exchanges and their findings by operation. */
export class Summary {
  readonly #operations = new Map<string, { exchanges: number; tallies: Map<string, Tally>; others: number }>();

  /** Counts an exchange, and each of its findings once however often it is there. */
  add({ method, path, operationId, deviations, notes }: Exchange): void {
    // All unknown paths share one line.
    const name = operationId === undefined ? say.unknownRequest : `${method} ${path} ${operationId}`;
    let operation = this.#operations.get(name);
    if (operation === undefined) {
      operation = { exchanges: 0, tallies: new Map(), others: 0 };
      this.#operations.set(name, operation);
    }
    operation.exchanges += 1;
    const seen = new Set<string>();
    for (const [finding, isNote] of [
      ...deviations.map((one) => [one, false] as const),
      ...notes.map((one) => [one, true] as const),
    ]) {
      const alike = generalized(finding);
      const key = JSON.stringify([isNote, alike]);
      if (seen.has(key)) continue;
      seen.add(key);
      const tally = operation.tallies.get(key);
      if (tally !== undefined) tally.count += 1;
      else if (operation.tallies.size < maxTallies) operation.tallies.set(key, { finding: alike, isNote, count: 1 });
      else operation.others += 1;
    }
  }

  /** The counts for a terminal, the most frequent finding first. */
  text(): string {
    const operations = [...this.#operations];
    const total = operations.reduce((sum, [, { exchanges }]) => sum + exchanges, 0);
    return [
      say.total(total),
      ...operations.flatMap(([name, { exchanges, tallies, others }]) => [
        say.tallied(name, exchanges, tallies.size > 0),
        ...[...tallies.values()]
          .sort((a, b) => b.count - a.count)
          .map(({ finding, isNote, count }) => `  ${count}건 ${findingLine(finding, isNote)}`),
        ...(others === 0 ? [] : [`  ${say.others(others)}`]),
      ]),
    ].join("\n");
  }
}

/** A finding without list indexes and lengths, which differ between exchanges. */
function generalized(finding: Finding): Finding {
  const alike = (text: string): string => text.replaceAll(/\d+(?=자|개|바이트|번째)/g, "N");
  return {
    ...finding,
    code: alike(finding.code),
    pointer: alike(finding.pointer).replaceAll(/\/\d+(?=\/|$)/g, "/*"),
    found: alike(finding.found),
  };
}
