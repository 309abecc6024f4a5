import { foldedText } from "./fold.ts";
import { FoldedLines, stretchOf } from "./folded-lines.ts";
import { type FoundWord, QueryReader } from "./query.ts";
import type { IndexData } from "../../search/index-data.ts";

/** A piece of a text; a marked one is what was searched for. */
export interface Piece {
  text: string;
  isMarked: boolean;
}

/** A place that was found. */
export interface Result {
  url: string;
  kind: string;
  page: string;
  title: Piece[];
  /** A piece of its text round a hit; its beginning where the title alone has hits. */
  excerpt: Piece[];
}

/** What a search found, the best first. */
export interface Found {
  /** How many places there are. */
  count: number;
  results: Result[];
  /** Words that were left out, as nothing is like them. */
  unfound: string[];
  /** Whether a word is there only as something like it. */
  isGuess: boolean;
}

/** What a hit is worth by where it stands; the context is its page's title and kind, or the heads of its columns. */
const worth = { title: 100, name: 70, text: 32, context: 14 };
/** For the place that a code, a field or an operation has as its own, before those that mention it. */
/** The history of the versions speaks of everything, and explains little. */
const history = /^version-/;
const historyMalus = 8;
const homeBonus = 5;
const home = /^(?:(?:field|error|op)-[^-]+$)|^op-.+\.html$/;
/** For the whole query in one place. */
const phraseBonus = { title: 25, text: 8 };
/** Places of one title, as each operation has a "curl". */
const mostOfOneTitle = 3;
const excerptLength = 110;

type Place = IndexData["places"][number];
type PageOfIndex = IndexData["pages"][number];
/** Where the lines of text begin in a place. */
const textAt = 5;

/** Searches an index. */
export class Searcher {
  readonly #data: IndexData;
  readonly #lines: FoldedLines;
  readonly #reader: QueryReader;

  constructor(data: IndexData) {
    this.#data = data;
    this.#lines = new FoldedLines(data.lines);
    const titles = new Set(data.places.map(([, , title]) => title));
    this.#reader = new QueryReader(this.#lines, data.words, (line) => titles.has(line));
  }

  /** @param most how many results are wanted */
  search(query: string, most: number): Found {
    const { words, unfound } = this.#reader.read(query);
    // A query of which less than half is anywhere is about something else.
    if (words.length === 0 || unfound.length > words.length) return { count: 0, results: [], unfound, isGuess: false };
    const phrase = words.length > 1 ? this.#phrase(query) : undefined;
    const ranked = this.#ranked(words, phrase);
    return {
      count: ranked.length,
      results: this.#withoutRepetition(ranked, most).map((place) => this.#result(place, words)),
      unfound,
      isGuess: words.some(({ isGuess }) => isGuess),
    };
  }

  /** How well each line has the whole query as it stands. */
  #phrase(query: string): Float32Array {
    const strengths = new Float32Array(this.#lines.lines.length);
    this.#lines.strengthen(strengths, foldedText(query), 1);
    return strengths;
  }

  /** The places that have every word; where there are none, those that have most. */
  #ranked(words: readonly FoundWord[], phrase: Float32Array | undefined): number[] {
    const pages = this.#data.pages.map(([, title, kind]) => foldedText(`${title} ${kind}`));
    const found: { place: number; has: number; score: number }[] = [];
    let most = 1;
    for (const [place, lines] of this.#data.places.entries()) {
      let score = 0;
      let has = 0;
      let best = 0;
      for (const word of words) {
        const value = this.#worthOf(lines, word, pages);
        if (value > 0) has++;
        score += value / words.length;
        best = Math.max(best, value);
      }
      // Its page or its table alone does not make it something that was sought.
      if (has < most || best <= worth.context) continue;
      most = has;
      if (phrase !== undefined) score += this.#bonusOf(lines, phrase);
      found.push({ place, has, score: score + this.#standing(lines) });
    }
    return found
      .filter(({ has }) => has === most)
      .sort((one, other) => other.score - one.score || one.place - other.place)
      .map(({ place }) => place);
  }

  #worthOf(place: Place, { parts, ...word }: FoundWord, pages: readonly string[]): number {
    const whole = this.#worthOfWhole(place, word, pages);
    if (parts.length === 0 || whole > worth.text) return whole;
    const ofParts = parts.map((part) => this.#worthOfWhole(place, part, pages));
    return ofParts.every((one) => one > 0)
      ? Math.max(whole, ofParts.reduce((sum, one) => sum + one, 0) / parts.length)
      : whole;
  }

  #worthOfWhole(
    place: Place,
    { strengths, sought }: Pick<FoundWord, "strengths" | "sought">,
    pages: readonly string[],
  ): number {
    const [page, , title, name, columns] = place;
    let best = (strengths[title] as number) * worth.title;
    if (name !== -1) best = Math.max(best, (strengths[name] as number) * worth.name);
    if (best > worth.text) return best;
    let lines = 0;
    let strongest = 0;
    for (let at = textAt; at < place.length; at++) {
      const strength = strengths[place[at] as number] as number;
      if (strength === 0) continue;
      lines++;
      strongest = Math.max(strongest, strength);
    }
    best = Math.max(best, strongest * worth.text + Math.min(lines - 1, 4));
    if (best > 0) return best;
    if (columns !== -1 && (strengths[columns] as number) > 0) return worth.context;
    const ofPage = pages[page] as string;
    return sought.some(({ what }) => typeof what === "string" && ofPage.includes(what)) ? worth.context : 0;
  }

