import { isObject } from "../../lib/is-object.ts";
import type { DocumentedField } from "./documented-fields.ts";

/** Letters of one, two and four bytes in UTF-8; the last takes two UTF-16 units. */
const letters = ["0", "A", "가", "😀"];
const texts = ["", "Y", "N", "y", "YY", "1", "007", "1a", " 1", "-1", "1.0"];
const otherTypes = [1, 1.5, true, null, [], {}];
/** A length that no field without a limit may refuse. */
const long = 5_000;

/** Values that test a field: every type, and texts around its length limit. */
export function valuesFor({ type, maxLength }: DocumentedField, valid: unknown): unknown[] {
  const limits = maxLength === undefined ? [long] : [maxLength, maxLength + 1];
  const items: unknown[] = Array.isArray(valid) ? valid : [];
  const lists = type === "array" ? [[...items, ...items, ...items], [""], [null], [[]]] : [];
  return [
    ...texts,
    ...limits.flatMap((length) => letters.map((letter) => letter.repeat(length))),
    ...otherTypes,
    ...lists,
  ];
}

/** Whether the document and the errata allow a value of `valuesFor`. Lengths count code points. */
export function allows(field: DocumentedField, value: unknown): boolean {
  const { type, maxLength = Infinity, minLength = 0, pattern = "", enum: values } = field;
  if (values !== undefined && !values.includes(value)) return false;
  if (type === "array") return Array.isArray(value) && value.every(isObject);
  if (type === "integer") return Number.isInteger(value);
  if (type === "number") return typeof value === "number";
  if (typeof value !== "string") return false;
  const length = [...value].length;
  return length >= minLength && length <= maxLength && new RegExp(pattern, "u").test(value);
}

type Node = Record<string, unknown>;

/** A copy of a body, changed in the object at a place such as `dataBody.LIST[]`: in the first item of a list. */
export function changed(body: unknown, at: string, change: (holder: Node) => void): unknown {
  const copy = structuredClone(body) as Node;
  const steps = at === "" ? [] : at.split(".");
  change(steps.reduce<Node>((node, step) => [node[step.replace("[]", "")]].flat()[0] as Node, copy));
  return copy;
}

/** What a body has at a place under a code. */
export function valueAt(body: unknown, at: string, code: string): unknown {
  let value: unknown;
  changed(body, at, (holder) => (value = holder[code]));
  return value;
}

/** The places of all objects in a body. */
export function objectsIn(body: unknown, at = ""): string[] {
  if (Array.isArray(body)) return body.length === 0 ? [] : objectsIn(body[0], `${at}[]`);
  if (!isObject(body)) return [];
  return [at, ...Object.entries(body).flatMap(([key, child]) => objectsIn(child, at === "" ? key : `${at}.${key}`))];
}
