import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { UserError } from "../../lib/user-error.ts";
import { type Kind, type Mutant, nameOf } from "./mutant.ts";
import type { Outcome } from "./report.ts";

/** A mutant that means the same as the spec, with the reason a reviewer agreed to. */
export interface Equivalent {
  kind: Kind;
  file: string;
  pointer: string;
  what: string;
  reason: string;
}

const register = "scripts/checks/mutation/equivalents.yaml";

/** Reads the reviewed list. */
export function loadEquivalents(path = join(import.meta.dirname, "equivalents.yaml")): Equivalent[] {
  return (parse(readFileSync(path, "utf8")) as Equivalent[] | null) ?? [];
}

/**
 * The positions of the reviewed mutants in the list of all.
 *
 * @throws {UserError} when an entry has no reason, or names no mutant: the spec has moved on and the entry must go
 */
export function findEquivalents(entries: readonly Equivalent[], mutants: readonly Mutant[]): Map<number, string> {
  const positions = new Map(mutants.map((mutant, index) => [nameOf(mutant), index]));
  return new Map(
    entries.map((entry): [number, string] => {
      const position = positions.get(nameOf(entry));
      if (position === undefined)
        throw new UserError(`${register}: 없는 변이를 적은 항목이 있습니다. 지우거나 고치십시오: ${nameOf(entry)}`);
      if (!/니다\.$/.test(entry.reason))
        throw new UserError(`${register}: reason에 이유를 "…니다."로 적으십시오: ${nameOf(entry)}`);
      return [position, entry.reason];
    }),
  );
}

/** @throws {UserError} when a check notices a mutant that was reviewed as the same: it is not, and the entry must go */
export function refuseNoticed(outcomes: readonly Outcome[]): void {
  const noticed = outcomes.find(({ killer, equivalent }) => killer !== undefined && equivalent !== undefined);
  if (noticed === undefined) return;
  throw new UserError(
    `${register}: 뜻이 같다고 적은 변이를 ${noticed.killer} 검사가 알아챕니다. 항목을 지우십시오: ${nameOf(noticed.mutant)}`,
  );
}
