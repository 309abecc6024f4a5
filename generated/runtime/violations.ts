// npm run generate. 직접 수정하지 마십시오.
import type { FieldNode } from "./contract.ts";
import { codePoints, object } from "./is.ts";

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
  number: { type: "number", holds: Number.isFinite },
  integer: { type: "integer", holds: Number.isInteger },
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

/** The keys to a value, innermost first: most values have nothing to report, and need no list. */
type Path = { key: string; parent: Path } | undefined;

/** Every rule that a value breaks, outermost first, in the order of the fields; at most `limit`. */
export function violations(node: FieldNode, value: unknown, limit: number = 100): Violation[] {
  const found: Violation[] = [];
  visit(node, value, undefined, (path, rule, wanted, one) => {
    if (found.length < limit) found.push({ path: keysOf(path), rule, wanted, value: one });
    return found.length < limit;
  });
  return found;
}

/** Takes a broken rule; false ends the search. */
type Report = (path: Path, rule: string, wanted: unknown, value: unknown) => boolean;

function visit(want: FieldNode, one: unknown, path: Path, report: Report): boolean {
  const { kind, min, max, pattern, values, item, fields, optional, closed } = want;
  const { type, holds } = types[kind];
  if (!holds(one)) return report(path, "type", type, one);
  let goesOn = true;
  const broken = (rule: string, wanted: unknown): void => void (goesOn = report(path, rule, wanted, one));
  if (values?.some((allowed) => isSame(allowed, one)) === false) broken("enum", values);
  if (max !== undefined && sizeOf(one) > max) broken(`max${bounds[kind]}`, max);
  if (min !== undefined && sizeOf(one) < min) broken(`min${bounds[kind]}`, min);
  if (pattern?.test(String(one)) === false) broken("pattern", pattern.source);
  if (item !== undefined)
    return (
      goesOn &&
      (one as unknown[]).every((inner, index) => visit(item, inner, { key: String(index), parent: path }, report))
    );
  return (
    goesOn && (kind !== "object" || visitFields(fields ?? {}, optional ?? [], closed, one as object, path, report))
  );
}

function visitFields(
  fields: NonNullable<FieldNode["fields"]>,
  optional: readonly string[],
  closed: true | undefined,
  one: object,
  path: Path,
  report: Report,
): boolean {
  const codes = Object.keys(fields);
  for (const code of codes)
    if (own(one, code) === undefined && !optional.includes(code))
      if (!report({ key: code, parent: path }, "required", undefined, undefined)) return false;
  if (closed)
    for (const key of Object.keys(one))
      if (!Object.hasOwn(fields, key))
        if (!report({ key, parent: path }, "additionalProperties", undefined, own(one, key))) return false;
  return codes.every((code) => {
    const inner = own(one, code);
    return inner === undefined || visit(fields[code] as FieldNode, inner, { key: code, parent: path }, report);
  });
}

function keysOf(path: Path): string[] {
  return path === undefined ? [] : [...keysOf(path.parent), path.key];
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
