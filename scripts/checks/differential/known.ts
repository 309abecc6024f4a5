import { join } from "node:path";
import { readDataFile } from "../../lib/read-data-file.ts";
import { UserError } from "../../lib/user-error.ts";
import type { Implementations, Verdicts } from "./implementations.ts";
import type { Target } from "./targets.ts";

/** An entry of known.yaml, which says what each key means. */
interface Known {
  id: string;
  implementation: keyof Verdicts;
  target: Target["kind"];
  text: string;
  nested?: number;
  says: string;
  because: string;
  upstream: string;
}

/** Milliseconds to wait for Prism; one known entry never gets an answer. */
const timeoutMs = 2_000;

/** Reads the known differences of implementations. */
export function loadKnown(path = join(import.meta.dirname, "known.yaml")): Known[] {
  return readDataFile(path) as Known[];
}

/**
 * Validates every entry's text with the first target of its kind.
 *
 * @throws {UserError} when an entry has no reference, or its implementation no longer does what it says
 */
export async function checkKnown(implementations: Implementations, entries: readonly Known[]): Promise<void> {
  for (const { id, implementation, target: kind, text, nested = 0, says, upstream } of entries) {
    const target = implementations.targets.find((one) => one.kind === kind);
    if (target === undefined) continue;
    if (!URL.canParse(upstream))
      throw new UserError(`scripts/checks/differential/known.yaml의 ${id}: upstream에 주소를 입력하십시오.`);
    const body = text.replace("<nested>", "[".repeat(nested) + "]".repeat(nested));
    const verdict = (await implementations.validate(target, body, timeoutMs))[implementation];
    if (!verdict.startsWith(says)) {
      throw new UserError(
        `scripts/checks/differential/known.yaml의 ${id}: 알려진 차이가 더 이상 나타나지 않습니다. 항목을 지우십시오. 예상한 판정은 "${says}", 실제 판정은 "${verdict}"입니다.`,
      );
    }
  }
}
