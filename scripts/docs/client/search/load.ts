import { globalName, type IndexData } from "../../search/index-data.ts";
import { loadScript } from "../load-script.ts";
import { Searcher } from "./searcher.ts";

let loaded: Promise<Searcher> | undefined;

/** Loads the index, once. A failed attempt can be repeated. */
export function loadSearcher(file: string): Promise<Searcher> {
  loaded ??= loadScript(file)
    .then(() => {
      const data = (globalThis as unknown as Record<string, IndexData | undefined>)[globalName];
      if (data === undefined) throw new Error(`${file} sets no index`);
      return new Searcher(data);
    })
    .catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
  return loaded;
}
