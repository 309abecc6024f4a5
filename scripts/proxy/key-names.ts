/** How field codes of this platform look: TRN_SRNO, FEE_Am, GRID. */
const fieldCode = /^(?:[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|[A-Z]{2,12})$/;
const maxLength = 40;
const maxDigits = 3;

/** Shorter values occur in too many names by chance. */
const minValue = 4;

/**
 * Shows the keys of an exchange's bodies. Keys of the spec and list indexes are shown. Another key is shown only where
 * it looks like a field code and contains no value of the exchange: some programs use values as keys.
 */
export class KeyNames {
  readonly #known: ReadonlySet<string>;
  readonly #texts: string[] = [];
  readonly #bodies: unknown[] = [];
  #values: string[] | undefined;

  /** @param known the keys that the spec has in the exchange's bodies */
  constructor(known: ReadonlySet<string>) {
    this.#known = known;
  }

  /** Adds values that no shown key may contain: header fields, targets and the strings of bodies. */
  learn(texts: readonly string[], body: unknown): void {
    this.#texts.push(...texts);
    this.#bodies.push(body);
    this.#values = undefined;
  }

  /** The key, or how long it is. */
  show(key: string): string {
    if (this.#known.has(key) || /^\d{1,4}$/.test(key)) return key;
    const isField = key.length <= maxLength && fieldCode.test(key) && key.replaceAll(/\D/g, "").length <= maxDigits;
    return isField && !this.#isOfValue(key.toLowerCase()) ? key : `(${[...key].length}자 이름)`;
  }

  #isOfValue(key: string): boolean {
    this.#values ??= [...this.#texts, ...this.#bodies.flatMap(stringsOf)].map((value) => value.toLowerCase());
    return this.#values.some((value) => value.includes(key) || (value.length >= minValue && key.includes(value)));
  }
}

/** Every string value in a JSON value. It uses a stack, as the nesting may be deep. */
function stringsOf(body: unknown): string[] {
  const strings: string[] = [];
  const stack = [body];
  while (stack.length > 0) {
    const node = stack.pop();
    if (typeof node === "string") strings.push(node);
    else if (typeof node === "object" && node !== null) for (const child of Object.values(node)) stack.push(child);
  }
  return strings;
}
