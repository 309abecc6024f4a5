/** The subject that a table compares the others with. */
export const own = "이 프로젝트";

/** One quantity of one subject, a value a round. */
export interface Measurement {
  subject: string;
  /** Operations of the platform that was worked on; left out where there is one way only. */
  operations?: number;
  /** Its key in the metrics of the group. */
  metric: string;
  values: number[];
}

/** Why a subject has no figures for a platform, as a Korean sentence. */
export interface Failure {
  subject: string;
  operations?: number;
  reason: string;
}

/** What a group of measurements found, and where. */
export interface Findings {
  measurements: Measurement[];
  failures: Failure[];
}

/** Thrown where a subject cannot do the work; the message is a Korean sentence for the table. */
export class CannotMeasure extends Error {}

/** The median of measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? Number.NaN) + (sorted[sorted.length >> 1] ?? Number.NaN)) / 2;
}
