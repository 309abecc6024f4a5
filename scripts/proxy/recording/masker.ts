import { hkdfSync, randomBytes } from "node:crypto";
import type { FieldNode } from "../../client/contract.ts";
import { childOf } from "../../client/field.ts";
import { violations } from "../../client/violations.ts";
import { nodeAt, type OpenApi } from "../../bundle/openapi.ts";
import { drawsOf } from "./draw.ts";
import { fakeText } from "./fake-text.ts";

/** Fakes that are tried for one value before an example stands in. */
const attempts = 20;

/** Letters of a text that no fake but the first is likely to be other than. */
const longText = 1000;

/** For requests without a secret key. */
const ownSecret = randomBytes(32).toString("hex");

/** What the spec says of a body. */
export interface Known {
  tree: FieldNode;
  /** Values of whole bodies, for places where no fake keeps the rules that the original kept. */
  examples: readonly unknown[];
}

/**
 * Replaces values by fake ones of the same form. The same value becomes the same fake for the same secret key, and nobody who
 * lacks that key can tell by trying whether a value is behind a fake.
 */
export class Masker {
  readonly #key: Uint8Array;
  readonly #own: CatalogueTexts;

  /** @param secretKey the app's, as the request has it; it is kept nowhere */
  constructor(api: OpenApi, secretKey: string = ownSecret) {
    this.#key = new Uint8Array(hkdfSync("sha256", secretKey, "", "woori-openapi recording", 32));
    this.#own = textsOfCatalogue(api);
  }

  /**
   * A body or parameters, masked. What the spec itself lists stays: its values at their place, keys, codes and texts of the
   * catalogue, the count of a list beside it; and so do null, true, false and "".
   */
  mask(value: unknown, known: Known): unknown {
    return this.#value(value, known.tree, [], known.examples, false);
  }

  #value(
    value: unknown,
    node: FieldNode | undefined,
    way: readonly string[],
    examples: readonly unknown[],
    isItem: boolean,
  ): unknown {
    if (value === null || value === "" || typeof value === "boolean") return value;
    if (Array.isArray(value))
      return value.map((item) => this.#value(item, kindOf(node, "list")?.item, [...way, "0"], examples, true));
    if (typeof value === "object") return this.#object(value, kindOf(node, "object"), way, examples);
    return this.#scalar(value as string | number, node, way, examples, isItem);
  }

  #object(
    value: object,
    node: FieldNode | undefined,
    way: readonly string[],
    examples: readonly unknown[],
  ): Record<string, unknown> {
    const lengths = Object.entries(value).flatMap(([key, list]) =>
      Array.isArray(list) && childOf(node, key) !== undefined ? [String(list.length)] : [],
    );
    const masked = new Map<string, unknown>();
    for (const [key, one] of Object.entries(value)) {
      const child = childOf(node, key);
      const isCount = (typeof one === "string" || typeof one === "number") && lengths.includes(String(one));
      if (child !== undefined && isCount) masked.set(key, one);
      else if (child !== undefined) masked.set(key, this.#value(one, child, [...way, key], examples, false));
      else {
        const name = this.#text(key, (fake) => !masked.has(fake) && childOf(node, fake) === undefined, false);
        masked.set(name, this.#value(one, undefined, [], [], false));
      }
    }
    return Object.fromEntries(masked);
  }

  #scalar(
    value: string | number,
    node: FieldNode | undefined,
    way: readonly string[],
    examples: readonly unknown[],
    isItem: boolean,
  ): unknown {
    const { role, values, sensitive } = node ?? {};
    if (values?.includes(value) === true)
      return sensitive === true ? values[drawsOf(this.#key, String(value))(values.length)] : value;
    if (role !== undefined && this.#own[role]?.has(String(value)) === true) return value;
    // It is new in every answer: taken from its form, the same answer is the same.
    if (role === "globalId" && typeof value === "string") return fakeText(value, drawsOf(this.#key, ""));
    const broken = rulesBroken(node, value);
    const fits = (fake: unknown): boolean => rulesBroken(node, fake) === broken;
    const fake =
      typeof value === "number"
        ? this.#number(value, fits, isItem)
        : this.#text(value, fits, isItem && value.length === 1);
    if (fits(fake)) return fake;
    const example = examples.map((one) => nodeAt(one, way)).find((one) => one !== undefined && fits(one));
    return example ?? fake;
  }

  #number(value: number, fits: (fake: number) => boolean, isItem: boolean): number {
    // The exponent of a very large or small number stays.
    const [digits = "", exponent] = String(value).split("e");
    const numberOf = (text: string): number => Number(exponent === undefined ? text : `${text}e${exponent}`);
    const isFree = isItem && /^\d$/.test(digits);
    return numberOf(this.#text(digits, (fake) => String(Number(fake)) === fake && fits(numberOf(fake)), isFree));
  }

  /** A fake that is accepted, and other than the text where there is one; the first one where none is accepted. */
  #text(text: string, accepts: (fake: string) => boolean, isFree: boolean): string {
    const fakes: string[] = [];
    const most = text.length > longText ? 2 : attempts;
    // Where the first few are the text itself, as of zeros and signs, all are.
    while (fakes.length < most && (fakes.length < 4 || fakes.some((fake) => fake !== text))) {
      const fake = fakeText(text, drawsOf(this.#key, `${fakes.length} ${text}`), isFree);
      if (fake !== text && accepts(fake)) return fake;
      fakes.push(fake);
    }
    return fakes.find(accepts) ?? fakes[0] ?? "";
  }
}

/** What an error may say in the catalogue's own words, by role. */
type CatalogueTexts = Readonly<Record<string, ReadonlySet<string>>>;

const catalogues = new WeakMap<OpenApi, CatalogueTexts>();

function textsOfCatalogue(api: OpenApi): CatalogueTexts {
  let own = catalogues.get(api);
  if (own === undefined) {
    const { codes } = api["x-error-catalogue"];
    const names = new Set(codes.map(({ code }) => code));
    const texts = new Set(codes.flatMap(({ message, meaning, cause }) => [message, meaning, cause]));
    own = { errorCode: names, listCode: names, errorMessage: texts, listMessage: texts };
    catalogues.set(api, own);
  }
  return own;
}

function kindOf(node: FieldNode | undefined, kind: FieldNode["kind"]): FieldNode | undefined {
  return node?.kind === kind ? node : undefined;
}

/** The names of the rules that a text or number breaks at its place. */
function rulesBroken(node: FieldNode | undefined, value: unknown): string {
  return node === undefined
    ? ""
    : violations(node, value)
        .map(({ rule }) => rule)
        .join();
}
