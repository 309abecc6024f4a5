import { parentPort, workerData } from "node:worker_threads";
import { loadSpec } from "../../bundle/spec-files.ts";
import { openJudge } from "./judge.ts";
import { mutate } from "./mutant.ts";
import { mutantsOf } from "./mutants.ts";
import type { Verdict, WorkerTask } from "./run.ts";

const { specDir, indices } = workerData as WorkerTask;
const spec = loadSpec(specDir);
const mutants = mutantsOf(spec);
const { judge, close } = await openJudge();
for (const index of indices) {
  const mutant = mutants[index];
  if (mutant === undefined) throw new Error(`no mutant ${index}`);
  parentPort?.postMessage({ index, killer: await judge(mutate(spec, mutant)) } satisfies Verdict);
}
close();
