import { gzipSync } from "node:zlib";
import type { Chapter, Places } from "./contents.ts";
import type { DocsPage } from "./docs-page.ts";
import { Html, html } from "./html.ts";
import type { Model } from "./model.ts";
import { linked, page } from "./page.ts";

/** Bytes of HTML, gzipped, after which a further part of the edition begins. */
const partSize = 100_000;

const fileOf = (part: number): string => (part === 0 ? "all.html" : `all-${part + 1}.html`);

const title = "한 페이지로 보기";

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
export function onePageEdition(
  model: Model,
  chapters: readonly Chapter[],
  pages: readonly DocsPage[],
  places: Places,
): Map<string, string> {
  const parts: string[][] = [[]];
  let size = 0;
  for (const one of pages) {
    const { text } = asChapter(one);
    if (size > partSize) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(text);
    size += gzipSync(text).length;
  }
  return new Map(
    parts.map((chaptersOfPart, index) => {
      const text = chaptersOfPart.join("");
      const own = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      const file = fileOf(index);
      const neighbour = (part: number) => (parts[part] === undefined ? undefined : { file: fileOf(part), title });
      const name = parts.length === 1 ? title : `${title} (${index + 1}/${parts.length})`;
      return [
        file,
        page(
          { file, title: name, anchors: ["all"] },
          linked(new Html(text), (id) => (own.has(id) ? `#${id}` : places.linkTo(id, file))),
          { model, chapters, previous: neighbour(index - 1), next: neighbour(index + 1) },
        ),
      ];
    }),
  );
}

/** A page as a chapter of another: its headings are one level deeper. */
function asChapter({ title: name, badge, anchors: [id], body }: DocsPage): Html {
  const { text } = body();
  const deeper = text.replaceAll(
    /<(\/?)h([2-5])\b/g,
    (_tag, end: string, level: string) => `<${end}h${Number(level) + 1}`,
  );
  return html`<section class="chapter" aria-labelledby="${id}">
<h2 id="${id}">${badge !== undefined && html`<span class="method">${badge}</span> `}${name}</h2>
${new Html(deeper)}</section>
`;
}
