import * as fc from "fast-check";
import { deref, type OpenApi, type Schema } from "../../bundle/openapi.ts";
import type { Style, Tree } from "./tree.ts";

/** Letters that programs count differently: one unit or two, one byte to four, alone or joined to the letter before. */
const letters = [
  "A",
  "y",
  "0",
  " ",
  '"',
  "\\",
  "\n",
  "\u0000",
  "\u007f",
  "é",
  "e\u0301",
  "가",
  "\u1112\u1161\u11ab",
  "각",
  "漢",
  "｟",
  "\u200d",
  "\ufeff",
  "\u2028",
  "😀",
  "👩‍👩‍👧",
  "𠮷",
  "\u{10ffff}",
  "\ud800",
  "\udc00",
];
/** Keys of an object's prototype, and keys that resemble others. */
export const strangeKeys = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "EXTRA",
  "",
  "0",
  "dataheader",
  "데이터",
  "DATAHEADER",
  "$ref",
  "dataBody ",
  "😀",
];

const string = (value: string): Tree => ({ kind: "string", value });
const literal = (text: string): Tree => ({ kind: "literal", text });

/** Text of 0 to `max` code points, often of none or of just as many. */
function text(max: number, unit: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const some = fc.array(unit, { maxLength: max }).map((units) => cut(units.join(""), max));
  const full = unit.map((one) => cut(one.repeat(max), max));
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 1, arbitrary: fc.constant("") },
    { weight: 4, arbitrary: some },
    { weight: 2, arbitrary: full },
  );
}

const cut = (value: string, codePoints: number): string => [...value].slice(0, codePoints).join("");

/** Any JSON, nested a little. */
export const anything: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc
      .constantFrom("null", "true", "false", "0", "-0", "1", "-1.5", "1e400", "12345678901234567890", "0.1e-5")
      .map(literal),
    text(12, fc.constantFrom(...letters)).map(string),
    fc.array(tie("tree"), { maxLength: 3 }).map((items): Tree => ({ kind: "array", items })),
    fc
      .array(fc.tuple(fc.constantFrom(...strangeKeys), tie("tree")), { maxLength: 3 })
      .map((entries): Tree => ({ kind: "object", entries })),
  ),
})).tree;

/** JSON that a schema of the bundle takes, its keys in any order; where the schema is open, with unknown keys. */
export function validFor(api: OpenApi, reference: Schema): fc.Arbitrary<Tree> {
  const schema = deref<Schema & { enum?: string[]; pattern?: string; additionalProperties?: boolean }>(api, reference);
  if (schema.items !== undefined) {
    const item = validFor(api, schema.items);
    return fc
      .oneof(
        { withCrossShrink: true },
        { weight: 9, arbitrary: fc.array(item, { maxLength: 3 }) },
        { weight: 1, arbitrary: fc.array(item, { minLength: 30, maxLength: 60 }) },
      )
      .map((items) => ({ kind: "array", items }));
  }
  if (schema.type === "string") {
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum).map(string);
    const unit = schema.pattern === undefined ? fc.constantFrom(...letters) : fc.constantFrom("0", "1", "9");
    const limit = schema.maxLength;
    const pattern = new RegExp(schema.pattern ?? "", "u");
    return text(limit ?? 40, unit)
      .filter((value) => pattern.test(value))
      .map((value) => ({ kind: "string", value, ...(limit === undefined ? {} : { limit }) }));
  }
  if (schema.type === "integer" || schema.type === "number") return fc.nat().map((value) => literal(String(value)));
  if (schema.type === "boolean") return fc.boolean().map((value) => literal(String(value)));
  if (schema.type !== "object") throw new Error(`no inputs for a schema of type ${schema.type}`);
  const own = Object.entries(schema.properties ?? {}).map(([key, property]) => {
    const entry = validFor(api, property).map((value): [string, Tree][] => [[key, value]]);
    return schema.required?.includes(key) === true
      ? entry
      : fc.oneof({ withCrossShrink: true }, fc.constant<[string, Tree][]>([]), entry);
  });
  const known = Object.keys(schema.properties ?? {});
  const extra = fc.array(fc.tuple(fc.constantFrom(...strangeKeys.filter((key) => !known.includes(key))), anything), {
    maxLength: 2,
  });
  const extras = schema.additionalProperties === false ? fc.constant<[string, Tree][]>([]) : extra;
  return fc
    .tuple(fc.tuple(...own), extras, fc.nat())
    .map(([entries, more, order]) => ({ kind: "object", entries: shuffled([...entries.flat(), ...more], order) }));
}

/** The items in an order that a number picks; 0 leaves them. */
function shuffled<Item>(items: Item[], order: number): Item[] {
  const left = [...items];
  const chosen: Item[] = [];
  for (let rest = order; left.length > 0; rest = Math.floor(rest / 7))
    chosen.push(...left.splice(rest % left.length, 1));
  return chosen;
}

/** Ways to write the same JSON. */
export const style: fc.Arbitrary<Style> = fc.record({ escaped: fc.boolean(), spaced: fc.boolean() });
