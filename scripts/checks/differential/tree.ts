/** JSON source text with its key order, duplicate keys and exact numbers, which parsed values lose. */
export type Tree =
  | { kind: "object"; entries: [string, Tree][] }
  | { kind: "array"; items: Tree[] }
  /** `limit`: the maxLength of the field it was made for. */
  | { kind: "string"; value: string; limit?: number }
  /** The source text of null, true, false or a number. */
  | { kind: "literal"; text: string };

/** Equivalent spellings of a JSON text (RFC 8259). */
export interface Style {
  /** Every character outside ASCII as `\uXXXX`. */
  escaped: boolean;
  /** Line breaks and blanks between tokens. */
  spaced: boolean;
}

/** The JSON text of a tree. */
export function render(tree: Tree, style: Style): string {
  const [open, comma, colon, close] = style.spaced ? ["\n ", " ,\r\n\t", " : ", " \n"] : ["", ",", ":", ""];
  switch (tree.kind) {
    case "object":
      return `{${open}${tree.entries.map(([key, value]) => `${quote(key, style)}${colon}${render(value, style)}`).join(comma)}${close}}`;
    case "array":
      return `[${open}${tree.items.map((item) => render(item, style)).join(comma)}${close}]`;
    case "string":
      return quote(tree.value, style);
    case "literal":
      return tree.text;
  }
}

function quote(text: string, { escaped }: Style): string {
  const json = JSON.stringify(text);
  return escaped
    ? json.replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    : json;
}

/** Every node of a tree, outermost first. */
export function nodesOf(tree: Tree): Tree[] {
  const children =
    tree.kind === "object" ? tree.entries.map(([, value]) => value) : tree.kind === "array" ? tree.items : [];
  return [tree, ...children.flatMap(nodesOf)];
}

/** The tree with one node replaced. */
export function replace(tree: Tree, node: Tree, by: Tree): Tree {
  if (tree === node) return by;
  if (tree.kind === "object")
    return { kind: "object", entries: tree.entries.map(([key, value]) => [key, replace(value, node, by)]) };
  if (tree.kind === "array") return { kind: "array", items: tree.items.map((item) => replace(item, node, by)) };
  return tree;
}
