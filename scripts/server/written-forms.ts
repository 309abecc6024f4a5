/** What is likely to be a value in base64 or base64url (RFC 4648), or in hexadecimal digits. */
const base64 = /^[\w+/-]{4,}={0,2}$/;
const hex = /^(?:[\da-f]{2}){2,}$/i;

/** How a text may be written inside of another one. */
const writings: ((text: string) => string)[] = [
  (text) => (text.includes("%") ? percentDecoded(text) : text),
  (text) => (text.includes("&") ? text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, entity) : text),
  (text) =>
    text.includes("\\")
      ? text.replaceAll(/\\(?:u([\da-f]{4})|(.))/gis, (_, code?: string, letter = "") => letterOf(code, 16) || letter)
      : text,
];

/** How often one writing may stand in another. */
const depth = 3;

/**
 * Every text that a text may mean or be written as: itself, decoded, and encoded. For comparison by {@link folded} only.
 *
 * @param text a value of an exchange
 */
export function writtenForms(text: string): Set<string> {
  const forms = new Set([text]);
  for (let round = 0; round < depth && /[%&\\]/.test(text); round += 1)
    for (const form of [...forms]) for (const decode of writings) forms.add(decode(form));
  for (const part of [...forms].flatMap(partsOf)) {
    forms.add(part);
    if (base64.test(part)) for (const inner of partsOf(Buffer.from(part, "base64").toString())) forms.add(inner);
    if (hex.test(part)) for (const inner of partsOf(Buffer.from(part, "hex").toString())) forms.add(inner);
  }
  if (text.length <= longestEncoded)
    for (const encoding of ["base64", "base64url", "hex"] as const) forms.add(Buffer.from(text).toString(encoding));
  return forms;
}

/** A text, and what stands in it between blanks and marks that join names and values. */
function partsOf(text: string): string[] {
  return [text, ...text.split(/[\s:;,=&?@"'<>()]+/)];
}

/** Longer texts are not encoded: no name of a field has room for them. */
const longestEncoded = 64;

/** A text without what writing varies: compatibility forms and case (UAX #15), separators, marks. */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function percentDecoded(text: string): string {
  return text.replaceAll(/(?:%[\da-f]{2})+/gi, (part) => Buffer.from(part.replaceAll("%", ""), "hex").toString());
}

function entity(whole: string, decimal?: string, hexadecimal?: string, name = ""): string {
  return letterOf(decimal, 10) || letterOf(hexadecimal, 16) || (names[name.toLowerCase()] ?? whole);
}

const names: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  hyphen: "-",
  period: ".",
  lowbar: "_",
};

function letterOf(code: string | undefined, base: number): string {
  const point = Number.parseInt(code ?? "", base);
  return point <= 0x10_ff_ff ? String.fromCodePoint(point) : "";
}