  #bonusOf(place: Place, phrase: Float32Array): number {
    const ofTitle = phrase[place[2]] as number;
    if (ofTitle > 0) return phraseBonus.title * ofTitle;
    for (let at = textAt; at < place.length; at++)
      if ((phrase[place[at] as number] as number) > 0) return phraseBonus.text;
    return 0;
  }

  /** What a place is worth apart from the query: its own page or row first, short before long. */
  #standing(place: Place): number {
    const [page, anchor, title] = place;
    const isHome = home.test(anchor === "" ? (this.#data.pages[page] as PageOfIndex)[0] : anchor);
    const length = (this.#lines.lines[title] as string).length;
    return (
      (isHome ? homeBonus : 0) -
      (history.test(anchor) ? historyMalus : 0) -
      Math.min(length, 80) / 40 -
      Math.min(place.length - textAt, 100) / 50
    );
  }

  #withoutRepetition(ranked: readonly number[], most: number): number[] {
    const counts = new Map<string, number>();
    const kept: number[] = [];
    for (const place of ranked) {
      if (kept.length === most) break;
      const [page, , title] = this.#data.places[place] as Place;
      const key = `${title} ${this.#data.pages[page]?.[2]}`;
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      if (count < mostOfOneTitle) kept.push(place);
    }
    return kept;
  }

  #result(place: number, understood: readonly FoundWord[]): Result {
    const words = understood.flatMap((word) => [word, ...word.parts]);
    const [page, anchor, title, , , ...text] = this.#data.places[place] as Place;
    const [file, pageTitle, kind] = this.#data.pages[page] as PageOfIndex;
    const strengthOf = (line: number): number =>
      words.reduce((sum, { strengths }) => sum + (strengths[line] as number), 0);
    const shown = bestOf(text, (line) => strengthOf(line) || Math.min(this.#lines.lines[line]?.length ?? 0, 20) / 1e3);
    return {
      url: anchor === "" ? file : `${file}#${anchor}`,
      kind,
      page: pageTitle,
      title: this.#marked(title, words),
      excerpt: shown === undefined ? [] : shortened(this.#marked(shown, words)),
    };
  }

  /** A line in pieces, with the hits of all words marked. */
  #marked(line: number, words: readonly FoundWord[]): Piece[] {
    const text = this.#lines.lines[line] as string;
    const alone = new FoldedLines([text]);
    const hits = words
      .flatMap(({ sought }) => sought.flatMap(({ what }) => alone.hits(what)))
      .map((hit) => stretchOf(text, hit))
      .sort(([one], [other]) => one - other);
    const pieces: Piece[] = [];
    let end = 0;
    for (const [from, to] of hits) {
      if (to <= end) continue;
      const start = Math.max(from, end);
      if (start > end) pieces.push({ text: text.slice(end, start), isMarked: false });
      pieces.push({ text: text.slice(start, to), isMarked: true });
      end = to;
    }
    if (end < text.length) pieces.push({ text: text.slice(end), isMarked: false });
    return pieces;
  }
}

/** The first line with the highest value. */
function bestOf(lines: readonly number[], valueOf: (line: number) => number): number | undefined {
  let best: number | undefined;
  for (const line of lines) if (best === undefined || valueOf(line) > valueOf(best)) best = line;
  return best;
}

/** Pieces of about a line of a result, with the first mark in view. */
function shortened(pieces: readonly Piece[]): Piece[] {
  const first = pieces.findIndex(({ isMarked }) => isMarked);
  const kept: Piece[] = [];
  let left = excerptLength;
  for (const [index, { text, isMarked }] of pieces.entries()) {
    if (left <= 0) break;
    const isBefore = index < first;
    const lead = 40;
    const shown = isBefore && text.length > lead ? `…${text.slice(-lead).replace(/^\S*\s/, "")}` : text;
    const cut = shown.length > left && !isMarked ? `${shown.slice(0, left).trimEnd()}…` : shown;
    kept.push({ text: cut, isMarked });
    left -= cut.length;
  }
  return kept;
}
