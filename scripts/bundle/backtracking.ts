import { isSafePattern } from "redos-detector";

/** Steps after which a pattern counts as one that may backtrack: what takes longer to judge is none to rely on. */
const maxSteps = 2000;

/**
 * Whether matching a pattern may take more than linear time for some text. A pattern that cannot be judged may, too.
 *
 * @param pattern as JSON Schema has it, read with the flag u
 */
export function mayBacktrack(pattern: string): boolean {
  try {
    return !isSafePattern(pattern, { unicode: true, maxScore: 200, maxSteps, timeout: 5000 }).safe;
  } catch {
    return true;
  }
}
