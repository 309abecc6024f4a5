import type { Contract, Shape } from "./contract.ts";
import { type Problem, WooriTransportError } from "./errors.ts";
import { nameOf } from "./problems.ts";

const maxDepth = 64;
const token = /"[^"\\]*(?:\\[^][^"\\]*)*"|-?\d[\d.eE+-]*/g;
const numeral = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** Names that reach an object's prototype; no field has one. */
const unsafe = ["__proto__", "constructor", "prototype"];

/**
 * Reads the JSON text of an answer the way the bank's answers need: a number where the spec has text keeps its digits
 * as they stand (`350000000.00`, `00012`, any length), "" where it has a list is an empty list, a missing or null
 * object or list is an empty one. Each such reading is a finding. Unknown keys are kept.
 *
 * @throws {WooriTransportError} not-json: the text is not JSON, not an object, or nested more than 64 deep
 */
export function readJson(contract: Contract, text: string, shape: Shape, status: number): { value: Record<string, unknown>; issues: Problem[] } {
  const issues: Problem[] = [];
  // JSON.parse rounds numbers before anyone sees them, so each becomes a string first: n before a number, s before a string.
  const tagged = text.replaceAll(token, (found) => (found.startsWith('"') ? `"s${found.slice(1)}` : numeral.test(found) ? `"n${found}"` : found));
  let parsed: unknown;
  try {
    parsed = JSON.parse(tagged);
  } catch {
    throw new WooriTransportError("not-json", { status });
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw new WooriTransportError("not-json", { status });

  const report = (pointer: string, rule: string, expected: string, found: string): void => {
    const code = pointer.split("/").findLast((segment) => !/^\d*$/.test(segment)) ?? "";
    issues.push({ code, name: nameOf(contract, code), pointer, rule, expected, found });
  };

  const read = (node: unknown, want: Shape, pointer: string, depth: number): unknown => {
    if (depth > maxDepth) throw new WooriTransportError("not-json", { status });
    if (typeof node === "string") {
      const rest = node.slice(1);
      if (node.startsWith("n")) {
        if (want !== "text") return Number(rest);
        report(pointer, "type", "문자열", "숫자");
        return rest;
      }
      if (rest !== "" || !Array.isArray(want)) return rest;
      report(pointer, "type", "배열", "빈 문자열");
      return [];
    }
    if (Array.isArray(node)) return node.map((item, index) => read(item, Array.isArray(want) ? (want as readonly [Shape])[0] : "any", `${pointer}/${index}`, depth + 1));
    if (typeof node === "object" && node !== null) return readObject(node, want, pointer, depth);
    return node;
  };

  const readObject = (node: object, want: Shape, pointer: string, depth: number): Record<string, unknown> => {
    const shapes = typeof want === "object" && !Array.isArray(want) ? (want as Record<string, Shape>) : {};
    const out: Record<string, unknown> = {};
    for (const [tag, value] of Object.entries(node)) {
      const key = tag.slice(1);
      if (unsafe.includes(key)) report(`${pointer}/${key}`, "additionalProperties", "안전한 이름", "버린 항목");
      else out[key] = read(value, Object.hasOwn(shapes, key) ? (shapes[key] ?? "any") : "any", `${pointer}/${key}`, depth + 1);
    }
    for (const [code, inner] of Object.entries(shapes)) {
      if (typeof inner !== "object" || (out[code] ?? undefined) !== undefined) continue;
      report(`${pointer}/${code}`, "required", Array.isArray(inner) ? "배열" : "객체", out[code] === null ? "null" : "없는 항목");
      out[code] = Array.isArray(inner) ? [] : readObject({}, inner, `${pointer}/${code}`, depth + 1);
    }
    return out;
  };

  return { value: readObject(parsed, shape, "", 0), issues };
}
