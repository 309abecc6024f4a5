import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { UserError } from "../../lib/user-error.ts";
import type { Judges, Verdicts } from "./judges.ts";
import { targets } from "./targets.ts";

/** An entry of known.yaml, which says what each key means. */
export interface Known {
  id: string;
  judge: keyof Verdicts;
  target: string;
  text: string;
  nested?: number;
  says: string;
  because: string;
  upstream: string;
}

/** How long Prism may keep silent about an entry, in milliseconds: one of them says that it never answers. */
const patience = 2_000;

/** Reads the list of what judges are known to do otherwise. */
export function loadKnown(path = join(import.meta.dirname, "known.yaml")): Known[] {
  return parse(readFileSync(path, "utf8")) as Known[];
}

/**
 * Asks the judges about every entry.
 *
 * @throws {UserError} when an entry is about no target, has no reference, or its judge no longer does what it says
 */
export async function checkKnown(judges: Judges, entries: readonly Known[]): Promise<void> {
  for (const { id, judge, target: name, text, nested = 0, says, upstream } of entries) {
    const target = targets.find((one) => one.name === name);
    if (target === undefined)
      throw new UserError(`scripts/checks/differential/known.yaml의 ${id}: 없는 대상입니다: ${name}.`);
    if (!URL.canParse(upstream))
      throw new UserError(`scripts/checks/differential/known.yaml의 ${id}: upstream에 주소를 적으십시오.`);
    const verdict = (
      await judges.ask(target, text.replace("<nested>", "[".repeat(nested) + "]".repeat(nested)), patience)
    )[judge];
    if (!verdict.startsWith(says)) {
      throw new UserError(
        `scripts/checks/differential/known.yaml의 ${id}: 알려진 차이가 더 이상 나타나지 않습니다. 항목을 지우십시오. 적힌 판정 "${says}", 실제 판정 "${verdict}".`,
      );
    }
  }
}
