import type { FieldNode } from "./contract.ts";
import { childOf } from "./field.ts";
import { belonging, isTold, wrapping } from "./key-spelling.ts";
import { digitsAlone, expectations, keyOf, ofPattern } from "./field-messages.ts";
import {
  absent,
  describeValue,
  type Deviation,
  maxProblems,
  otherValue,
  type Problem,
  problemAbout,
} from "./problem.ts";
import { violations } from "./violations.ts";

/** What is wrong with a value, at most `maxProblems`, each with the name of its field. */
export function check(tree: FieldNode, value: unknown, redact: (text: string) => string): Problem[] {
  if (tree.accepts?.(value) === true) return [];
  const found = violations(tree, value, maxProblems);
  return found
    .filter((one) => !isTold(tree, one, found))
    .map(({ path, rule, wanted, value: one }) => ({
      ...place(tree, path, redact),
      rule,
      expected: expectation(rule, wanted),
      found: (rule === "type" && wrapping(wanted, one)) || describeValue(one),
      ...(rule === "additionalProperties" && belonging(tree, path, one)),
    }));
}

/** Deviations of an answer as problems. */
export function placed(tree: FieldNode, deviations: readonly Deviation[], redact: (text: string) => string): Problem[] {
  return deviations.map(({ label, path, rule, expected, found }) =>
    label === undefined
      ? { ...place(tree, path, redact), rule, expected, found }
      : problemAbout(label, rule, expected, mediaType(redact(found))),
  );
}

/** A media type as it may be shown; any other text of the server is not. */
function mediaType(text: string): string {
  if (text === "") return absent;
  return /^[\w.+/-]{1,60}(\s*;?\s*charset="?[\w-]{1,20}"?)?;?$/.test(text) ? text : otherValue;
}

/** The place of a problem: field code, Korean name and JSON Pointer (RFC 6901). A key that may be a value is not shown. */
export function place(
  tree: FieldNode,
  segments: readonly string[],
  redact: (text: string) => string,
): Pick<Problem, "code" | "name" | "pointer"> {
  // The innermost key; behind it stand only places in a list.
  let at = segments.length - 1;
  while (at >= 0 && /^\d+$/.test(segments[at] ?? "")) at -= 1;
  // A key of the spec is no value.
  const show = (key: string, isKnown: boolean): string =>
    isKnown || /^[A-Za-z0-9_]{1,40}$/.test(key) ? redact(key) : keyOf([...key].length);
  let field: FieldNode | undefined = tree;
  let name = "";
  const shown = segments.map((segment, index) => {
    field = childOf(field, segment);
    if (index === at) name = field?.name ?? "";
    return show(segment, field !== undefined);
  });
  return { code: shown[at] ?? "", name, pointer: shown.map((segment) => `/${segment}`).join("") };
}

/** A pattern that a reader need not see. */
const digitsOnly = /^\^(\[0-9\]|\\d)[*+]\$$/;

function expectation(rule: string, wanted: unknown): string {
  if (rule === "pattern") return digitsOnly.test(String(wanted)) ? digitsAlone : ofPattern(wanted);
  return expectations[rule]?.(wanted) ?? rule;
}
