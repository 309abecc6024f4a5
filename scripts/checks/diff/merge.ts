import { pointerSegments, toPointer } from "../../bundle/openapi.ts";
import type { Change } from "./change.ts";

/** Merges equal changes of several operations of a path, such as GET and POST. */
export function mergeOperations(changes: readonly Change[]): Change[] {
  const merged = new Map<string, Change>();
  for (const change of changes) {
    const { rule, class: severity, subject, key, before, after, pointers } = change;
    const places = pointers.map(withoutMethod);
    const isOfOperation = places.some((place, index) => place !== pointers[index]);
    const same = JSON.stringify([rule, severity, key, before, after, places, isOfOperation ? undefined : subject]);
    const first = merged.get(same);
    merged.set(same, first === undefined ? change : joined(first, change));
  }
  return [...merged.values()];
}

/** The pointer of a part of an operation, the same for every method of its path. */
function withoutMethod(pointer: string): string {
  const [root, path, method, ...rest] = pointerSegments(pointer);
  return root === "paths" && path !== undefined && method !== undefined && rest.length > 0
    ? toPointer([root, path, "*", ...rest])
    : pointer;
}

function joined(first: Change, second: Change): Change {
  const known = new Set(first.operations.map(({ operationId }) => operationId));
  return {
    ...first,
    operations: [...first.operations, ...second.operations.filter(({ operationId }) => !known.has(operationId))],
    pointers: [...first.pointers, ...second.pointers],
    explanation: first.explanation ?? second.explanation,
  };
}
