import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileTreeOf } from "../../lib/file-tree.ts";
import { inPreparation } from "../diff/changelog.ts";
import { pathFromFolder } from "../../lib/paths.ts";

/** A piece of a file that users read, and where it starts. */
export interface Passage {
  start: number;
  text: string;
}

/** A file with what users read of it. */
export interface ReadFile {
  /** From the repository's folder. */
  name: string;
  text: string;
  /** Called only where a search of the whole text finds something. */
  passages: () => Promise<Passage[]>;
}

/** What is read: prose, the spec, the toolchain and the examples. generated/ is made of these; tests are ours alone. */
const folders = ["spec", "scripts", "examples"];
const topFiles = /\.md$|^\.spectral\.yaml$/;

/** The bank's own words, as it printed them, and the words that people type into the search. */
const others = /^spec\/source\/(?:fields\.yaml|error-codes\.yaml|samples\/|search-words\.yaml)/;

/** The heading of a released section of the CHANGELOG. */
const released = new RegExp(`^## (?!.*\\(${inPreparation}\\)$)`, "m");

/** The files of a repository's folder that users read. */
export function filesToRead(dir: string): ReadFile[] {
  const top = readdirSync(dir).filter((name) => topFiles.test(name));
  const below = folders.flatMap((folder) => fileTreeOf(join(dir, folder)).files);
  return [...top.map((name) => join(dir, name)), ...below].flatMap((path) => {
    const name = pathFromFolder(dir, path);
    const isText = /\.(?:md|ya?ml|json|tsx?|[cm]?js)$|(?:^|\/)Dockerfile$/.test(name);
    if (!isText || others.test(name)) return [];
    const text = readFileSync(path, "utf8");
    return [{ name, text, passages: async () => passagesOf(name, text) }];
  });
}

function passagesOf(name: string, text: string): Passage[] | Promise<Passage[]> {
  const whole = (shown: string): Passage[] => [{ start: 0, text: shown }];
  // What was released is not rewritten.
  if (name === "CHANGELOG.md") return whole(withoutCode(text.split(released)[0] ?? ""));
  if (name.endsWith(".md")) return whole(withoutCode(text));
  // The value of an example is the bank's answer.
  if (/^spec\/[^/]+\/examples\//.test(name)) return whole(text.split(/^value:/m)[0] ?? "");
  // Comments are English, but in the examples and the client, whose users read them.
  return /^scripts\/.*\.(?:ts|[cm]?js)$/.test(name) && !name.startsWith("scripts/client/")
    ? stringsOf(name, text)
    : whole(text);
}

/** Markdown with blanks for what stands between backticks on one line: names, and words that a table quotes. */
function withoutCode(markdown: string): string {
  return markdown.replaceAll(/`[^`\n]+`/g, (code) => `\`${" ".repeat(code.length - 2)}\``);
}

/** The string literals and template texts of a program, as its source writes them. */
async function stringsOf(name: string, text: string): Promise<Passage[]> {
  const { default: ts } = await import("typescript");
  const found: Passage[] = [];
  const visit = (node: import("typescript").Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push({ start: node.getStart(source), text: node.getText(source) });
    ts.forEachChild(node, visit);
  };
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
  visit(source);
  return found;
}
