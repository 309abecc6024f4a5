import type { FieldNode } from "../../client/contract.ts";
import { childOf } from "../../client/field.ts";
import { closestWord } from "../../lib/closest-word.ts";
import { isObject } from "../../lib/is-object.ts";
import type { Fault } from "../data-faults.ts";

/** The fields of an answer that the spec does not name, as a mistyped one; the spec lets a body have more. */
export function unknownFields(node: FieldNode, value: unknown, at: readonly string[]): Fault[] {
  if (node.kind === "list" && Array.isArray(value))
    return value.flatMap((one, index) => unknownFields(node.item ?? { kind: "any" }, one, [...at, String(index)]));
  if (node.kind !== "object" || node.fields === undefined || !isObject(value)) return [];
  const known = Object.keys(node.fields);
  return Object.entries(value).flatMap(([key, part]): Fault[] => {
    const child = childOf(node, key);
    if (child !== undefined) return unknownFields(child, part, [...at, key]);
    const closest = closestWord(key, known);
    const advice =
      closest === undefined ? `쓸 수 있는 항목: ${known.join(", ")}` : `올바른 이름이 ${closest}인지 확인하십시오.`;
    return [{ path: [...at, key], text: `명세의 응답에 없는 항목입니다. ${advice}` }];
  });
}
