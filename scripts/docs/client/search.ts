/** A search entry. */
export interface Entry {
  anchor: string;
  title: string;
  kind: string;
  searchText: string;
}

/** An entry as the search sees it. */
interface Prepared {
  entry: Entry;
  title: string;
  searchText: string;
}

/** Lower case, composed (a Mac may type jamo), without blanks: "대출 한도" is found where it stands as 대출한도. */
function fold(text: string): string {
  return text.normalize("NFC").toLowerCase().replaceAll(/\s+/g, "");
}

/** Makes the search over an index. Every word of a query must be found, anywhere in its title or its search text. */
export function searcher(index: readonly Entry[]): (query: string) => Entry[] {
  const prepared = index.map((entry): Prepared => ({
    entry,
    title: fold(entry.title),
    searchText: fold(entry.searchText),
  }));
  return (query) => {
    const words = query
      .trim()
      .split(/\s+/)
      .map(fold)
      .filter((word) => word !== "");
    if (words.length === 0) return [];
    return prepared
      .map((one) => ({ entry: one.entry, rank: Math.max(...words.map((word) => rankOf(one, word))) }))
      .filter(({ rank }) => rank < 3)
      .sort((a, b) => a.rank - b.rank)
      .map(({ entry }) => entry);
  };
}

/** 0 where the title begins with a word, 1 where it holds it, 2 where another word does, 3 nowhere. */
function rankOf({ title, searchText }: Prepared, word: string): number {
  if (title.startsWith(word)) return 0;
  if (title.includes(word)) return 1;
  return searchText.includes(word) ? 2 : 3;
}
