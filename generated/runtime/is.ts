// npm run generate. 직접 수정하지 마십시오.
/** What the predicates of generated code ask of a value. Each may say no to a valid value, but never yes to a wrong one. */

export function object(value: unknown, min: number = 0, max: number = Number.POSITIVE_INFINITY): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return (min === 0 && max === Number.POSITIVE_INFINITY) || within(Object.keys(value).length, min, max);
}

/** @param max the most code points */
export function text(value: unknown, max: number = Number.POSITIVE_INFINITY, min: number = 0): boolean {
  if (typeof value !== "string") return false;
  // A code point is one or two units; only a text between needs to be counted.
  return value.length <= max && min === 0 ? true : within(codePoints(value), min, max);
}

export function number(
  value: unknown,
  min: number = Number.NEGATIVE_INFINITY,
  max: number = Number.POSITIVE_INFINITY,
): boolean {
  return Number.isFinite(value) && within(value as number, min, max);
}

export function integer(value: unknown, min?: number, max?: number): boolean {
  return Number.isInteger(value) && number(value, min, max);
}

export function list(
  value: unknown,
  item: (value: any) => boolean,
  min: number = 0,
  max: number = Number.POSITIVE_INFINITY,
): boolean {
  if (!Array.isArray(value) || !within(value.length, min, max)) return false;
  for (let index = 0; index < value.length; index++) if (!item(value[index])) return false;
  return true;
}

/** Whether an object has exactly so many keys. */
export function size(value: object, count: number): boolean {
  let left = count;
  for (const _ in value) left -= 1;
  return left === 0;
}

/** The code points of a text (JSON Schema 2020-12, 6.3.1). */
export function codePoints(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}

function within(value: number, min: number, max: number): boolean {
  return value >= min && value <= max;
}
