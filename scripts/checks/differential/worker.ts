import { parentPort, workerData } from "node:worker_threads";
import { readBundle } from "../../bundle/bundle-file.ts";
import { bundleFile, specDir } from "../../lib/paths.ts";
import { loadSpec } from "../../bundle/spec-files.ts";
import { type Chunk, runCases } from "./cases.ts";
import { openJudges } from "./judges.ts";

const api = readBundle(bundleFile);
const judges = await openJudges(api, loadSpec(specDir));
for (const { seed, cases } of workerData as Chunk[]) parentPort?.postMessage(await runCases(judges, api, seed, cases));
await judges.close();
