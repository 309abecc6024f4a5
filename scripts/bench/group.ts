import type { Findings } from "./measurement.ts";
import type { Run } from "./run.ts";

/** How the values of a metric are shown. */
export interface Metric {
  /** In Korean. */
  label: string;
  unit: string;
}

/** Measurements of one kind of work, shown as one table. */
export interface Group {
  title: string;
  /** What was done and how, in Korean sentences. */
  about: string;
  /** By their key in the measurements, in the order of the columns. */
  metrics: Record<string, Metric>;
  /** The packages that it measures against or with. */
  peers: readonly string[];
  measure: (run: Run) => Promise<Findings>;
}
