import type { FieldNode } from "../../client/contract.ts";
import { childOf } from "../../client/field.ts";
import { closestWord } from "../../lib/closest-word.ts";
import { isObject } from "../../lib/is-object.ts";
import { whichName } from "../messages.ts";
import { type Fault, under } from "../data-faults.ts";

/**
 * What is wrong with a part of a body: fields that the spec does not name, as a mistyped one; it lets a body have more.
 *
 * @param unknown what is said of such a field, a Korean sentence
 * @param leafFaults what is wrong with a value that holds no fields
 */
export function partFaults(
  node: FieldNode,
  part: unknown,
  unknown: string,
  leafFaults: (node: FieldNode, value: unknown) => Fault[] = () => [],
): Fault[] {
  const inner = (child: FieldNode, key: string, value: unknown): Fault[] =>
    under([key], partFaults(child, value, unknown, leafFaults));
  if (node.kind === "list" && Array.isArray(part))
    return part.flatMap((one, index) => inner(node.item ?? { kind: "any" }, String(index), one));
  if (node.kind !== "object" || node.fields === undefined || !isObject(part)) return leafFaults(node, part);
  const known = Object.keys(node.fields);
  return Object.entries(part).flatMap(([key, value]): Fault[] => {
    const child = childOf(node, key);
    if (child !== undefined) return inner(child, key, value);
    const closest = closestWord(key, known);
    return [{ path: [key], text: `${unknown} ${whichName(closest, known)}` }];
  });
}
