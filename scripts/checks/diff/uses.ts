import { httpMethods, type OpenApi, toPointer } from "../../bundle/openapi.ts";
import { isObject } from "../../lib/is-object.ts";
import { resolve } from "./differences.ts";
import { childrenOf, childRule, type NodeType } from "./grammar.ts";

/** That an operation reaches a node of the bundle. */
export interface Use {
  operationId: string;
  method: string;
  path: string;
  /** undefined for what is of neither, such as the operation itself. */
  side?: "request" | "response";
  /** The name under which the operation has the example. */
  example?: string;
}

/** The nodes of a bundle, by JSON Pointer, that the operations reach, through references too. */
export type Uses = ReadonlyMap<string, readonly Use[]>;

/** Finds out which operation reaches which node, and on which side. */
export function usesOf(api: OpenApi): Uses {
  const uses = new Map<string, Use[]>();

  function add(pointer: string, use: Use): void {
    const known = uses.get(pointer) ?? [];
    uses.set(pointer, known);
    if (!known.some((other) => sameUse(other, use))) known.push(use);
  }

  function visit(
    type: NodeType,
    node: Record<string, unknown>,
    segments: string[],
    use: Use,
    above: readonly string[],
  ): void {
    const pointer = toPointer(segments);
    // A schema may contain itself.
    if (above.includes(pointer)) return;
    add(pointer, use);
    const target = "$ref" in node ? resolve(api, { node, segments }) : undefined;
    if (target !== undefined) visit(type, target.node, target.segments, use, [...above, pointer]);
    for (const [key, value] of Object.entries(node)) {
      const rule = childRule(type, key);
      if (rule === undefined) continue;
      for (const child of childrenOf(rule, key, value)?.values() ?? []) {
        if (isObject(child.node))
          visit(
            rule.type,
            child.node,
            [...segments, ...child.segments],
            within(use, type, rule.type, key, child.name),
            [...above, pointer],
          );
      }
    }
  }

  for (const [path, item] of Object.entries(api.paths)) {
    for (const method of httpMethods) {
      const operation = item[method];
      if (!isObject(operation)) continue;
      const use = { operationId: String(operation["operationId"]), method: method.toUpperCase(), path };
      visit("operation", operation, ["paths", path, method], use, []);
      add(toPointer(["paths", path]), use);
      const security = (operation["security"] ?? (api as { security?: unknown }).security ?? []) as Record<
        string,
        string[]
      >[];
      for (const name of new Set(security.flatMap((alternative) => Object.keys(alternative)))) {
        add(toPointer(["components", "securitySchemes", name]), use);
      }
    }
  }
  return uses;
}

const sameUse = (one: Use, other: Use): boolean =>
  one.method === other.method && one.path === other.path && one.side === other.side && one.example === other.example;

/** The use of a node one step below. */
function within(use: Use, type: NodeType, childType: NodeType, key: string, name: string): Use {
  if (type === "operation") return { ...use, side: key === "responses" ? "response" : "request" };
  return childType === "example" ? { ...use, example: name } : use;
}
