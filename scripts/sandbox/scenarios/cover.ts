/** A value with the parts of another put over it: objects key by key, everything else whole. */
export function covered(base: unknown, cover: unknown): unknown {
  if (!isObject(base) || !isObject(cover)) return cover;
  const keys = new Set([...Object.keys(base), ...Object.keys(cover)]);
  return Object.fromEntries(
    [...keys].map((key) => {
      if (!Object.hasOwn(cover, key)) return [key, base[key]];
      return [key, Object.hasOwn(base, key) ? covered(base[key], cover[key]) : cover[key]];
    }),
  );
}

/** Whether a value has all parts of another: objects by the keys of the part, lists and everything else whole. */
export function covers(value: unknown, part: unknown): boolean {
  if (Array.isArray(part))
    return (
      Array.isArray(value) && value.length === part.length && part.every((one, index) => covers(value[index], one))
    );
  if (!isObject(part)) return value === part || (part === null && value === undefined);
  return (
    isObject(value) &&
    Object.keys(part).every((key) => covers(Object.hasOwn(value, key) ? value[key] : undefined, part[key]))
  );
}

/** How many values a part says. */
export function leavesOf(part: unknown): number {
  if (typeof part !== "object" || part === null) return part === undefined ? 0 : 1;
  return Object.values(part).reduce<number>((sum, one) => sum + leavesOf(one), 0);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
