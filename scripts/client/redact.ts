import { masked } from "./late-messages.ts";
import { folded, unescaped } from "./written-forms.ts";

/**
 * Removes secrets and personal data from a text of the server: known values, in another case or with separators between
 * digits. A text that holds a known value in an encoding is removed whole. Control characters become blanks, and the text is
 * cut after 400 characters.
 *
 * @param hidden the values that the call knows
 */
export function redactor(hidden: readonly string[]): (text: string) => string {
  const values = [...new Set(hidden)].filter((value) => value !== "").sort((a, b) => b.length - a.length);
  const patterns = values.map(patternOf);
  const forms = values.flatMap(foldedForms);
  return (text) => {
    const start = text.slice(0, 4000).replaceAll(/[\p{Cc}\p{Cf}]/gu, " ");
    const plain = patterns.reduce((rest, pattern) => rest.replaceAll(pattern, masked), start);
    const unfolded = fold(plain);
    return forms.some((form) => unfolded.includes(form)) ? masked : plain.slice(0, 400);
  };
}

/** Removes from the bank's own words what may be a customer's: mail addresses, six digits and more, a name before 님. */
export function withoutPersonal(text: string): string {
  return text
    .replaceAll(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, masked)
    .replaceAll(/\d(?:[-. ]?\d){5,}/g, masked)
    .replaceAll(/(?<![가-힣])(?!고객님)[가-힣]{2,4}(?=\s?(?:고객)?님)/g, masked);
}

/** A value in any case; digits also with separators between. A short one must stand alone: it is a part of many words. */
function patternOf(value: string): RegExp {
  const text = [...value].map(escape).join(/^\d{4,}$/.test(value) ? "[-. ]?" : "");
  return new RegExp(value.length < 4 ? `(?<![\\p{L}\\p{N}])${text}(?![A-Za-z0-9])` : text, "giu");
}

function escape(letter: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(letter) ? `\\${letter}` : letter;
}

/** The letters and digits of a value, and of its common encodings, as `fold` leaves them; none of a value that is too short. */
function foldedForms(value: string): string[] {
  const bytes = new TextEncoder().encode(value);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  // Of the three ways in which a value may stand in Base64, without the letters that its neighbours share.
  const base64 = [0, 1, 2].map((shift) => {
    const text = btoa("\0".repeat(shift) + String.fromCharCode(...bytes)).replace(/=+$/, "");
    return text.slice(shift === 0 ? 0 : shift + 1, bytes.length % 3 === (3 - shift) % 3 ? undefined : -1);
  });
  const forms = [value, hex, ...base64].map(fold);
  return [...forms, [...fold(value)].reverse().join("")].filter((form) => [...form].length >= 4);
}

/** Letters and digits alone, in one form and case, with the encodings of a text undone. */
function fold(text: string): string {
  let plain = text;
  for (let round = 0; round < 3; round += 1) plain = unescaped(plain);
  return folded(plain);
}
