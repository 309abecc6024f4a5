// npm run generate. 직접 고치지 않습니다.
import type { FieldNode } from "./contract.ts";
import { WooriTransportError } from "./errors.ts";
import { childOf } from "./field.ts";
import type { Problem } from "./problem.ts";
import { maxProblems, place } from "./problems.ts";

const maxDepth = 64;
/** A string up to its end or the end of the text, which keeps the match linear, or a number. */
const token = /"[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)|-?\d[\d.eE+-]*/g;
const numeral = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** Keys that reach an object's prototype. */
const unsafe = ["__proto__", "constructor", "prototype"];

/** The path of a node, innermost key first; joined only for a problem. */
type Path = { key: string; parent: Path } | undefined;

/**
 * Reads the JSON of an answer tolerantly: a number where the spec has a string keeps its digits
 * unchanged (`350000000.00`, `00012`, any length), "" for a list is an empty list, and any other value
 * or no value for an object or a list is an empty one. Each such case is a problem. Unknown keys are kept.
 *
 * @throws {WooriTransportError} not-json: the text is not JSON, not an object, or nested more than 64 deep
 */
export function readJson(
  text: string,
  tree: FieldNode,
  status: number,
  redact: (text: string) => string,
): { value: Record<string, unknown>; issues: Problem[] } {
  const issues: Problem[] = [];
  const report = (path: Path, rule: string, expected: string, found: string): void => {
    if (issues.length >= maxProblems) return;
    const segments: string[] = [];
    for (let at = path; at !== undefined; at = at.parent) segments.unshift(at.key);
    issues.push({ ...place(tree, segments, redact), rule, expected, found });
  };

  const read = (node: unknown, want: FieldNode | undefined, path: Path, depth: number): unknown => {
    if (depth > maxDepth) throw new WooriTransportError("not-json", { status });
    if (want?.kind === "list") return readList(node, want.item, path, depth);
    if (want?.kind === "object") return readObject(node, want, path, depth);
    if (Array.isArray(node)) return readList(node, undefined, path, depth);
    if (typeof node === "object" && node !== null) return readObject(node, undefined, path, depth);
    if (typeof node !== "string") return node;
    const rest = node.slice(1);
    if (node.startsWith("s")) return rest;
    if (want?.kind === "text") {
      report(path, "type", "문자열", "숫자");
      return rest;
    }
    // A number with more digits than a double holds stays text.
    if (rest.replaceAll(/\D|^0+/g, "").length <= 15 && Number.isFinite(Number(rest))) return Number(rest);
    report(path, "type", "15자리 이하의 숫자", "더 긴 숫자");
    return rest;
  };

  const readList = (node: unknown, want: FieldNode | undefined, path: Path, depth: number): unknown[] => {
    if (Array.isArray(node))
      return node.map((item, index) => read(item, want, { key: String(index), parent: path }, depth + 1));
    report(path, node === undefined ? "required" : "type", "배열", describeTagged(node));
    return [];
  };

  const readObject = (
    node: unknown,
    want: FieldNode | undefined,
    path: Path,
    depth: number,
  ): Record<string, unknown> => {
    const isObject = typeof node === "object" && node !== null && !Array.isArray(node);
    if (!isObject) report(path, node === undefined ? "required" : "type", "객체", describeTagged(node));
    const out: Record<string, unknown> = {};
    for (const [tag, value] of Object.entries(isObject ? (node as object) : {})) {
      const key = tag.slice(1);
      const at = { key, parent: path };
      if (unsafe.includes(key)) report(at, "additionalProperties", "안전한 이름", "버린 항목");
      else out[key] = read(value, childOf(want, key), at, depth + 1);
    }
    for (const [key, inner] of Object.entries(want?.fields ?? {})) {
      const isThere = [key, ...(inner.aliases ?? [])].some((name) => Object.hasOwn(out, name));
      if ((inner.kind === "list" || inner.kind === "object") && !isThere)
        out[key] = read(undefined, inner, { key, parent: path }, depth + 1);
    }
    return out;
  };

  const parsed = parse(text);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    throw new WooriTransportError("not-json", { status });
  return { value: readObject(parsed, tree.kind === "object" ? tree : undefined, undefined, 0), issues };
}

/**
 * JSON.parse with every number as a string, as it would round them. A number gets the prefix n, a
 * string and a key the prefix s. Undefined where the text is not JSON.
 */
function parse(text: string): unknown {
  const colon = /\s*:/y;
  const tagged = text.replaceAll(token, (found, offset: number) => {
    if (found.startsWith('"')) return `"s${found.slice(1)}`;
    colon.lastIndex = offset + found.length;
    // A number as a key is invalid JSON and must stay invalid.
    return numeral.test(found) && !colon.test(text) ? `"n${found}"` : found;
  });
  try {
    return JSON.parse(tagged);
  } catch {
    return undefined;
  }
}

function describeTagged(node: unknown): string {
  if (node === undefined) return "없는 항목";
  if (typeof node === "string")
    return node.startsWith("n") ? "숫자" : node === "s" ? "빈 문자열" : `${[...node].length - 1}자 문자열`;
  return node === null
    ? "null"
    : Array.isArray(node)
      ? "배열"
      : typeof node === "object"
        ? "객체"
        : "불리언(true/false)";
}
