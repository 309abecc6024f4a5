import { isDeepStrictEqual } from "node:util";

/** How the allowed values of a keyword changed; `replaced` where neither set contains the other or it is undecidable. */
export type Shift = "narrowed" | "widened" | "replaced";

/** Upper limits of JSON Schema 2020-12 (validation, 6.2 to 6.5). */
const upper = ["maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties", "maxContains"];
const lower = ["minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties", "minContains"];

/** Keywords whose change `shiftOf` can judge. */
export const limits = [...upper, ...lower];

/**
 * How a schema keyword's change moves what is allowed. No keyword allows everything.
 *
 * @param key a keyword of `limits`, or type, enum, const, pattern, additionalProperties
 */
export function shiftOf(key: string, before: unknown, after: unknown): Shift {
  if (key === "additionalProperties")
    return openness(after) > openness(before)
      ? "widened"
      : openness(after) < openness(before)
        ? "narrowed"
        : "replaced";
  if (before === undefined) return "narrowed";
  if (after === undefined) return "widened";
  if (typeof before === "number" && typeof after === "number" && limits.includes(key))
    return after > before === upper.includes(key) ? "widened" : "narrowed";
  if (key === "enum" || key === "type") return sets(valuesOf(key, before), valuesOf(key, after));
  return "replaced";
}

function openness(value: unknown): number {
  return value === false ? 0 : value === true || value === undefined ? 2 : 1;
}

function valuesOf(key: string, value: unknown): unknown[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  // Every integer is a number (JSON Schema 2020-12, validation, 6.1.1).
  return key === "type" && values.includes("number") ? [...values, "integer"] : values;
}

function sets(before: unknown[], after: unknown[]): Shift {
  const holds = (one: unknown[], other: unknown[]): boolean =>
    other.every((value) => one.some((known) => isDeepStrictEqual(known, value)));
  return holds(after, before) ? "widened" : holds(before, after) ? "narrowed" : "replaced";
}
