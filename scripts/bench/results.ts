import { existsSync, readFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join, relative } from "node:path";
import { root } from "../lib/paths.ts";
import { replaceFiles } from "../lib/write-files.ts";
import type { GroupName } from "./groups.ts";
import type { Findings } from "./measurement.ts";

/** The figures of the last full runs, which BENCHMARKS.md is made of. */
export const resultsFile = join(import.meta.dirname, "results.json");
/** What users read of them. */
export const benchmarksFile = join(root, "BENCHMARKS.md");

/** The findings of a group, and where they were made. */
interface GroupResult extends Findings {
  /** Cores, processor, memory, Node and date, for comparing runs. */
  machine: string;
  /** Versions of what was measured against, by package. */
  peers: Record<string, string>;
}

/** The results of the groups that were measured. */
export type Results = Partial<Record<GroupName, GroupResult>>;

/** This machine, without its name. */
export function machine(): string {
  const [cpu] = cpus();
  return [
    `${availableParallelism()}코어`,
    cpu?.model.trim() ?? "",
    `메모리 ${Math.round(totalmem() / 2 ** 30)}GiB`,
    `Node ${process.versions.node}`,
    `${process.platform} ${process.arch}`,
    new Date().toISOString().slice(0, 10),
  ].join(", ");
}

export function readResults(): Results {
  return existsSync(resultsFile) ? (JSON.parse(readFileSync(resultsFile, "utf8")) as Results) : {};
}

/** Writes results with five digits a value, a measurement a line. */
export async function writeResults(results: Results): Promise<void> {
  const lines = JSON.stringify(
    results,
    (_, value: unknown) => (typeof value === "number" ? Number(value.toPrecision(5)) : value),
    1,
  ).replaceAll(/\[[^[\]{}]*\]/g, (list) => list.replaceAll(/\s+/g, ""));
  await replaceFiles(root, new Map([[relative(root, resultsFile), `${lines}\n`]]));
}
