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
    if (letters.length < 4 || letters.length > longest || /^[\d.]+$/.test(misspelt)) return [];
    const isShort = misspelt.length < 3;
    let least = letters.length < 9 ? 1 : 2;
    const allowed = least;
    const maskOf = masksOf(letters);
    let found = new Set<string>();
    for (const { word, letters: own, isOfTitle } of this.#words) {
      // Two letters changed over are two that differ there.
      if ((isShort && !isOfTitle) || differingIn(own, letters.length, maskOf) > allowed + 1) continue;
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

/** The bits of a number. */
const longest = 31;

/** For each letter, the places where a pattern has it, as bits. */
function masksOf(pattern: string): ReadonlyMap<number, number> {
  const masks = new Map<number, number>();
  for (let at = 0; at < pattern.length; at++) {
    const code = pattern.charCodeAt(at);
    masks.set(code, (masks.get(code) ?? 0) | (1 << at));
  }
  return masks;
}

/** In how many letters a pattern differs from the stretch of a text that is nearest to it (Myers 1999, in the bits of a number). */
function differingIn(text: string, length: number, maskOf: ReadonlyMap<number, number>): number {
  const last = 1 << (length - 1);
  let more = -1;
  let fewer = 0;
  let differing = length;
  let least = length;
  for (let at = 0; at < text.length; at++) {
    const equal = maskOf.get(text.charCodeAt(at)) ?? 0;
    const vertical = equal | fewer;
    const horizontal = (((equal & more) + more) ^ more) | equal;
    let up = fewer | ~(horizontal | more);
    let down = more & horizontal;
    if ((up & last) !== 0) differing++;
    else if ((down & last) !== 0) differing--;
    up <<= 1;
    down <<= 1;
    more = down | ~(vertical | up);
    fewer = up & vertical;
    if (differing < least) least = differing;
  }
  return least;
}

/** A syllable as its two or three letters. */
function lettersOf(word: string): string {
  return word.normalize("NFD");
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
