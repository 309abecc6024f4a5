/** A measured value; the first of a table is ours, and the ratio of the others is to it. */
export interface Figure {
  name: string;
  value: number;
}

/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
