/** The words of the docs by their letters: a syllable is two or three (jamo). */
export class Spelling {
  readonly #words: { word: string; letters: string; isOfTitle: boolean }[];

  constructor(vocabulary: ReadonlyMap<string, boolean>) {
    this.#words = [...vocabulary].map(([word, isOfTitle]) => ({ word, letters: lettersOf(word), isOfTitle }));
  }

  /**
   * What a misspelt word may mean: the stretches of words, of whole syllables, that differ in the fewest letters. Two differ
   * in a long word, one in a short one; a word of two syllables must begin a title's word.
   */
  near(misspelt: string): string[] {
    const letters = lettersOf(misspelt);
    if (letters.length < 4 || /^[\d.]+$/.test(misspelt)) return [];
    const allowed = letters.length < 9 ? 1 : 2;
    const pieces = piecesOf(letters, 2 * allowed + 1);
    const isShort = misspelt.length < 3;
    let least = allowed;
    let found = new Set<string>();
    for (const { word, letters: own, isOfTitle } of this.#words) {
      // A letter changed over may touch two pieces; of one more, one is untouched.
      if ((isShort && !isOfTitle) || !pieces.some((piece) => own.includes(piece))) continue;
      for (const stretch of stretchesOf(word, misspelt.length, allowed, isShort)) {
        const differing = distance(letters, lettersOf(stretch), least);
        if (differing > least) continue;
        if (differing < least) found = new Set();
        least = differing;
        found.add(stretch);
      }
    }
    return [...found].slice(0, 12);
  }
}

/** A syllable as its two or three letters. */
function lettersOf(word: string): string {
  return word.normalize("NFD");
}

function piecesOf(letters: string, count: number): string[] {
  const size = Math.floor(letters.length / count);
  return Array.from({ length: count }, (_, index) =>
    letters.slice(index * size, index === count - 1 ? undefined : (index + 1) * size),
  );
}

/** The stretches of a word that are about so long. */
function* stretchesOf(word: string, length: number, more: number, onlyFirst: boolean): Generator<string> {
  const lastStart = onlyFirst ? 0 : Math.max(0, word.length - length + more);
  for (let start = 0; start <= lastStart; start++)
    for (let size = Math.max(2, length - more); size <= length + more && start + size <= word.length; size++)
      yield word.slice(start, start + size);
}

/** How many letters differ, are missing, too many or changed over; more than `most` where that is exceeded. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min((last[j - 1] ?? 0) + (same ? 0 : 1), (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[other.length] ?? most + 1;
}
