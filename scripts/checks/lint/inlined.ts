import { isObject } from "../../lib/is-object.ts";
import { refTarget, type Place, type Spec } from "../../bundle/spec-files.ts";
import { start } from "../../bundle/place-of.ts";
import { placeName } from "./fields.ts";

/**
 * The spec as one document without a `$ref`. What several places refer to is one value there; what contains itself is
 * empty within itself.
 */
export function inlined(spec: Spec): unknown {
  const made = new Map<string, unknown>();
  const follow = (place: Place): unknown => {
    const { node, ...at } = spec.resolve(place);
    const name = placeName(at);
    if (!made.has(name)) {
      made.set(name, {});
      made.set(name, copy(node, at.file));
    }
    return made.get(name);
  };
  const copy = (node: unknown, file: string): unknown => {
    if (Array.isArray(node)) return node.map((item) => copy(item, file));
    if (!isObject(node)) return node;
    if ("$ref" in node) return follow(refTarget(file, String(node["$ref"])));
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, copy(value, file)]));
  };
  return follow(start);
}
