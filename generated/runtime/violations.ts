// npm run generate. 직접 고치지 않습니다.
import type { FieldNode } from "./contract.ts";
import { codePoints, integer, number, object } from "./is.ts";

/** A value that breaks a rule of its schema, in the form of Ajv's errors. */
export interface Violation {
  /** JSON Pointer (RFC 6901); for a missing or unknown key, that of its object. */
  instancePath: string;
  /** The keyword of JSON Schema. */
  keyword: string;
  params: Record<string, unknown>;
}

/** A check of a whole body; after false, `errors` tells where it is wrong. */
export interface Validator {
  (value: unknown): boolean;
  errors: Violation[] | null;
}

/** The check of a node as a function of its own. */
export function validator(node: FieldNode): Validator {
  const validate: Validator = (value) => {
    const found = node.accepts?.(value) === true ? [] : violations(node, value);
    validate.errors = found.length === 0 ? null : found;
    return found.length === 0;
  };
  validate.errors = null;
  return validate;
}

const types: Record<FieldNode["kind"], { type: string; holds: (value: unknown) => boolean }> = {
  text: { type: "string", holds: (value) => typeof value === "string" },
  number: { type: "number", holds: (value) => number(value) },
  integer: { type: "integer", holds: (value) => integer(value) },
  boolean: { type: "boolean", holds: (value) => typeof value === "boolean" },
  list: { type: "array", holds: (value) => Array.isArray(value) },
  object: { type: "object", holds: object },
  any: { type: "", holds: () => true },
};

/** The names of a bound by kind. */
const bounds = {
  text: ["minLength", "maxLength"],
  list: ["minItems", "maxItems"],
  object: ["minProperties", "maxProperties"],
  number: ["minimum", "maximum"],
  integer: ["minimum", "maximum"],
} as const;

/** Every rule that a value breaks, outermost first, in the order of the fields; at most `limit`. */
export function violations(node: FieldNode, value: unknown, limit = 100): Violation[] {
  const found: Violation[] = [];
  const report = (instancePath: string, keyword: string, params: Record<string, unknown>): void => {
    if (found.length < limit) found.push({ instancePath, keyword, params });
  };

  const visit = (want: FieldNode, one: unknown, at: string): void => {
    if (found.length >= limit) return;
    const { type, holds } = types[want.kind];
    if (!holds(one)) return report(at, "type", { type });
    if (want.kind in bounds) visitBounds(want, one, at);
    if (want.pattern?.test(String(one)) === false) report(at, "pattern", { pattern: want.pattern.source });
    if (want.values?.some((allowed) => isSame(allowed, one)) === false)
      report(at, "enum", { allowedValues: want.values });
    if (Array.isArray(one)) {
      if (want.item !== undefined) for (const [index, item] of one.entries()) visit(want.item, item, `${at}/${index}`);
    } else if (want.kind === "object") visitObject(want, one as Record<string, unknown>, at);
  };

  const visitBounds = ({ kind, min, max }: FieldNode, one: unknown, at: string): void => {
    const size = sizeOf(one);
    const [least, most] = bounds[kind as keyof typeof bounds];
    if (max !== undefined && size > max) report(at, most, { limit: max });
    if (min !== undefined && size < min) report(at, least, { limit: min });
  };

  const visitObject = ({ fields = {}, optional = [], closed }: FieldNode, one: object, at: string): void => {
    const own = (code: string): unknown =>
      Object.hasOwn(one, code) ? (one as Record<string, unknown>)[code] : undefined;
    const codes = Object.keys(fields);
    for (const code of codes)
      if (own(code) === undefined && !optional.includes(code)) report(at, "required", { missingProperty: code });
    if (closed)
      for (const key of Object.keys(one))
        if (!Object.hasOwn(fields, key)) report(at, "additionalProperties", { additionalProperty: key });
    for (const code of codes) {
      const inner = own(code);
      if (inner !== undefined)
        visit(fields[code] as FieldNode, inner, `${at}/${code.replaceAll("~", "~0").replaceAll("/", "~1")}`);
    }
  };

  visit(node, value, "");
  return found;
}

function sizeOf(value: unknown): number {
  if (typeof value === "string") return codePoints(value);
  if (Array.isArray(value)) return value.length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : Number(value);
}

function isSame(allowed: unknown, value: unknown): boolean {
  return allowed === value || (typeof allowed === "object" && JSON.stringify(allowed) === JSON.stringify(value));
}
