import type { FieldNode } from "../client/contract.ts";
import { keyOf } from "../client/field-messages.ts";
import { describeValue } from "../client/problem.ts";
import { type Violation, violations } from "../client/violations.ts";
import { closestWord } from "../lib/closest-word.ts";
import * as say from "./messages.ts";

/** What is wrong at a place of data that somebody wrote. */
export interface Fault {
  path: readonly string[];
  /** Korean sentences, without any value. */
  text: string;
}

/**
 * Where data differ from their form.
 *
 * @param special what is said of one in other words than the usual
 */
export function formFaults(
  form: FieldNode,
  data: unknown,
  special: (violation: Violation) => string | undefined = () => undefined,
): Fault[] {
  return violations(form, data).map((one) => ({ path: one.path, text: special(one) ?? sentence(form, one) }));
}

/** Faults of a part, with the way to the part. */
export function under(at: readonly string[], found: readonly Fault[]): Fault[] {
  return found.map(({ path, text }) => ({ path: [...at, ...path], text }));
}

/** A place as scenarios[0].response.body. Keys that the form does not know, nor mean, may be values; those of what is sensitive are. */
export function labelOf(form: FieldNode, path: readonly string[]): string {
  let node: FieldNode | undefined = form;
  const label = path.map((key) => {
    const parent: FieldNode | undefined = node;
    node = parent?.kind === "list" ? parent.item : parent?.fields?.[key];
    const isSecret = parent?.sensitive === true;
    if (parent?.kind === "list" || (parent?.kind === "any" && /^\d+$/.test(key))) return `[${key}]`;
    const isShown = node !== undefined || parent === undefined || parent.kind === "any" || parent.closed !== true;
    if (isSecret) return `.${keyOf([...key].length)}`;
    return isShown || meantBy(key, Object.keys(parent.fields ?? {})) !== undefined
      ? `.${key}`
      : `.${keyOf([...key].length)}`;
  });
  return label.length === 0 ? say.file : label.join("").replace(/^\./, "");
}

function sentence(form: FieldNode, { path, rule, wanted, value }: Violation): string {
  switch (rule) {
    case "required":
      return say.lacksValue;
    case "additionalProperties": {
      const siblings = Object.keys(nodeAt(form, path.slice(0, -1))?.fields ?? {});
      const closest = meantBy(path.at(-1) ?? "", siblings);
      return say.unknownKey(closest, siblings);
    }
    case "enum":
      return say.oneOf(wanted as string[]);
    case "type": {
      if (value === null) return say.emptyValue(String(wanted));
      return say.otherType(String(wanted), describeValue(value), wanted === "string" && typeof value === "number");
    }
    case "minimum":
      return say.atLeast(wanted);
    case "maximum":
      return say.atMost(wanted);
    case "maxLength":
      return say.shorter(wanted);
    case "minItems":
      return say.moreItems(wanted);
    default:
      return say.otherForm;
  }
}

function nodeAt(form: FieldNode, path: readonly string[]): FieldNode | undefined {
  return path.reduce<FieldNode | undefined>(
    (node, key) => (node?.kind === "list" ? node.item : node?.fields?.[key]),
    form,
  );
}

/** The key of a form that a key is, or most likely means. */
function meantBy(name: string, known: readonly string[]): string | undefined {
  const letters = name.replaceAll(/[^\p{L}\p{N}]/gu, "");
  return known.find((one) => one.toLowerCase() === letters.toLowerCase()) ?? closestWord(letters, known);
}
