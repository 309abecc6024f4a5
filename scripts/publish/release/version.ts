import type { Change } from "../../checks/diff/change.ts";

/** How far a version must move. */
type Step = "major" | "minor" | "patch";

/** The step that changes ask for, by Semantic Versioning 2.0.0: while the major version is 0, a minor step breaks (4). */
export function stepFor(released: string, changes: readonly Change[]): Step {
  if (changes.every((change) => change.class !== "breaking")) return "patch";
  return released.startsWith("0.") ? "minor" : "major";
}

/** The version that is a step behind a version `x.y.z`. */
export function next(version: string, step: Step): string {
  const [major = 0, minor = 0, patch = 0] = numbers(version);
  if (step === "major") return `${major + 1}.0.0`;
  return step === "minor" ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** Whether a version `x.y.z` is the other, or later. */
export function isAtLeast(version: string, other: string): boolean {
  const [mine, its] = [numbers(version), numbers(other)];
  const at = mine.findIndex((number, index) => number !== its[index]);
  return at === -1 || (mine[at] ?? 0) > (its[at] ?? 0);
}

const numbers = (version: string): number[] => version.split(".").map(Number);
