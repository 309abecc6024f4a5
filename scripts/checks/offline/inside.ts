import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../../cli/command-line.ts";
import { checkCounters, noRoutes } from "./namespace.ts";
import { parts } from "./parts.ts";
import { formatOutcome, formatTotal, type Result, showProgress } from "./report.ts";
import { runPart } from "./run-part.ts";

// Started by index.ts, in the namespace where there is one: DIR, whether the kernel counts, and the names of the parts.
const [dir = "", counting, ...names] = process.argv.slice(2);
const kernelCounts = counting === "kernel";

await runCommand(async () => {
  if (kernelCounts) checkCounters();
  const results: Result[] = [];
  for (const part of parts.filter(({ name }) => names.includes(name))) {
    const partDir = join(dir, part.name);
    mkdirSync(partDir);
    const stopProgress = showProgress(part.name);
    const started = performance.now();
    const before = kernelCounts ? noRoutes() : undefined;
    const outcome = await runPart(part, partDir);
    const after = kernelCounts ? noRoutes() : undefined;
    stopProgress();
    const native =
      before === undefined || after === undefined
        ? undefined
        : { ipv4: after.ipv4 - before.ipv4, ipv6: after.ipv6 - before.ipv6 };
    const result = { ...outcome, name: part.name, seconds: (performance.now() - started) / 1000, native };
    results.push(result);
    console.log(formatOutcome(result));
  }
  const { text, passed } = formatTotal(results);
  console.log(text);
  return passed ? 0 : 1;
});
