import { unescaped } from "../client/written-forms.ts";

/** What is likely to be a value in base64 or base64url (RFC 4648), or in hexadecimal digits. */
const base64 = /^[\w+/-]{4,}={0,2}$/;
const hex = /^(?:[\da-f]{2}){2,}$/i;

/** How often one writing may stand in another. */
const depth = 3;

/**
 * Every text that a text may mean or be written as: itself, decoded, and encoded. For comparison by `folded` only.
 *
 * @param text a value of an exchange
 */
export function writtenForms(text: string): Set<string> {
  const forms = new Set([text]);
  for (let round = 0; round < depth && /[%&\\=]/.test(text); round += 1)
    for (const form of [...forms]) forms.add(unescaped(form));
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
