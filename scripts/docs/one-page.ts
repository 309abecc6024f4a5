import { gzipSync } from "node:zlib";
import type { Chapter, Places } from "./contents.ts";
import type { DocsPage } from "./docs-page.ts";
import { Html, html } from "./html.ts";
import type { Model } from "./model.ts";
import { linked, page } from "./page.ts";
import { withoutRepeats } from "./reference/tabs.ts";

/** Bytes of HTML, gzipped, after which a further part of the edition begins. */
const partSize = 100_000;

const fileOf = (part: number): string => (part === 0 ? "all.html" : `all-${part + 1}.html`);

const title = "한 페이지로 보기";
const titleOf = (part: number): string => `${title} (${part + 1})`;

/** Whether a file is of the one-page edition. */
export function isOnePage(file: string): boolean {
  return /^all(-\d+)?\.html$/.test(file);
}

/** The chapters with the one-page edition as the last page. */
export function withOnePage(chapters: readonly Chapter[]): Chapter[] {
  const entry: DocsPage = { file: fileOf(0), title, anchors: ["all"], kind: "안내", body: () => html`` };
  return chapters.map((chapter, index) =>
    index === chapters.length - 1 ? { ...chapter, pages: [...chapter.pages, entry] } : chapter,
  );
}

/** All pages below each other, to be read, searched or printed at once; in parts where they are many. */
export class OnePageEdition {
  readonly #model: Model;
  readonly #chapters: readonly Chapter[];
  readonly #places: Places;
  /** The parts that are made. */
  #made = 0;
  /** What the next part holds so far, and its size, gzipped. */
  #part: string[] = [];
  #size = 0;

  constructor(model: Model, chapters: readonly Chapter[], places: Places) {
    this.#model = model;
    this.#chapters = chapters;
    this.#places = places;
  }

  /** Adds a page; gives the part before it where that is full. */
  *add(shown: DocsPage, body: Html): Generator<[string, string], void> {
    if (this.#size > partSize) yield this.#make(true);
    const { text } = asChapter(shown, body);
    this.#part.push(text);
    this.#size += gzipSync(text, { level: 1 }).length;
  }

  /** Gives the last part. */
  *end(): Generator<[string, string], void> {
    yield this.#make(false);
  }

  #make(hasNext: boolean): [string, string] {
    const text = this.#part.join("");
    const own = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const at = this.#made;
    const file = fileOf(at);
    const neighbour = (part: number) => ({ file: fileOf(part), title: titleOf(part) });
    this.#made += 1;
    this.#part = [];
    this.#size = 0;
    return [
      file,
      page(
        { file, title: at === 0 && !hasNext ? title : titleOf(at), anchors: ["all"] },
        linked(new Html(text), (id) => (own.has(id) ? `#${id}` : this.#places.linkTo(id, file))),
        {
          model: this.#model,
          chapters: this.#chapters,
          previous: at === 0 ? undefined : neighbour(at - 1),
          next: hasNext ? neighbour(at + 1) : undefined,
        },
      ),
    ];
  }
}

/** A page as a chapter of another: its headings are one level deeper, and what says the same again is left out. */
function asChapter({ title: name, badge, anchors: [id] }: DocsPage, body: Html): Html {
  const deeper = withoutRepeats(body).text.replaceAll(
    /<(\/?)h([2-5])\b/g,
    (_tag, end: string, level: string) => `<${end}h${Number(level) + 1}`,
  );
  return html`<section class="chapter" aria-labelledby="${id}">
<h2 id="${id}">${badge !== undefined && html`<span class="method">${badge}</span> `}${name}</h2>
${new Html(deeper)}</section>
`;
}
