import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
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
export async function judgeAll(specDir: string, indices: number[], onVerdict: (verdict: Verdict) => void): Promise<void> {
  const count = Math.min(availableParallelism(), indices.length);
  // Neighbours are alike and cost alike: dealt out in turn, every worker has its share of each sort.
  const shares = Array.from({ length: count }, (_, worker) => indices.filter((_, position) => position % count === worker));
  await Promise.all(shares.map((share) => judgeShare({ specDir, indices: share }, onVerdict)));
}

function judgeShare(task: WorkerTask, onVerdict: (verdict: Verdict) => void): Promise<void> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: task });
    worker.on("message", onVerdict);
    worker.on("error", fail);
    worker.on("exit", (code) => (code === 0 ? done() : fail(new Error(`a worker ended with ${code}`))));
  });
}
