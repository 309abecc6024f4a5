import { toPointer } from "../../../bundle/openapi.ts";
import { walk } from "../../../bundle/spec-files.ts";
import { changeAt, type Data, type Mutant, type Operator, renameKey, setKey } from "../mutant.ts";

/** Each example gone, and led to every other example; each legacy sample gone. */
const use: Operator = (file, spec) => {
  const found: Mutant[] = [];
  const all = [...spec.files.keys()].filter((path) => path.includes("/examples/"));
  walk(file, (node, pointer, key) => {
    if (key !== "examples" && key !== "x-legacy-samples") return;
    for (const [name, example] of Object.entries(node) as [string, Data][]) {
      const others = all.filter((path) => !example.$ref?.endsWith(`/${path.split("/").at(-1)}`));
      const up = "../".repeat(file.path.split("/").length - 1);
      found.push(setKey("example", file, pointer, name), renameKey("example", file, pointer, name, `${name}X`));
      found.push(...others.map((path) => setKey("example", file, `${pointer}/${name}`, "$ref", `${up}${path}`)));
    }
    found.push({
      ...changeAt("example", file, pointer, "예제를 모두 뺌", (node) =>
        Object.keys(node as object).forEach((name) => delete node[name]),
      ),
      pointer,
    });
  });
  return found;
};

/** Each value of an example altered by one letter, emptied, of another type, gone and under another name. */
const value: Operator = (file) => {
  if (!file.path.includes("/examples/")) return [];
  const found: Mutant[] = [];
  const visit = (node: Data, segments: (string | number)[]): void => {
    const parent = toPointer(segments.slice(0, -1));
    const key = segments.at(-1) ?? "";
    const set = (to?: unknown): Mutant => setKey("example", file, parent, key, to);
    if (typeof node === "string")
      found.push(...[alter(node), node === "" ? "0" : "", 1, null, []].filter((to) => to !== undefined).map(set));
    if (Array.isArray(node)) {
      found.push(set(""), ...(node.length === 0 ? [] : [set([])]), set([...node, { CUS_USG_ACNO: "7777777777777" }]));
      node.forEach((item, index) => visit(item, [...segments, index]));
    } else if (typeof node === "object" && node !== null) {
      if (segments.length > 1)
        found.push(
          set({ ...node, EXTRA: "" }),
          set([]),
          ...(Object.keys(node as object).length === 0 ? [] : [set({})]),
        );
      for (const [name, child] of Object.entries(node as object)) visit(child, [...segments, name]);
    }
    if (segments.length > 1) {
      found.push(setKey("example", file, parent, key));
      if (typeof key === "string") found.push(renameKey("example", file, parent, key, `${key}X`));
    }
  };
  visit((file.data as Data).value, ["value"]);
  const omits: string[] = (file.data as Data)["x-omits"] ?? [];
  return [
    ...found,
    setKey("example", file, "", "summary"),
    ...omits.map((_, index) => setKey("example", file, "/x-omits", index)),
    setKey("example", file, "", "x-omits", [...omits, "CNT"]),
  ];
};

/** The text with its last letter or digit replaced by another of its sort; undefined for an empty one. */
function alter(text: string): string | undefined {
  const last = text.at(-1);
  if (last === undefined) return undefined;
  const other = /\d/.test(last)
    ? String((Number(last) + 1) % 10)
    : /[a-z]/i.test(last)
      ? last === "Y"
        ? "N"
        : "x"
      : "가";
  return text.slice(0, -1) + other;
}

export const exampleOperators: Operator[] = [use, value];
