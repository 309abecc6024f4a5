/** What the search reads in the browser. A line that many places share is there once. */
export interface IndexData {
  /** The distinct lines of titles, names and text. */
  lines: string[];
  pages: [file: string, title: string, kind: string][];
  /** The page's place, the anchor, and lines by number: the title, the name, the columns, -1 where it has none, and the text. */
  places: [page: number, anchor: string, title: number, name: number, columns: number, ...text: number[]][];
  words: SearchWord[];
}

/** A word of the docs, and others that people type for it. */
export interface SearchWord {
  word: string;
  typed: string[];
}

/** The global that the index file sets. */
export const globalName = "wooriSearchIndex";
