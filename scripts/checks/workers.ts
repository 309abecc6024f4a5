import { Worker } from "node:worker_threads";

/**
 * Runs a module once for each task, each in a thread of its own, all at once.
 *
 * @param module reads its task from `workerData` and posts messages to `parentPort`
 * @param onMessage is called for each message as it comes, in no order between tasks
 * @throws {Error} when a thread fails
 */
export async function inWorkers<Task, Message>(
  module: URL,
  tasks: readonly Task[],
  onMessage: (message: Message) => void,
): Promise<void> {
  await Promise.all(
    tasks.map(
      (task) =>
        new Promise<void>((done, fail) => {
          const worker = new Worker(module, { workerData: task });
          worker.on("message", onMessage);
          worker.on("error", fail);
          worker.on("exit", (code) => (code === 0 ? done() : fail(new Error(`a worker ended with ${code}`))));
        }),
    ),
  );
}

/** Splits items into shares in turn. Neighbours cost about the same, so every share gets some of each kind. */
export function splitInto<Item>(items: readonly Item[], shares: number): Item[][] {
  return Array.from({ length: Math.min(shares, items.length) }, (_, share) =>
    items.filter((_, position) => position % shares === share),
  );
}
