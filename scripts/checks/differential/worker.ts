import { parentPort, workerData } from "node:worker_threads";
import { type Chunk, runCases } from "./cases.ts";
import { openCommitted } from "./committed.ts";

const { spec, implementations } = await openCommitted();
for (const { seed, cases } of workerData as Chunk[])
  parentPort?.postMessage(await runCases(implementations, spec.api, seed, cases));
await implementations.close();
