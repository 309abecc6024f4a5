// npm run generate. 직접 수정하지 마십시오.
import type { FieldNode } from "./contract.ts";
import { childOf } from "./field.ts";
import { object } from "./is.ts";
import { elsewhere, jsonInText, listOfOne, named, spellings, unwrapped, within, wrapper } from "./field-messages.ts";
import type { Violation } from "./violations.ts";
import { folded } from "./written-forms.ts";

/** Longer keys mean no field; comparing them would take the time of other requests. */
const longestKey = 80;

/** The code of the object that a key means, where only case, separators or width differ. */
function twinOf({ fields = {} }: FieldNode, key: string): string | undefined {
  if (key.length > longestKey) return undefined;
  const name = folded(key);
  return Object.keys(fields).find((code) => folded(code) === name);
}

/** Whether a missing field is told already: by its key in another spelling. */
export function isTold(tree: FieldNode, { path, rule }: Violation, all: readonly Violation[]): boolean {
  return (
    rule === "required" &&
    all.some(
      (other) =>
        other.rule === "additionalProperties" &&
        other.path.length === path.length &&
        other.path.slice(0, -1).every((key, index) => key === path[index]) &&
        twinOf(parentOf(tree, path), other.path.at(-1) as string) === path.at(-1),
    )
  );
}

/**
 * What an unknown key should have been: a field in another spelling, a field of another part, or what it wraps.
 *
 * @returns what was expected and found, for a problem; undefined where nothing is known
 */
export function belonging(
  tree: FieldNode,
  path: readonly string[],
  value: unknown,
): { expected: string; found: string } | undefined {
  const key = path.at(-1) as string;
  const parent = parentOf(tree, path);
  const twin = twinOf(parent, key);
  if (twin !== undefined) return { expected: named(twin), found: spelling(key, twin) };
  const home = homeOf(tree, key, "");
  if (home !== undefined) return { expected: within(home), found: elsewhere };
  const parts = Object.keys(parent.fields ?? {});
  return object(value) && parts.length > 0 && parts.every((code) => Object.hasOwn(value as object, code))
    ? { expected: unwrapped(parts.join(", ")), found: wrapper }
    : undefined;
}

/** What a value is that holds what is wanted one level further in; "" where it does not. */
export function wrapping(wanted: unknown, value: unknown): string {
  if (wanted !== "object") return "";
  if (Array.isArray(value)) return value.length === 1 && object(value[0]) ? listOfOne : "";
  if (typeof value !== "string" || !/^\s*[{"]/.test(value)) return "";
  try {
    const inner: unknown = JSON.parse(value);
    return object(inner) || wrapping(wanted, inner) ? jsonInText : "";
  } catch {
    return "";
  }
}

function parentOf(tree: FieldNode, path: readonly string[]): FieldNode {
  return path.slice(0, -1).reduce<FieldNode | undefined>(childOf, tree) as FieldNode;
}

/** The first part of a body that has a field under this key, in whatever spelling. */
function homeOf(node: FieldNode, key: string, at: string): string | undefined {
  if (at !== "" && twinOf(node, key) !== undefined) return at;
  for (const [code, field] of Object.entries(node.fields ?? {})) {
    const home = field.fields && homeOf(field, key, at === "" ? code : `${at}.${code}`);
    if (home !== undefined) return home;
  }
  return undefined;
}

function spelling(key: string, twin: string): string {
  if (key.normalize("NFKC") !== key) return spellings.wide;
  if (/\s/.test(key)) return spellings.blank;
  return key.toLowerCase() === twin.toLowerCase() ? spellings.letterCase : spellings.separator;
}
