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
export type Uses = ReadonlyMap<string, ReadonlySet<Use>>;

/** Finds out which operation reaches which node, and on which side. */
export function usesOf(api: OpenApi): Uses {
  const uses = new Map<string, Set<Use>>();

  function add(pointer: string, use: Use): void {
    const known = uses.get(pointer);
    if (known === undefined) uses.set(pointer, new Set([use]));
    else known.add(use);
  }

  function visit(
    type: NodeType,
    node: Record<string, unknown>,
    segments: string[],
    use: Use,
    variants: Map<string, Use>,
  ): void {
    const pointer = toPointer(segments);
    // What several places refer to, and what contains itself, is walked once for each use.
    if (uses.get(pointer)?.has(use) === true) return;
    add(pointer, use);
    const target = "$ref" in node ? resolve(api, { node, segments }) : undefined;
    if (target !== undefined) visit(type, target.node, target.segments, use, variants);
    for (const [key, value] of Object.entries(node)) {
      const rule = childRule(type, key);
      if (rule === undefined) continue;
      for (const child of childrenOf(rule, key, value)?.values() ?? []) {
        if (isObject(child.node))
          visit(
            rule.type,
            child.node,
            [...segments, ...child.segments],
            within(use, type, rule.type, key, child.name, variants),
            variants,
          );
      }
    }
  }

  for (const [path, item] of Object.entries(api.paths)) {
    for (const method of httpMethods) {
      const operation = item[method];
      if (!isObject(operation)) continue;
      const use = { operationId: String(operation["operationId"]), method: method.toUpperCase(), path };
      visit("operation", operation, ["paths", path, method], use, new Map());
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

/** The use of a node one step below: one object for each that an operation has. */
function within(
  use: Use,
  type: NodeType,
  childType: NodeType,
  key: string,
  name: string,
  variants: Map<string, Use>,
): Use {
  if (type !== "operation" && childType !== "example") return use;
  const variant: Use =
    type === "operation" ? { ...use, side: key === "responses" ? "response" : "request" } : { ...use, example: name };
  const same = JSON.stringify([variant.side, variant.example]);
  const known = variants.get(same) ?? variant;
  variants.set(same, known);
  return known;
}
