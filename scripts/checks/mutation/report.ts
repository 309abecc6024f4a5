import { availableParallelism } from "node:os";
import type { Spec } from "../../bundle/spec-files.ts";
import { type Kind, kinds, type Mutant } from "./mutant.ts";

/** What became of one mutant. */
export interface Outcome {
  mutant: Mutant;
  /** The check that noticed it. */
  killer: string | undefined;
  /** Why it means the same as the spec, from the reviewed list. */
  equivalent: string | undefined;
}

/** The score in percent: mutants noticed, of those that mean something else. 100 for none. */
export function scoreOf(outcomes: readonly Outcome[]): { killed: number; total: number; percent: number } {
  const counted = outcomes.filter(({ equivalent }) => equivalent === undefined);
  const killed = counted.filter(({ killer }) => killer !== undefined).length;
  return { killed, total: counted.length, percent: counted.length === 0 ? 100 : (100 * killed) / counted.length };
}

/** `file:line  what` of a mutant, from the repository's folder. */
function placeOf(spec: Spec, { kind, file, pointer, what }: Mutant): string {
  return `spec/${file}:${spec.file(file).lineOf(pointer)}  ${kind}  ${pointer || "/"}  ${what}`;
}

/** A table by kind, then the equivalent and the surviving mutants by name, then the score. */
export function formatReport(spec: Spec, outcomes: readonly Outcome[], seconds: number): string {
  const rows = (Object.entries(kinds) as [Kind, string][]).flatMap(([kind, label]) => {
    const own = outcomes.filter(({ mutant }) => mutant.kind === kind);
    if (own.length === 0) return [];
    const { killed, total } = scoreOf(own);
    return [`  ${kind.padEnd(17)}${column(killed)}${column(total - killed)}${column(own.length - total)}  ${label}`];
  });
  const survivors = outcomes.filter(({ killer, equivalent }) => killer === undefined && equivalent === undefined);
  const same = outcomes.filter(({ equivalent }) => equivalent !== undefined);
  const { killed, total, percent } = scoreOf(outcomes);
  return [
    `  ${"kind".padEnd(17)}${"killed".padStart(10)}${"survived".padStart(10)}${"equivalent".padStart(12)}`,
    ...rows,
    "",
    `알아챈 검사: ${judges(outcomes)}`,
    ...(same.length === 0
      ? []
      : [
          "",
          "equivalent(뜻이 같다고 검토한 변이)",
          ...same.map(({ mutant, equivalent }) => `  ${placeOf(spec, mutant)}\n      ${equivalent}`),
        ]),
    ...(survivors.length === 0
      ? []
      : [
          "",
          "survived(어느 검사도 알아채지 못한 변이)",
          ...survivors.map(({ mutant }) => `  ${placeOf(spec, mutant)}`),
          "",
          cure,
        ]),
    "",
    `변이 ${outcomes.length}개, 코어 ${availableParallelism()}개에서 ${seconds.toFixed(0)}초`,
    // Never 100.0 for less than all.
    `mutation score: ${percent === 100 ? "100.0" : Math.min(percent, 99.9).toFixed(1)} % (${killed}/${total})`,
  ].join("\n");
}

const cure =
  "위의 변경은 npm test를 통과합니다. scripts/checks/contract/에 검사를, scripts/checks/lint/에 규칙을 더해 알아채게 하십시오. 뜻이 같은 변경이면 이유와 함께 scripts/checks/mutation/equivalents.yaml에 적으십시오.";

const column = (count: number): string => String(count).padStart(10);

/** Which family of checks noticed how many: `lint 3000, contract 2000, …`. */
function judges(outcomes: readonly Outcome[]): string {
  const counts = new Map<string, number>();
  for (const { killer } of outcomes) {
    const family = killer?.split(":")[0];
    if (family !== undefined) counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([family, count]) => `${family} ${count}`)
    .join(", ");
}
