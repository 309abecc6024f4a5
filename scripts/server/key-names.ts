import { folded } from "../client/written-forms.ts";
import { writtenForms } from "./written-forms.ts";

/** How field codes of this platform look: TRN_SRNO, FEE_Am, WRLC_NM_1, GRID. */
const fieldCode = /^(?:[A-Z]{1,12}(?:_(?:[A-Z]{1,12}\d{0,2}|[A-Z][a-z]{1,3}|\d{1,3}))+|[A-Z]{2,12})$/;
const maxLength = 40;
const maxDigits = 3;

/** Shorter values occur in too many names by chance; they hide a name that has them between underscores. */
const minValue = 4;

/** With more values than these no other key is shown: comparing them would take the time of other requests. */
const maxTexts = 1000;

/**
 * Shows the keys of an exchange's bodies. Keys of the spec, in whatever case, and list indexes are shown. Another key is shown
 * only where it looks like a field code and is or contains no value of the exchange, however written: some programs use values
 * as keys.
 */
export class KeyNames {
  readonly #known: ReadonlySet<string>;
  readonly #foldedKnown: () => ReadonlySet<string>;
  readonly #texts = new Set<string>();
  readonly #numbers = new Set<string>();
  #isBlind = false;
  #values: { set: ReadonlySet<string>; joined: string } | undefined;

  /** @param known the keys that the spec has in the exchange's bodies */
  constructor(known: ReadonlySet<string>) {
    this.#known = known;
    let all: ReadonlySet<string> | undefined;
    this.#foldedKnown = () => (all ??= new Set([...known].map(folded)));
  }

  /** Adds values that no shown key may contain: header fields, targets and parameters. */
  learn(texts: readonly string[]): void {
    for (const text of texts) this.#texts.add(text);
    this.#values = undefined;
  }

  /** Adds the values of a body, also those that another of the same name has replaced. */
  learnBody({ text, isJson }: { text: string; isJson: boolean }): void {
    if (!isJson) return this.learn([...new URLSearchParams(text).values()]);
    for (const [, part = "", colon] of text.matchAll(jsonString)) {
      const decoded = JSON.parse(part) as string;
      if (colon === undefined) this.#texts.add(decoded);
      else if (/^\d+$/.test(decoded)) this.#numbers.add(decoded);
    }
    this.#values = undefined;
  }

  /** Shows no key any more that the spec does not have: a body that nobody can read may have it as a value. */
  learnUnreadable(): void {
    this.#isBlind = true;
  }

  /** The key, or how long it is. */
  show(key: string): string {
    if (this.#known.has(key) || (/^\d{1,4}$/.test(key) && !this.#numbers.has(key))) return key;
    const looksKnown = key.length <= maxLength && /^\w+$/.test(key) && this.#foldedKnown().has(folded(key));
    const isField =
      !this.#isBlind &&
      this.#texts.size <= maxTexts &&
      key.length <= maxLength &&
      fieldCode.test(key) &&
      key.replaceAll(/\D/g, "").length <= maxDigits;
    return looksKnown || (isField && !this.#isOfValue(key)) ? key : `(${[...key].length}자 이름)`;
  }

  #isOfValue(key: string): boolean {
    if (this.#values === undefined) {
      const set = new Set([...this.#texts].flatMap((text) => [...writtenForms(text)].map(folded)));
      this.#values = { set, joined: [...set].join("\n") };
    }
    const { set, joined } = this.#values;
    const name = folded(key);
    if (joined.includes(name)) return true;
    const parts = key.split("_").map(folded);
    for (let from = 0; from < parts.length; from += 1)
      for (let to = from + 1; to <= parts.length; to += 1) {
        const run = parts.slice(from, to).join("");
        if (run.length > 1 && set.has(run)) return true;
      }
    for (let from = 0; from + minValue <= name.length; from += 1)
      for (let to = from + minValue; to <= name.length; to += 1) if (set.has(name.slice(from, to))) return true;
    return false;
  }
}

/** A string of a JSON text, and the colon that makes it a key. */
const jsonString = /("(?:[^"\\]|\\.)*")(\s*:)?/g;
