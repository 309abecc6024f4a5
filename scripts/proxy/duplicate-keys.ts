/** Strings, and what opens, closes and divides; all else of a JSON text has no keys. */
const token = /"[^"\\]*(?:\\[^][^"\\]*)*"|[{}[\],]/g;

/**
 * The objects of a JSON text that have a key twice, which JSON.parse passes over (RFC 8259, 4: what readers make of it is
 * unpredictable).
 *
 * @param text valid JSON
 * @returns for each such key, once, the way to it
 */
export function duplicateKeys(text: string): string[][] {
  /** Innermost last. A list counts its items, so that the way through it can be told. */
  const open: { keys: Set<string> | undefined; at: string; wantsKey: boolean }[] = [];
  const found = new Map<string, string[]>();
  for (const [part] of text.matchAll(token)) {
    const inner = open.at(-1);
    if (part === "{") open.push({ keys: new Set(), at: "", wantsKey: true });
    else if (part === "[") open.push({ keys: undefined, at: "0", wantsKey: false });
    else if (part === "}" || part === "]") open.pop();
    else if (part === ",") {
      if (inner?.keys === undefined) inner && (inner.at = String(Number(inner.at) + 1));
      else inner.wantsKey = true;
    } else if (inner?.keys !== undefined && inner.wantsKey) {
      inner.wantsKey = false;
      inner.at = JSON.parse(part) as string;
      if (inner.keys.has(inner.at)) {
        const way = open.map(({ at }) => at);
        found.set(JSON.stringify(way), way);
      } else inner.keys.add(inner.at);
    }
  }
  return [...found.values()];
}
