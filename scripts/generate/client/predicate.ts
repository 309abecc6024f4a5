import type { FieldNode } from "../../client/contract.ts";
import { violations } from "../../client/violations.ts";
import { literal, propertyName } from "../source-text.ts";

/** How a predicate names what it does not hold itself. */
interface Names {
  /** The constant of a component; undefined for a node that has none. */
  component: (node: FieldNode) => string | undefined;
  /** The constant of a regular expression. */
  pattern: (pattern: RegExp) => string;
}

/** Code that is true only for valid values of a node (`is.ts`). It may be false for a valid one with strange keys. */
export function predicate(node: FieldNode, value: string, names: Names): string {
  const conditions = conditionsOf(node, value, names);
  return conditions.length === 0 ? "true" : conditions.join(" && ");
}

function conditionsOf(node: FieldNode, value: string, names: Names): string[] {
  const { kind, min, max, pattern, values } = node;
  // A listed value is compared, and needs no other rule where it keeps to all of them.
  if (values !== undefined)
    return [
      oneOf(
        values.filter((one) => violations(node, one).length === 0),
        value,
      ),
    ];
  const bounds = (...given: (number | undefined)[]): string => {
    while (given.length > 0 && given.at(-1) === undefined) given.pop();
    return given.map((bound) => `, ${bound === undefined ? "undefined" : String(bound)}`).join("");
  };
  switch (kind) {
    case "text":
      return [
        `is.text(${value}${bounds(max, min)})`,
        ...(pattern === undefined ? [] : [`${names.pattern(pattern)}.test(${value})`]),
      ];
    case "number":
    case "integer":
      return [`is.${kind}(${value}${bounds(min, max)})`];
    case "boolean":
      return [`typeof ${value} === "boolean"`];
    case "list":
      return [
        `is.list(${value}, (item) => ${node.item === undefined ? "true" : part(node.item, "item", names)}${bounds(min, max)})`,
      ];
    case "object":
      return [`is.object(${value}${bounds(min, max)})`, ...fieldsOf(node, value, names)];
    case "any":
      return [];
  }
}

function fieldsOf({ fields = {}, optional = [], closed }: FieldNode, value: string, names: Names): string[] {
  const conditions = Object.entries(fields).flatMap(([code, field]) => {
    const key = propertyName(code);
    const at = key === code ? `${value}.${code}` : `${value}[${literal(code)}]`;
    const inner = part(field, at, names);
    // An inherited value is none of the field's.
    const own = code in Object.prototype ? [`Object.hasOwn(${value}, ${literal(code)})`] : [];
    if (optional.includes(code))
      return inner === "true" ? [] : [`(${at} === undefined || ${[...own, inner].join(" && ")})`];
    return [...own, inner === "true" ? `${at} !== undefined` : inner];
  });
  if (closed !== true) return conditions;
  const present = optional.map((code) => ` + Number(Object.hasOwn(${value}, ${literal(code)}))`).join("");
  return [...conditions, `is.size(${value}, ${Object.keys(fields).length - optional.length}${present})`];
}

/** A node inside another: a component answers for itself. */
function part(node: FieldNode, value: string, names: Names): string {
  const name = names.component(node);
  return name === undefined ? predicate(node, value, names) : `${name}.accepts(${value})`;
}

function oneOf(values: readonly unknown[], value: string): string {
  // Objects and lists are left to the slow check.
  const plain = values.filter((one) => typeof one !== "object" || one === null);
  if (plain.length === 0) return "false";
  const equal = plain.map((one) => `${value} === ${literal(one)}`);
  return equal.length === 1 ? equal.join("") : `(${equal.join(" || ")})`;
}
