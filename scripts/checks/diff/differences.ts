import { isDeepStrictEqual } from "node:util";
import { type OpenApi, pointerSegments, toPointer, nodeAt } from "../../bundle/openapi.ts";
import { isObject } from "../../lib/is-object.ts";
import { type Child, childrenOf, childRule, type NodeType } from "./grammar.ts";
import { isSameSource } from "./sections.ts";

/** One thing in which two bundles differ. */
export interface Difference {
  /** The node with the difference. */
  type: NodeType;
  /** The key that differs. */
  key: string;
  /** Where the key holds several: which. For a schema's `required` the field's code. */
  name?: string;
  /** `node`: a whole node came or went. `order`: only the order differs, or which is first. `value`: everything else. */
  of: "node" | "order" | "value";
  /** The segments that lead to the node that holds it, in either bundle; undefined where the node is not there. */
  base?: string[];
  revision?: string[];
  before: unknown;
  after: unknown;
  /** Of a field that came: whether it must be there. */
  required?: boolean;
  /** JSON Pointers of everything it is about; in the revision, or in the base for what is gone. */
  pointers: string[];
}

/** A node with the segments that lead to it. */
interface Located {
  node: Record<string, unknown>;
  segments: string[];
}

/**
 * All differences of two bundles except `x-generated`: nodes that only one has, and nodes that both have with
 * another value. The order of keys means nothing (RFC 8259, 4), except that the first example of a media type is the one
 * that is answered when none is asked for. Where a reference leads elsewhere than before, the two targets are compared too.
 */
export function differences(base: OpenApi, revision: OpenApi): Difference[] {
  const found: Difference[] = [];
  const compared = new Set<string>();

  function compareNodes(type: NodeType, before: Located, after: Located): void {
    const pair = `${toPointer(before.segments)} ${toPointer(after.segments)}`;
    if (compared.has(pair)) return;
    compared.add(pair);
    const [target, newTarget] =
      before.node["$ref"] === after.node["$ref"] ? [] : [resolve(base, before), resolve(revision, after)];
    const isFollowed = target !== undefined && newTarget !== undefined;
    for (const key of new Set([...Object.keys(before.node), ...Object.keys(after.node)])) {
      if (type === "document" && key === "x-generated") continue;
      // An inlined node is compared with the target of a reference.
      const isInlined = isFollowed && [before.node, after.node].some((node) => "$ref" in node && !(key in node));
      if (!isInlined) compareKey(type, key, before, after);
    }
    if (isFollowed) compareNodes(type, target, newTarget);
  }

  function compareKey(type: NodeType, key: string, before: Located, after: Located): void {
    const [was, is] = [own(before.node, key), own(after.node, key)];
    if (JSON.stringify(was) === JSON.stringify(is)) return;
    if (key === "x-source" && was !== undefined && is !== undefined && isSameSource(was, is)) return;
    const difference = { type, key, base: before.segments, revision: after.segments, before: was, after: is };
    const rule = childRule(type, key);
    const [old, now] = rule === undefined ? [] : [childrenOf(rule, key, was), childrenOf(rule, key, is)];
    if (rule === undefined || old === undefined || now === undefined || old.size + now.size === 0) {
      if (!isDeepStrictEqual(was, is))
        found.push({
          ...difference,
          of: "value",
          pointers: [toPointer([...(is === undefined ? before : after).segments, key])],
        });
      return;
    }
    for (const name of new Set([...old.keys(), ...now.keys()]))
      compareChildren(rule.type, { ...difference, name }, old.get(name), now.get(name));
    const [order, newOrder] = orders(type, key, old, now);
    if (order !== newOrder)
      found.push({
        ...difference,
        of: "order",
        before: order,
        after: newOrder,
        pointers: [toPointer([...after.segments, key])],
      });
  }

  function compareChildren(
    type: NodeType,
    parent: Omit<Difference, "of" | "pointers">,
    was: Child | undefined,
    is: Child | undefined,
  ): void {
    const [from, to] = [segmentsOf(parent.base, was), segmentsOf(parent.revision, is)];
    if (was !== undefined && is !== undefined && isObject(was.node) && isObject(is.node)) {
      compareNodes(type, { node: was.node, segments: from }, { node: is.node, segments: to });
    } else if (!isDeepStrictEqual(was?.node, is?.node)) {
      const { name, ...rest } = parent;
      const named = was?.name === "" || is?.name === "" ? rest : { ...rest, ...(name !== undefined && { name }) };
      found.push({
        ...named,
        of: "node",
        before: was?.node,
        after: is?.node,
        pointers: [toPointer(is === undefined ? from : to)],
      });
    }
  }

  compareNodes("document", { node: { ...base }, segments: [] }, { node: { ...revision }, segments: [] });
  return found;
}

function segmentsOf(parent: string[] | undefined, child: Child | undefined): string[] {
  return [...(parent ?? []), ...(child?.segments ?? [])];
}

const own = (node: Record<string, unknown>, key: string): unknown => (Object.hasOwn(node, key) ? node[key] : undefined);

/** Whether the first of several is used where none is chosen. */
export function isFirstUsed(type: NodeType, key: string): boolean {
  return key === "servers" || (["mediaType", "parameter"].includes(type) && key === "examples");
}

/**
 * The orders that mean something, before and after: of examples and servers which is the first, as that one is used where
 * none is chosen; of other lists how the items stand that both bundles have.
 */
function orders(
  type: NodeType,
  key: string,
  old: Map<string, Child>,
  now: Map<string, Child>,
): [string | undefined, string | undefined] {
  // Parameters are told apart by place and name (OpenAPI 3.1.1, 4.8.10).
  if (key === "parameters") return [undefined, undefined];
  if (isFirstUsed(type, key)) {
    const [first, newFirst] = [[...old.keys()][0], [...now.keys()][0]];
    // The removal of the first is enough.
    return first !== undefined && now.has(first) ? [first, newFirst] : [undefined, undefined];
  }
  const isList = [...old.values()].some(({ name, segments }) => segments[1] !== name);
  return isList
    ? [
        [...old.keys()].filter((name) => now.has(name)).join(", "),
        [...now.keys()].filter((name) => old.has(name)).join(", "),
      ]
    : [undefined, undefined];
}

/** Follows a node's references; undefined where they lead nowhere, or round. */
export function resolve(api: OpenApi, located: Located): Located | undefined {
  let current = located;
  for (const seen = new Set<unknown>(); "$ref" in current.node;) {
    const ref = current.node["$ref"];
    if (typeof ref !== "string" || !ref.startsWith("#") || seen.has(ref)) return undefined;
    seen.add(ref);
    const segments = pointerSegments(ref.slice(1));
    const node = nodeAt(api, segments);
    if (!isObject(node)) return undefined;
    current = { node, segments };
  }
  return current;
}
