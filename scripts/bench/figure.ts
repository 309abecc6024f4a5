/** A measured value. The first of a table is this project's; the others are compared with it. */
export interface Figure {
  name: string;
  value: number;
}

/** The median of measurements. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
