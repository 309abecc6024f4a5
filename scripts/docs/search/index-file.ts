import { foldedText } from "../client/search/fold.ts";
import type { Entry } from "./entries.ts";
import { globalName, type IndexData, type SearchWord } from "./index-data.ts";

/** The index as a script: a page that was opened from a folder may load scripts alone. The same entries give the same bytes. */
export function searchIndex(entries: readonly Entry[], words: readonly SearchWord[]): string {
  const data = JSON.stringify(indexData(entries, words));
  // A browser parses JSON in a string faster than the same as code.
  return `${globalName}=JSON.parse(${JSON.stringify(data)});\n`;
}

/** The data of the index file. */
export function indexData(entries: readonly Entry[], words: readonly SearchWord[]): IndexData {
  const lines = new Numbered();
  const pages = new Numbered();
  const data: IndexData = { lines: [], pages: [], places: [], words: [...words] };
  for (const { url, title, kind, page, columns, text } of entries) {
    const [file = "", anchor = ""] = url.split("#");
    const at = pages.numberOf(JSON.stringify([file, page, kind]));
    data.pages[at] ??= [file, page, kind];
    const name = nameOf(file.replace(/\.html$/, ""), anchor, title);
    data.places.push([
      at,
      anchor,
      lines.numberOf(title),
      name === undefined ? -1 : lines.numberOf(name),
      columns === "" ? -1 : lines.numberOf(columns),
      ...text
        .split("\n")
        .filter(Boolean)
        .map((line) => lines.numberOf(line)),
    ]);
  }
  data.lines = lines.all();
  return data;
}

/** What the name of a file or an anchor tells beside the title: an operationId, an English word. */
function nameOf(page: string, anchor: string, title: string): string | undefined {
  const own = anchor.startsWith(`${page}-`) ? anchor.slice(page.length) : anchor;
  const name = (own === "" ? page : own).replace(/^[a-z]*-/, "");
  return /\p{L}/u.test(name) && !foldedText(title).includes(foldedText(name)) ? name : undefined;
}

/** Strings by number, in the order in which they first came. */
class Numbered {
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  all(): string[] {
    return [...this.#numbers.keys()];
  }
}
