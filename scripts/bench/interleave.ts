import { CannotMeasure, type Findings, type Measurement } from "./measurement.ts";

/** Somebody who does the work of a table. */
export interface Contender {
  subject: string;
  /** Does the work once; gives what was measured, by metric. */
  measure: () => Promise<Record<string, number>>;
}

/** A round of a contender that takes longer is not repeated. */
const slowMs = 60_000;

/**
 * Lets contenders take turns, A B C A B C, so that a slow moment of the machine falls on all. Who fails is told and takes
 * no further turn; who is slow takes one.
 *
 * @param operations of the platform that they work on
 */
export async function interleaved(
  contenders: readonly Contender[],
  rounds: number,
  operations?: number,
): Promise<Findings> {
  const findings: Findings = { measurements: [], failures: [] };
  const place = operations === undefined ? {} : { operations };
  const found = new Map<string, Measurement>();
  const done = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    for (const { subject, measure } of contenders) {
      if (done.has(subject)) continue;
      const start = performance.now();
      try {
        for (const [metric, value] of Object.entries(await measure())) {
          const key = `${subject} ${metric}`;
          const measurement = found.get(key) ?? { subject, ...place, metric, values: [] };
          measurement.values.push(value);
          found.set(key, measurement);
        }
        if (performance.now() - start > slowMs) done.add(subject);
      } catch (error) {
        if (!(error instanceof CannotMeasure)) throw error;
        findings.failures.push({ subject, ...place, reason: error.message });
        done.add(subject);
      }
    }
  }
  findings.measurements.push(...found.values());
  return findings;
}

/** Several findings as one. */
export function joined(all: readonly Findings[]): Findings {
  return {
    measurements: all.flatMap(({ measurements }) => measurements),
    failures: all.flatMap(({ failures }) => failures),
  };
}
