import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { OpenApi } from "../bundle/openapi.ts";
import type { Spec } from "../bundle/spec-files.ts";
import { exportAt, exports, exportSource, filesOf } from "../generate/exports/exports.ts";
import { root } from "../lib/paths.ts";
import { chaptersOf, Places } from "./contents.ts";
import type { DocsPage } from "./docs-page.ts";
import { type Html, html } from "./html.ts";
import { readModel } from "./model.ts";
import { isOnePage, OnePageEdition, withOnePage } from "./one-page.ts";
import { linked, page } from "./page.ts";
import { entriesOf, type Entry } from "./search/entries.ts";
import { searchIndex } from "./search/index-file.ts";
import { siteScript } from "./site-script.ts";
import { styles } from "./styles.ts";

/** A file of the site: its name and its text. */
type SiteFile = [name: string, text: string];

/** The docs site. A file is made when it is read. */
export interface Site {
  /** All files, one after the other, so that none need be kept. The same spec gives the same bytes. */
  files: () => AsyncGenerator<SiteFile, void>;
  /** The files that are made together with one; none where the site has no such file. */
  withFile: (name: string) => Promise<ReadonlyMap<string, string>>;
}

/** The former reference. The script leads its links to the operations' pages. */
const moved = { file: "reference.html", title: "옮긴 화면", anchors: ["reference"] } as const;

/**
 * The docs site of a bundle.
 *
 * @param api the bundle
 * @param spec the hand-written spec it was made from: the document's tables, errata and figures
 * @param url where the samples send to; the sandbox as npm start runs it
 */
export function siteOf(api: OpenApi, spec: Spec, url?: string): Site {
  const source = exportSource(api, spec, url);
  const model = readModel(api, spec, source.url);
  const chapters = chaptersOf(model);
  const pages = chapters.flatMap(({ pages: own }) => own);
  const places = new Places(pages);
  const around = withOnePage(chapters);

  const render = (index: number, body: Html): string => {
    const shown = pages[index] as DocsPage;
    return page(shown, html`${linked(body, (id) => places.linkTo(id, shown.file))}${shown.data?.()}`, {
      model,
      chapters: around,
      previous: pages[index - 1],
      next: pages[index + 1],
    });
  };
  /** The pages with their bodies; between two of them, a server answers others. */
  const read = async function* (): AsyncGenerator<{ shown: DocsPage; index: number; body: Html }, void> {
    for (const [index, shown] of pages.entries()) {
      await setImmediate();
      yield { shown, index, body: shown.body() };
    }
  };
  const indexOf = (entries: readonly Entry[]): SiteFile => [
    "assets/search-index.js",
    searchIndex(entries, model.searchWords),
  ];
  const assets: Record<string, () => string | Promise<string>> = {
    "assets/style.css": () => styles.map((file) => readFileSync(join(root, file), "utf8")).join(""),
    "assets/site.js": siteScript,
    "assets/places.js": () => `wooriPlaces=${JSON.stringify(places.byFile())};\n`,
    "reference.html": () =>
      page(
        moved,
        html`<p>API 레퍼런스는 이제 오퍼레이션마다 한 화면입니다. <a href="operations.html">API 목록</a>에서 찾으십시오.</p>`,
        { model, chapters: around, previous: undefined, next: undefined },
      ),
  };
  return {
    files: async function* () {
      const entries: Entry[] = [];
      const edition = new OnePageEdition(model, around, places);
      for await (const { shown, index, body } of read()) {
        yield [shown.file, render(index, body)];
        entries.push(...entriesOf(shown, body.text));
        yield* edition.add(shown, body);
      }
      yield* edition.end();
      yield indexOf(entries);
      for (const [file, make] of Object.entries(assets)) yield [file, await make()];
      for (const one of exports) yield* filesOf(one, source);
    },
    withFile: async (name) => {
      const index = pages.findIndex(({ file }) => file === name);
      if (index !== -1) return new Map([[name, render(index, (pages[index] as DocsPage).body())]]);
      if (name === "assets/search-index.js") {
        const entries: Entry[] = [];
        for await (const { shown, body } of read()) entries.push(...entriesOf(shown, body.text));
        return new Map([indexOf(entries)]);
      }
      if (isOnePage(name)) {
        const edition = new OnePageEdition(model, around, places);
        const parts: SiteFile[] = [];
        for await (const { shown, body } of read()) parts.push(...edition.add(shown, body));
        return new Map([...parts, ...edition.end()]);
      }
      const make = Object.hasOwn(assets, name) ? assets[name] : undefined;
      if (make !== undefined) return new Map([[name, await make()]]);
      const found = exportAt(name);
      return found === undefined ? new Map() : filesOf(found, source);
    },
  };
}
