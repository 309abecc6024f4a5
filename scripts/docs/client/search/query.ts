import { foldedText } from "./fold.ts";
import type { FoldedLines } from "./folded-lines.ts";
import { halfTyped, otherLayout, withoutParticle } from "./hangul.ts";
import { Spelling } from "./typos.ts";
import type { SearchWord } from "../../search/index-data.ts";

/** What a word of a query is searched as, and how much a hit of it counts, up to 1. */
interface Sought {
  what: string | RegExp;
  weight: number;
}

/** A word of a query that lines have. */
export interface FoundWord {
  typed: string;
  sought: Sought[];
  /** How well each line matches, from 0 to 1. */
  strengths: Float32Array;
  /** Whether the word stands nowhere as it was typed, half-typed, nor as a synonym, but something like it does. */
  isGuess: boolean;
  /** Two words that it may be, written together. A place that has both has it. */
  parts: readonly FoundWord[];
}

/** A query as it was understood. */
interface Understood {
  words: FoundWord[];
  /** Words that nothing was found for. */
  unfound: string[];
}

const weights = {
  typed: 1,
  inflected: 0.95,
  synonym: 0.9,
  begunSynonym: 0.6,
  halfTyped: 0.9,
  otherLayout: 0.85,
  misspelt: 0.7,
  stem: 0.6,
};
/** A phrase of so many words may be a synonym. */
const longestPhrase = 3;
/** Fewer letters of a synonym do not tell which. */
const shortestBegun = 3;
/** Words of questions, which tell nothing of what is sought. */
const idle =
  /^(?:어떻게|어떤|무엇|무엇인가요|뭐|뭔가요|왜|어디|어디서|언제|방법|하는|하나요|되나요|있나요|인가요|하려면|관한|관련|a|an|the|how|to|what|is|of|in)$/i;

/** Reads queries against the lines of an index. */
export class QueryReader {
  readonly #lines: FoldedLines;
  readonly #synonyms = new Map<string, string[]>();
  readonly #isTitle: (line: number) => boolean;
  #spelling: Spelling | undefined;

  constructor(lines: FoldedLines, words: readonly SearchWord[], isTitle: (line: number) => boolean) {
    this.#lines = lines;
    this.#isTitle = isTitle;
    for (const { word, typed } of words)
      for (const one of typed) {
        const key = foldedText(one);
        this.#synonyms.set(key, [...(this.#synonyms.get(key) ?? []), foldedText(word)]);
      }
  }

  read(query: string): Understood {
    const all = wordsOf(query);
    const telling = all.filter((word) => !idle.test(word));
    const typed = telling.length > 0 ? telling : all;
    const understood: Understood = { words: [], unfound: [] };
    for (let at = 0; at < typed.length;) {
      const [text, size] = this.#phraseAt(typed, at) ?? [typed[at] as string, 1];
      const found = this.#found(text);
      if (found === undefined) understood.unfound.push(text);
      else understood.words.push(found);
      at += size;
    }
    return understood;
  }

  /** The longest synonym of several words that begins with one. */
  #phraseAt(typed: readonly string[], at: number): [phrase: string, size: number] | undefined {
    for (let size = Math.min(longestPhrase, typed.length - at); size > 1; size--) {
      const phrase = typed.slice(at, at + size).join(" ");
      const folded = foldedText(phrase);
      if (this.#synonyms.has(folded) || this.#synonyms.has(withoutParticle(folded) ?? "")) return [phrase, size];
    }
    return undefined;
  }

  /** The word as the lines have it; undefined where nothing is like it. */
  #found(typed: string): FoundWord | undefined {
    const word = foldedText(typed);
    const parts = this.#parts(word);
    const literal = this.#match(typed, this.#literally(word), false);
    if (literal !== undefined || parts.length > 0) return { ...(literal ?? this.#nowhere(typed)), parts };
    for (const guess of [this.#halfTyped, this.#otherLayout, this.#misspelt, this.#stem]) {
      const found = guess.call(this, word);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #nowhere(typed: string): FoundWord {
    return { typed, sought: [], strengths: new Float32Array(this.#lines.lines.length), isGuess: false, parts: [] };
  }

  #literally(word: string): Sought[] {
    const stem = withoutParticle(word);
    const forms = [word, ...(stem === undefined ? [] : [stem])];
    return [
      ...forms.map((what, index) => ({ what, weight: index === 0 ? weights.typed : weights.inflected })),
      ...forms.flatMap((form) => this.#synonymsOf(form)),
    ];
  }

  #synonymsOf(word: string): Sought[] {
    const exact = this.#synonyms.get(word);
    if (exact !== undefined) return exact.map((what) => ({ what, weight: weights.synonym }));
    if (word.length < shortestBegun) return [];
    return [...this.#synonyms]
      .filter(([key]) => key.startsWith(word))
      .flatMap(([, meant]) => meant.map((what) => ({ what, weight: weights.begunSynonym })));
  }

  /** 토큰만료 is also searched as 토큰 and 만료, where both stand somewhere. */
  #parts(word: string): FoundWord[] {
    if (!/[가-힣]/.test(word)) return [];
    for (let at = word.length - 2; at >= 2; at--) {
      const [first, second] = [word.slice(0, at), word.slice(at)].map((part) =>
        this.#match(part, this.#literally(part), false),
      );
      if (first !== undefined && second !== undefined) return [first, second];
    }
    return [];
  }

  #halfTyped(word: string): FoundWord | undefined {
    const what = halfTyped(word);
    return what && this.#match(word, [{ what, weight: weights.halfTyped }], false);
  }

  #otherLayout(word: string): FoundWord | undefined {
    const what = otherLayout(word);
    if (what === undefined) return undefined;
    const sought = this.#literally(what).map((one) => ({ ...one, weight: one.weight * weights.otherLayout }));
    return this.#match(word, sought, true);
  }

  #misspelt(word: string): FoundWord | undefined {
    this.#spelling ??= new Spelling(this.#lines.vocabulary(2, this.#isTitle));
    const sought = this.#spelling.near(word).map((what) => ({ what, weight: weights.misspelt }));
    return this.#match(word, sought, true);
  }

  /** Korean words end in more ways than particles: 만료되면 is searched as 만료. */
  #stem(word: string): FoundWord | undefined {
    if (!/^[가-힣]{3,}$/.test(word)) return undefined;
    for (let length = word.length - 1; length >= Math.max(2, word.length - 3); length--) {
      const found = this.#match(word, [{ what: word.slice(0, length), weight: weights.stem }], true);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #match(typed: string, sought: Sought[], isGuess: boolean): FoundWord | undefined {
    const strengths = new Float32Array(this.#lines.lines.length);
    let isFound = false;
    for (const { what, weight } of sought) isFound = this.#lines.strengthen(strengths, what, weight) || isFound;
    return isFound ? { typed, sought, strengths, isGuess, parts: [] } : undefined;
  }
}

/** The words of a query. Signs within a word stay: 4.1.3, /oai/wb, S(39), text/html. */
function wordsOf(query: string): string[] {
  return query
    .normalize("NFC")
    .split(/[\s,;:?!"'“”‘’·]+/)
    .map((word) => word.replace(/^[([{<]+(?=[^)\]}>]*$)|(?<=^[^([{<]*)[)\]}>.]+$/g, ""))
    .filter((word) => foldedText(word) !== "");
}
