// npm run generate. 직접 수정하지 마십시오.
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

const numeral = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Every number as a string that starts with n, every other string with an s. Takes time in proportion to the text. */
function tagged(text: string): string {
  const token = /"|-?\d[\d.eE+-]*/g;
  const colon = /\s*:/y;
  const parts: string[] = [];
  let done = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const isString = found[0] === '"';
    const end = isString ? endOfString(text, found.index) : token.lastIndex;
    token.lastIndex = end;
    colon.lastIndex = end;
    // A key stays as it is; a number as a key is invalid JSON and must stay invalid.
    if (colon.test(text) || !(isString || numeral.test(found[0]))) continue;
    parts.push(text.slice(done, found.index), isString ? `"s${text.slice(found.index + 1, end)}` : `"n${found[0]}"`);
    done = end;
  }
  return parts.join("") + text.slice(done);
}

/** Where a string that starts here has ended. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return Math.min(at + 1, text.length);
}
