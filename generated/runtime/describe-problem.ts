// npm run generate. 직접 수정하지 마십시오.
import { jsonInText, listOfOne, namedPattern, unwrappedPattern, withinPattern } from "./field-messages.ts";
import {
  bodyLabel,
  dropped,
  encodeOnce,
  misplaced,
  missingField,
  misspelled,
  nothingThere,
  ofRule,
  otherThere,
  sendObjectAlone,
  unknownField,
  wrapped,
} from "./late-messages.ts";
import { absent, droppedKey, type Problem } from "./problem.ts";

/**
 * Describes a problem in whole Korean sentences: the field, what is wrong and, where it is not plain, what to do.
 *
 * @param withPointer also gives the JSON Pointer (RFC 6901), at the end of the first sentence
 * @param sentences of the problem, without their full stops
 */
export function describeProblem(
  problem: Problem,
  withPointer: boolean = false,
  sentences: readonly string[] = problemSentences(problem),
): string {
  const [first = "", ...rest] = sentences;
  const pointer = withPointer && problem.pointer !== "" ? `(${problem.pointer})` : "";
  return [`${first}${pointer}.`, ...rest.map((sentence) => `${sentence}.`)].join(" ");
}

/** What a problem is about: a field with its Korean name, or what its code says. */
export function labelOf({ code, name }: Problem): string {
  return code === "" ? bodyLabel : name === "" ? code : `${code}(${name})`;
}

/** The sentences of a problem without their full stops. */
export function problemSentences(problem: Problem): string[] {
  const { rule, expected, found } = problem;
  const label = labelOf(problem);
  if (rule === "required" && found === absent) return missingField(label);
  if (rule === "additionalProperties")
    return found === droppedKey ? dropped(label) : unknownKey(label, expected, found);
  // A keyword without Korean words of its own is shown as it is.
  const wanted = expected === rule ? ofRule(rule) : expected;
  if (found === absent) return [nothingThere(label, wanted)];
  const advice = { [listOfOne]: sendObjectAlone, [jsonInText]: encodeOnce }[found];
  return [otherThere(label, wanted, found), ...(advice === undefined ? [] : [advice])];
}

function unknownKey(label: string, expected: string, found: string): string[] {
  const [, name] = namedPattern.exec(expected) ?? [];
  if (name !== undefined) return misspelled(label, found, name);
  const [, home] = withinPattern.exec(expected) ?? [];
  if (home !== undefined) return misplaced(label, home);
  const [, parts] = unwrappedPattern.exec(expected) ?? [];
  return parts === undefined ? unknownField(label) : wrapped(label, parts);
}
