/**
 * The known word that a misspelt one most likely means.
 *
 * @returns undefined where the word is known, or more than a third of its letters would have to change
 */
export function closestWord(word: string, known: Iterable<string>): string | undefined {
  let closest: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3));
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (candidate === word) return undefined;
    if (distance > least || (distance === least && closest !== undefined)) continue;
    closest = candidate;
    least = distance;
  }
  return closest;
}

/** Optimal string alignment: letters added, dropped, replaced, or exchanged with the next, each counting one. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isExchanged = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const exchanged = isExchanged ? at(i - 2, j - 2) + 1 : Infinity;
      (rows[i] as number[])[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced, exchanged);
    }
  }
  return at(a.length, b.length);
}

/** The advice to look at a misspelt word, in Korean with a space before it; "" where no known word is close. */
export function spellingAdvice(word: string, known: Iterable<string>): string {
  const closest = closestWord(word, known);
  return closest === undefined ? "" : ` ${closest}의 오타인지 확인하십시오.`;
}
