import { globalName, type IndexData } from "../../search/index-data.ts";
import { Searcher } from "./searcher.ts";

let loaded: Promise<Searcher> | undefined;

/** Loads the index with a script element, as a page that was opened from a folder may not fetch. A failed attempt can be repeated. */
export function loadSearcher(file: string): Promise<Searcher> {
  loaded ??= new Promise<Searcher>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = file;
    script.addEventListener("load", () => {
      const data = (globalThis as unknown as Record<string, IndexData | undefined>)[globalName];
      if (data === undefined) reject(new Error(`${file} sets no index`));
      else resolve(new Searcher(data));
    });
    script.addEventListener("error", () => reject(new Error(`${file} cannot be loaded`)));
    document.head.append(script);
  }).catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}
