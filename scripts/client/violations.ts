import type { FieldNode } from "./contract.ts";
import { codePoints, integer, number, object } from "./is.ts";

/** A value that breaks a rule of its schema. */
export interface Violation {
  /** The keys from the whole value to the one that is wrong, missing or unknown. */
  path: readonly string[];
  /** The keyword of JSON Schema. */
  rule: string;
  /** What the keyword holds: a type, a bound, a pattern or the values. */
  wanted?: unknown;
  value: unknown;
}

const types: Record<FieldNode["kind"], { type: string; holds: (value: unknown) => boolean }> = {
  text: { type: "string", holds: (value) => typeof value === "string" },
  number: { type: "number", holds: (value) => number(value) },
  integer: { type: "integer", holds: (value) => integer(value) },
  boolean: { type: "boolean", holds: (value) => typeof value === "boolean" },
  list: { type: "array", holds: Array.isArray },
  object: { type: "object", holds: (value) => object(value) },
  any: { type: "", holds: () => true },
};

/** What follows min and max in the name of a bound's keyword, by kind. */
const bounds: Partial<Record<FieldNode["kind"], string>> = {
  text: "Length",
  list: "Items",
  object: "Properties",
  number: "imum",
  integer: "imum",
};

/** Every rule that a value breaks, outermost first, in the order of the fields; at most `limit`. */
export function violations(node: FieldNode, value: unknown, limit: number = 100): Violation[] {
  const found: Violation[] = [];

  const visit = (want: FieldNode, one: unknown, path: readonly string[]): void => {
    const report = (rule: string, wanted?: unknown, key?: string): void => {
      if (found.length >= limit) return;
      if (key === undefined) found.push({ path, rule, wanted, value: one });
      else found.push({ path: [...path, key], rule, value: own(one as object, key) });
    };
    const { kind, min, max, pattern, values, item, fields = {}, optional = [], closed } = want;
    const { type, holds } = types[kind];
    if (!holds(one)) return report("type", type);
    if (values?.some((allowed) => isSame(allowed, one)) === false) report("enum", values);
    const size = sizeOf(one);
    if (max !== undefined && size > max) report(`max${bounds[kind]}`, max);
    if (min !== undefined && size < min) report(`min${bounds[kind]}`, min);
    if (pattern?.test(String(one)) === false) report("pattern", pattern.source);
    if (item !== undefined)
      for (const [index, inner] of (one as unknown[]).entries()) visit(item, inner, [...path, String(index)]);
    if (kind !== "object" || found.length >= limit) return;
    const codes = Object.keys(fields);
    for (const code of codes)
      if (own(one as object, code) === undefined && !optional.includes(code)) report("required", undefined, code);
    if (closed)
      for (const key of Object.keys(one as object))
        if (!Object.hasOwn(fields, key)) report("additionalProperties", undefined, key);
    for (const code of codes) {
      const inner = own(one as object, code);
      if (inner !== undefined) visit(fields[code] as FieldNode, inner, [...path, code]);
    }
  };

  visit(node, value, []);
  return found;
}

function own(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

/** What a bound is about: code points, items, keys, or the number itself. */
function sizeOf(value: unknown): number {
  if (typeof value === "string") return codePoints(value);
  return typeof value === "object" && value !== null ? Object.keys(value).length : Number(value);
}

function isSame(allowed: unknown, value: unknown): boolean {
  return allowed === value || (typeof allowed === "object" && JSON.stringify(allowed) === JSON.stringify(value));
}
