import { walk } from "../../../bundle/spec-files.ts";
import { type Mutant, type Operator, setKey } from "../mutant.ts";

/** Endings that turn a sentence into its opposite, the longer ones first. */
const opposites: [RegExp, string][] = [
  [/지 않습니다/, "습니다"],
  [/하지 못했습니다/, "했습니다"],
  [/수 있습니다/, "수 없습니다"],
  [/있습니다/, "있지 않습니다"],
  [/없습니다/, "있습니다"],
  [/없으면/, "있으면"],
  [/없으므로/, "있으므로"],
  [/지 않으므로/, "므로"],
  [/합니다/, "하지 않습니다"],
  [/입니다/, "이 아닙니다"],
  [/었습니다|했습니다|됐습니다/, "지 않았습니다"],
  [/보냅니다/, "보내지 않습니다"],
  [/습니다/, "지 않습니다"],
];

/** The text with one of its sentences turned into its opposite, once for every ending that can be. */
export function turned(text: string): string[] {
  return [...text.matchAll(new RegExp(opposites.map(([ending]) => ending.source).join("|"), "g"))].map(
    ({ 0: ending, index }) => {
      const [, opposite = ""] = opposites.find(([one]) => one.test(ending)) ?? [];
      return text.slice(0, index) + opposite + text.slice(index + ending.length);
    },
  );
}

/** Each description turned into its opposite, and gone. */
export const prose: Operator = (file) => {
  const found: Mutant[] = [];
  walk(file, (node, pointer) => {
    const text = node["description"];
    if (typeof text !== "string") return;
    found.push(
      ...turned(text).map((to) => setKey("prose", file, pointer, "description", to)),
      setKey("prose", file, pointer, "description"),
    );
  });
  return found;
};
