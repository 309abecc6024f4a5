import { type Path, segmentsOf } from "./form.ts";
import { toPointer } from "./openapi.ts";
import type { Unsupported } from "./parameters.ts";

/** Keys under which data stands, in which a pattern is not run. */
const ofData = ["value", "example", "examples", "default", "const", "enum"];

/** Patterns that are told at most: to judge a hard one takes a second. */
const most = 10;

/** The distinct patterns of a document's schemas, each with the first place that has it; plain ones are left out. */
export function suspectPatterns(document: unknown): Map<string, string> {
  const found = new Map<string, string>();
  const seen = new Set<object>();
  const add = (pattern: string, path: Path): void => {
    if (!isPlain(pattern) && !found.has(pattern)) found.set(pattern, toPointer(segmentsOf(path)));
  };
  const visit = (node: object, parent: Path): void => {
    if (seen.has(node)) return;
    seen.add(node);
    // Under `properties` a key is the name of a field.
    const isOfNames = parent?.key === "properties";
    for (const [key, value] of Object.entries(node)) {
      const path = { key, parent };
      if (key === "pattern" && typeof value === "string") add(value, path);
      if (typeof value !== "object" || value === null) continue;
      if (key === "patternProperties") for (const name of Object.keys(value)) add(name, { key: name, parent: path });
      if (isOfNames || !ofData.includes(key)) visit(value as object, path);
    }
  };
  if (typeof document === "object" && document !== null) visit(document, undefined);
  return found;
}

/** What is told of a pattern. */
export const backtracks =
  "문자열에 따라 판정이 끝나지 않을 수 있는 정규식입니다. 반복(+, *, {n,})을 중첩하거나 이어서 쓰지 말고, ^로 시작하고 길이의 상한을 지정하십시오.";

/** The patterns of a document that may take more than linear time, by place. */
export async function unsafePatterns(document: unknown): Promise<Unsupported[]> {
  const suspects = suspectPatterns(document);
  if (suspects.size === 0) return [];
  // Few documents need it, and a sandbox starts without it.
  const { mayBacktrack } = await import("./backtracking.ts");
  const found: Unsupported[] = [];
  for (const [pattern, pointer] of suspects) {
    if (found.length === most) break;
    if (mayBacktrack(pattern)) found.push({ pointer, message: `pattern: ${backtracks}` });
  }
  return found;
}

const atom = /(?:[\p{L}\p{N}\-_:/@ ]|\\[dDwWsS.\-/]|\[\^?(?:[^\\\][]|\\[\w.\-/])+\])/u.source;
const plain = new RegExp(`^\\^${atom}{0,9}(?:${atom}(?:[*+?]|\\{\\d{1,4}(?:,\\d{0,4})?\\}))?${atom}{0,9}\\$?$`, "u");

/** Whether a pattern starts where the text does and repeats one character class at most: it takes linear time. */
function isPlain(pattern: string): boolean {
  return pattern.length <= 100 && plain.test(pattern);
}
