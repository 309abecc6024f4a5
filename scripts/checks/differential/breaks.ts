import * as fc from "fast-check";
import { anything, strangeKeys } from "./arbitrary.ts";
import { nodesOf, replace, type Tree } from "./tree.ts";

/** A mutation of one node. A number selects the node among those that the mutation applies to. */
export interface Break {
  at: number;
  isFor: (node: Tree) => boolean;
  change: (node: Tree) => Tree;
}

const nested = (depth: number, inner: Tree): Tree => {
  let tree = inner;
  for (let level = 0; level < depth; level++)
    tree = level % 2 === 0 ? { kind: "array", items: [tree] } : { kind: "object", entries: [["dataBody", tree]] };
  return tree;
};

type Change = Omit<Break, "at">;
type Entries = [string, Tree][];

const string = (value: string): Tree => ({ kind: "string", value });
const anywhere = (change: (node: Tree) => Tree): Change => ({ isFor: () => true, change });
const inText = (change: (value: string, limit: number) => string): Change => ({
  isFor: ({ kind }) => kind === "string",
  change: (node) => (node.kind === "string" ? string(change(node.value, node.limit ?? 40)) : node),
});
const inObject =
  (change: (entries: Entries, index: number) => Entries) =>
  (index: number): Change => ({
    isFor: (node) => node.kind === "object" && node.entries.length > 0,
    change: (node) =>
      node.kind === "object" && node.entries.length > 0
        ? { kind: "object", entries: change(node.entries, index % node.entries.length) }
        : node,
  });

const key = fc.constantFrom(...strangeKeys);
const letter = fc.constantFrom("A", "0", "가", "😀", "e\u0301", "\ud800");
const index = fc.nat();

const changes: fc.Arbitrary<Change>[] = [
  // About a field's limit, anywhere, and far above.
  fc
    .tuple(fc.constantFrom(1, 0, 2, -1), letter)
    .map(([more, one]) => inText((_, limit) => [...one.repeat(limit + 2)].slice(0, limit + more).join(""))),
  fc.tuple(fc.integer({ min: 1, max: 250 }), letter).map(([length, one]) => inText(() => one.repeat(length))),
  fc.tuple(fc.integer({ min: 5_000, max: 100_000 }), letter).map(([length, one]) => inText(() => one.repeat(length))),
  fc.constantFrom(" ", "0", "가", "\n", "\u0301", "\u0000").map((end) => inText((value) => value + end)),
  fc
    .constantFrom("", "y", "n", "Y ", "Ｙ", "YN", "１", "٣", "1 ", "-1", "1.0", "+1")
    .map((value) => inText(() => value)),
  // Every JSON type in the place of any other.
  anything.map((by) => anywhere(() => by)),
  // Removes, renames, duplicates or adds a key.
  index.map(inObject((entries, gone) => entries.filter((_, at) => at !== gone))),
  fc
    .tuple(index, fc.constantFrom("X", " ", "\u0000", "\u200b"))
    .map(([one, end]) =>
      inObject((entries, chosen) => entries.map(([name, value], at) => [at === chosen ? name + end : name, value]))(
        one,
      ),
    ),
  index.map(
    inObject((entries, chosen) =>
      entries.map(([name, value], at) => [at === chosen ? name.toLowerCase() : name, value]),
    ),
  ),
  fc.tuple(index, anything, fc.boolean()).map(([one, value, isFirst]) =>
    inObject((entries, chosen) => {
      const name = entries[chosen]?.[0] ?? "";
      return isFirst ? [[name, value], ...entries] : [...entries, [name, value]];
    })(one),
  ),
  fc.tuple(key, anything).map(([name, value]) => inObject((entries) => [...entries, [name, value]])(0)),
  // Wrapped, unwrapped, nested deep.
  fc.constant(anywhere((node) => ({ kind: "array", items: [node] }))),
  key.map((name) => anywhere((node) => ({ kind: "object", entries: [[name, node]] }))),
  fc.constant(
    anywhere((node) =>
      node.kind === "array"
        ? (node.items[0] ?? string(""))
        : node.kind === "object"
          ? (node.entries[0]?.[1] ?? node)
          : node,
    ),
  ),
  fc.integer({ min: 2, max: 400 }).map((depth) => anywhere((node) => nested(depth, node))),
];

/** One change at one place. */
export const oneBreak: fc.Arbitrary<Break> = fc
  .tuple(index, fc.oneof(...changes))
  .map(([at, change]) => ({ at, ...change }));

/** The tree after each change in turn; a change that is for none of its nodes is left out. */
export function broken(tree: Tree, breaks: readonly Break[]): Tree {
  return breaks.reduce((before, { at, isFor, change }) => {
    const nodes = nodesOf(before).filter(isFor);
    const node = nodes[at % nodes.length];
    return node === undefined ? before : replace(before, node, change(node));
  }, tree);
}
