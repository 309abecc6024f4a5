import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenApi } from "../bundle/openapi.ts";
import type { Spec } from "../bundle/spec-files.ts";
import { exportAt, exports, exportSource, filesOf } from "../generate/exports/exports.ts";
import { root } from "../lib/paths.ts";
import { chaptersOf, Places } from "./contents.ts";
import type { DocsPage } from "./docs-page.ts";
import { html } from "./html.ts";
import { readModel } from "./model.ts";
import { isOnePage, onePageEdition, withOnePage } from "./one-page.ts";
import { linked, page } from "./page.ts";
import { siteScript } from "./site-script.ts";

/** The docs site. A file is made when it is read. */
export interface Site {
  /** All files by name. The same spec gives the same bytes. */
  all: () => Promise<Map<string, string>>;
  /** The files that are made together with one; none where the site has no such file. */
  withFile: (name: string) => Promise<ReadonlyMap<string, string>>;
}

/** What the portal and the docs share comes first. */
const styles = [
  "portal/assets/look.css",
  "docs/assets/layout.css",
  "docs/assets/style.css",
  "docs/assets/code.css",
  "docs/assets/reference.css",
];

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

  const render = (index: number): string => {
    const shown = pages[index] as DocsPage;
    return page(
      shown,
      linked(shown.body(), (id) => places.linkTo(id, shown.file)),
      { model, chapters: around, previous: pages[index - 1], next: pages[index + 1] },
    );
  };
  const assets: Record<string, () => string | Promise<string>> = {
    "assets/style.css": () => styles.map((file) => readFileSync(join(root, "scripts", file), "utf8")).join(""),
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
    all: async () =>
      new Map([
        ...pages.map(({ file }, index): [string, string] => [file, render(index)]),
        ...(await Promise.all(
          Object.entries(assets).map(async ([file, make]): Promise<[string, string]> => [file, await make()]),
        )),
        ...onePageEdition(model, around, pages, places),
        ...exports.flatMap((one) => [...filesOf(one, source)]),
      ]),
    withFile: async (name) => {
      const index = pages.findIndex(({ file }) => file === name);
      if (index !== -1) return new Map([[name, render(index)]]);
      const make = assets[name];
      if (make !== undefined) return new Map([[name, await make()]]);
      if (isOnePage(name)) return onePageEdition(model, around, pages, places);
      const found = exportAt(name);
      return found === undefined ? new Map() : filesOf(found, source);
    },
  };
}
