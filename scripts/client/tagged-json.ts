/**
 * JSON.parse for platforms that do not tell a number's source text, and for numbers with zeros in front.
 *
 * @param numeral what becomes of a number, by its digits as they stand
 * @returns undefined where the text is not JSON
 */
export function parseTagged(text: string, numeral: (digits: string) => unknown): unknown {
  try {
    return JSON.parse(tagged(text), (_, value: unknown) => {
      if (typeof value !== "string") return value;
      return value.startsWith("n") ? numeral(value.slice(1)) : value.slice(1);
    });
  } catch {
    return undefined;
  }
}

/** A string up to its end or the end of the text, which keeps the match linear, or a number. */
const token = /"[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)|-?\d[\d.eE+-]*/g;
const numeral = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Every number as a string that starts with n, every other string with an s. */
function tagged(text: string): string {
  const colon = /\s*:/y;
  return text.replaceAll(token, (found, offset: number) => {
    colon.lastIndex = offset + found.length;
    // A key stays as it is; a number as a key is invalid JSON and must stay invalid.
    if (colon.test(text)) return found;
    if (found.startsWith('"')) return `"s${found.slice(1)}`;
    return numeral.test(found) ? `"n${found}"` : found;
  });
}
