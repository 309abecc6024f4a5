import { availableParallelism } from "node:os";
import { deal, inWorkers } from "../workers.ts";
import type { Killer } from "./judge.ts";

/** What a worker is started with. */
export interface WorkerTask {
  specDir: string;
  /** Positions in the list of mutants. */
  indices: number[];
}

/** What a worker says of one mutant. */
export interface Verdict {
  index: number;
  killer: Killer;
}

/**
 * Judges mutants of a spec folder on every core.
 *
 * @param indices positions in the list that mutantsOf gives
 * @param onVerdict is called for each as it comes, in no order
 * @throws {Error} when a worker fails
 */
export async function judgeAll(
  specDir: string,
  indices: number[],
  onVerdict: (verdict: Verdict) => void,
): Promise<void> {
  const tasks = deal(indices, availableParallelism()).map((share): WorkerTask => ({ specDir, indices: share }));
  await inWorkers(new URL("./worker.ts", import.meta.url), tasks, onVerdict);
}
