import { toPointer } from "../../bundle/openapi.ts";
import { isObject } from "../../lib/is-object.ts";

/** A value on one line, cut where it is long; `없음` for none. */
export function shown(value: unknown, length = 60): string {
  if (value === undefined) return "없음";
  const text = typeof value === "string" ? value.trim().replaceAll(/\s+/g, " ") : JSON.stringify(value);
  // By code points, so that no character is cut in two.
  const letters = [...text];
  const cut = letters.length > length ? `${letters.slice(0, length - 1).join("")}…` : text;
  return typeof value === "string" ? `"${cut}"` : cut;
}

/** What differs inside two values, as `where before → after`; of a long list the first few, and how many more there are. */
export function shownChange(before: unknown, after: unknown, length?: number): string {
  if (typeof before === "string" && typeof after === "string") return shownTexts(before, after, length);
  const inner = isObject(before) && isObject(after) ? differing(before, after) : [];
  if (inner.length === 0) return `${shown(before, length)} → ${shown(after, length)}`;
  const told = inner.slice(0, 3).map(([at, was, is]) => `${at} ${shownChange(was, is, length)}`);
  return told.join(", ") + (inner.length > told.length ? ` 외 ${inner.length - told.length}곳` : "");
}

/** Two texts from a little before they part. */
function shownTexts(before: string, after: string, length?: number): string {
  const [from, to] = [[...before], [...after]];
  const parted = from.findIndex((letter, index) => letter !== to[index]);
  const start = (parted === -1 ? from.length : parted) - 20;
  const cut = (letters: string[]): string =>
    shown(start > 0 ? `…${letters.slice(start).join("")}` : letters.join(""), length);
  return `${cut(from)} → ${cut(to)}`;
}

function differing(
  before: unknown,
  after: unknown,
  at: string[] = [],
): [at: string, before: unknown, after: unknown][] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isObject(before) || !isObject(after)) return [[toPointer(at), before, after]];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    differing(before[key], after[key], [...at, key]),
  );
}
