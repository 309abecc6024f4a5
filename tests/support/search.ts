import { Searcher } from "../../scripts/docs/client/search/searcher.ts";
import type { IndexData } from "../../scripts/docs/search/index-data.ts";

/** The data of a site's index file. */
export function indexOf(site: ReadonlyMap<string, string>): IndexData {
  const script = site.get("assets/search-index.js") ?? "";
  const [, json = '"{}"'] = /JSON\.parse\((.*)\);\n$/s.exec(script) ?? [];
  return JSON.parse(JSON.parse(json) as string) as IndexData;
}

/** Searches a site: the ids of the places that are found, or the names of their files, the best first. */
export function searchOf(site: ReadonlyMap<string, string>): (query: string) => string[] {
  const searcher = new Searcher(indexOf(site));
  return (query) => searcher.search(query, 40).results.map(({ url }) => idOf(url));
}

/** The id that a result leads to; without one, the file's name. */
export function idOf(url: string): string {
  const [file = "", id] = url.split("#");
  return id ?? file.replace(/\.html$/, "");
}
