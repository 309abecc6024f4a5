// npm run generate. 직접 수정하지 마십시오.
import type { FieldNode } from "./contract.ts";
import { childOf } from "./field.ts";
import { explanation } from "./late.ts";
import { longerNumber, wantedKey, wantedList, wantedNumber, wantedObject, wantedText } from "./messages.ts";
import { describeValue, type Deviation, droppedKey, maxProblems } from "./problem.ts";
import { Fault } from "./transport.ts";

const maxDepth = 64;
/** Keys that reach an object's prototype. */
const unsafe = ["__proto__", "constructor", "prototype"];

/** The path of a node, innermost key first; joined only for a deviation. */
type Path = { key: string; parent: Path } | undefined;

/**
 * Reads the JSON of an answer tolerantly: a number where the spec has a string keeps its digits
 * unchanged (`350000000.00`, `00012`, any length), "" for a list is an empty list, and any other value
 * or no value for an object or a list is an empty one. Each such case is a deviation. Unknown keys are kept.
 *
 * @throws {Fault} not-json: the text is not JSON, not an object, or nested more than 64 deep
 */
export async function readJson(
  text: string,
  tree: FieldNode,
  status: number,
): Promise<{ value: Record<string, unknown>; deviations: Deviation[] }> {
  const deviations: Deviation[] = [];
  const report = (at: Path, rule: string, expected: string, found: string): void => {
    if (deviations.length >= maxProblems) return;
    const path: string[] = [];
    for (let step = at; step !== undefined; step = step.parent) path.unshift(step.key);
    deviations.push({ path, rule, expected, found });
  };

  const read = (node: unknown, want: FieldNode | undefined, path: Path, depth: number): unknown => {
    if (depth > maxDepth) throw new Fault("not-json", { status });
    if (want?.kind === "list") return readList(node, want.item, path, depth);
    if (want?.kind === "object") return readObject(node, want, path, depth);
    if (Array.isArray(node)) return readList(node, undefined, path, depth);
    if (node instanceof Digits) return readNumber(node.text, want, path);
    return typeof node === "object" && node !== null ? readObject(node, undefined, path, depth) : node;
  };

  const readNumber = (digits: string, want: FieldNode | undefined, path: Path): unknown => {
    if (want?.kind === "text") {
      report(path, "type", wantedText, describeValue(0));
      return digits;
    }
    // A number with more digits than a double holds stays text.
    if (digits.replaceAll(/\D|^0+/g, "").length <= 15 && Number.isFinite(Number(digits))) return Number(digits);
    report(path, "type", wantedNumber, longerNumber);
    return digits;
  };

  const readList = (node: unknown, want: FieldNode | undefined, path: Path, depth: number): unknown[] => {
    if (Array.isArray(node))
      return node.map((item, index) => read(item, want, { key: String(index), parent: path }, depth + 1));
    report(
      path,
      node === undefined ? "required" : "type",
      wantedList,
      describeValue(node instanceof Digits ? 0 : node),
    );
    return [];
  };

  const readObject = (
    node: unknown,
    want: FieldNode | undefined,
    path: Path,
    depth: number,
  ): Record<string, unknown> => {
    const isObject = typeof node === "object" && node !== null && !Array.isArray(node) && !(node instanceof Digits);
    if (!isObject)
      report(
        path,
        node === undefined ? "required" : "type",
        wantedObject,
        describeValue(node instanceof Digits ? 0 : node),
      );
    const out: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(isObject ? (node as object) : {})) {
      const at = { key, parent: path };
      if (unsafe.includes(key)) report(at, "additionalProperties", wantedKey, droppedKey);
      else out[key] = read(value, childOf(want, key), at, depth + 1);
    }
    for (const [key, inner] of Object.entries(want?.fields ?? {})) {
      const isThere = [key, ...(inner.aliases ?? [])].some((name) => Object.hasOwn(out, name));
      if ((inner.kind === "list" || inner.kind === "object") && !isThere)
        out[key] = read(undefined, inner, { key, parent: path }, depth + 1);
    }
    return out;
  };

  const parsed = await parse(text);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed) || parsed instanceof Digits)
    throw new Fault("not-json", { status });
  return { value: readObject(parsed, tree.kind === "object" ? tree : undefined, undefined, 0), deviations };
}

/** A number of the text with its digits as they stood; a double would round them. */
class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** JSON.parse with every number as its digits; one with zeros in front is read too. Undefined where the text is not JSON. */
async function parse(text: string): Promise<unknown> {
  // Most answers hold no number, and a reviver takes ten times as long.
  if (!/[:,[]\s*[-\d]/.test(text)) return attempt(() => JSON.parse(text));
  return (
    attempt(() => (tellsSource() ? JSON.parse(text, fromSource) : undefined)) ??
    (await explanation())?.parseTagged(text, (digits) => new Digits(digits))
  );
}

function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** A reviver that is told the source text of each primitive (ECMA-262, 25.5.1). TypeScript does not know it yet. */
function fromSource(_: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === "number" ? new Digits(context?.source ?? "") : value;
}

/** Whether the platform has it: Node 22, Chrome 114, Firefox 135 and Safari 18.4 do. */
function tellsSource(): boolean {
  return JSON.parse("1.0", fromSource).text === "1.0";
}
