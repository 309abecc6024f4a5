import type { FieldNode } from "./contract.ts";
import { WooriInputError } from "./errors.ts";
import { childOf } from "./field.ts";
import { type Problem, problemAbout } from "./problem.ts";
import { type Violation, violations } from "./violations.ts";

/** The largest number of problems in one report. */
export const maxProblems = 100;

/** What is wrong with a value, at most `maxProblems`, each with the name of its field. */
export function check(tree: FieldNode, value: unknown, redact: (text: string) => string): Problem[] {
  if (tree.accepts?.(value) === true) return [];
  return violations(tree, value, maxProblems).map((one) => problem(tree, one, value, redact));
}

function problem(
  tree: FieldNode,
  { instancePath, keyword, params }: Violation,
  root: unknown,
  redact: (text: string) => string,
): Problem {
  const missing = params["missingProperty"] ?? params["additionalProperty"];
  const segments = instancePath
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (missing !== undefined) segments.push(String(missing));
  const value = segments.reduce<unknown>(
    (node, key) => (typeof node === "object" && node !== null ? (node as Record<string, unknown>)[key] : undefined),
    root,
  );
  return {
    ...place(tree, segments, redact),
    rule: keyword,
    expected: expectation(keyword, params),
    found: describeValue(value),
  };
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
    isKnown || /^[A-Za-z0-9_]{1,40}$/.test(key) ? redact(key) : `(${[...key].length}자 이름)`;
  let field: FieldNode | undefined = tree;
  let name = "";
  const shown = segments.map((segment, index) => {
    field = childOf(field, segment);
    if (index === at) name = field?.name ?? "";
    return show(segment, field !== undefined);
  });
  return { code: shown[at] ?? "", name, pointer: shown.map((segment) => `/${segment}`).join("") };
}

const typeNames: Record<string, string> = {
  string: "문자열",
  integer: "정수",
  number: "숫자",
  boolean: "true나 false",
  object: "객체",
  array: "배열",
};

function expectation(keyword: string, params: Record<string, unknown>): string {
  switch (keyword) {
    case "required":
      return "필수 항목";
    case "additionalProperties":
      return "명세에 없는 항목은 보내지 않음";
    case "maxLength":
      return `${String(params["limit"])}자 이하`;
    case "minLength":
      return `${String(params["limit"])}자 이상`;
    case "maxItems":
      return `원소 ${String(params["limit"])}개 이하`;
    case "minItems":
      return `원소 ${String(params["limit"])}개 이상`;
    case "maxProperties":
      return `항목 ${String(params["limit"])}개 이하`;
    case "minProperties":
      return `항목 ${String(params["limit"])}개 이상`;
    case "maximum":
      return `${String(params["limit"])} 이하의 수`;
    case "minimum":
      return `${String(params["limit"])} 이상의 수`;
    case "enum":
      return (params["allowedValues"] as unknown[]).join(" 또는 ");
    case "pattern":
      return `${String(params["pattern"])} 형식`;
    case "type":
      return typeNames[String(params["type"])] ?? String(params["type"]);
    default:
      return keyword;
  }
}

/** Describes a value by its kind and length, never by the value itself. */
export function describeValue(value: unknown): string {
  if (value === undefined) return "없는 항목";
  if (value === null) return "null";
  if (value === "") return "빈 문자열";
  if (typeof value === "string") return `${[...value].length}자 문자열`;
  if (Array.isArray(value)) return `원소 ${value.length}개의 배열`;
  return { number: "숫자", boolean: "불리언(true/false)", object: "객체" }[typeof value as string] ?? typeof value;
}

/** An input error about an option or a header. */
export function inputError(code: string, rule: string, expected: string, found: string): WooriInputError {
  return new WooriInputError([problemAbout(code, rule, expected, found)]);
}
