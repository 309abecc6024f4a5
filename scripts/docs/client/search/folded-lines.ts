import { foldedText } from "./fold.ts";

/** A stretch of a line that matches. */
export interface Hit {
  line: number;
  /** Within the folded line. */
  from: number;
  to: number;
}

/** How well a stretch matches: the whole line, a whole word or the beginning of one, at the line's beginning or after it. */
export const qualities = { line: 1, firstWord: 0.9, prefix: 0.85, word: 0.8, beginning: 0.65, inside: 0.5 };

/** What a mark says of a folded character: something passed over stands before it; a word begins with it. */
const gap = 1;
const beginning = 2;

/** The kinds of characters; a word begins where the kind changes. */
const kinds = { passedOver: 0, lower: 1, upper: 2, digit: 3, hangul: 4, other: 5 };
const lineFeed = 10;

/** Lines as they are searched: in one string, without case, blanks, _ and -. The lines are composed (NFC). */
export class FoldedLines {
  readonly lines: readonly string[];
  /** The folded lines, each ended by a line feed. */
  readonly text: string;
  readonly #starts: Uint32Array;
  readonly #marks: Uint8Array;

  constructor(lines: readonly string[]) {
    this.lines = lines;
    const size = lines.reduce((sum, line) => sum + line.length + 1, 0);
    const codes = new Uint16Array(size);
    this.#marks = new Uint8Array(size + 1);
    this.#starts = new Uint32Array(lines.length);
    let end = 0;
    for (const [index, line] of lines.entries()) {
      this.#starts[index] = end;
      end = this.#fold(line, codes, end);
      this.#marks[end] = beginning;
      codes[end++] = lineFeed;
    }
    this.text = new TextDecoder("utf-16le").decode(codes.subarray(0, end));
  }

  /** Writes a line without what is passed over; gives the place after it. */
  #fold(line: string, codes: Uint16Array, start: number): number {
    let end = start;
    let before = kinds.passedOver;
    let isAfterGap = false;
    for (let at = 0; at < line.length; at++) {
      const code = line.charCodeAt(at);
      const kind = kindOf(code);
      if (kind === kinds.passedOver) {
        isAfterGap = true;
        continue;
      }
      const isInWord = kind === before || (kind === kinds.lower && before === kinds.upper);
      this.#marks[end] = (isAfterGap ? gap : 0) | (isInWord && !isAfterGap && kind !== kinds.other ? 0 : beginning);
      codes[end++] = kind === kinds.upper ? code + 32 : code;
      before = kind;
      isAfterGap = false;
    }
    return end;
  }

  /**
   * Adds how well each line has a folded text or a pattern, where that is more than was known.
   *
   * @param strengths by line; a hit counts its quality times the weight
   * @returns whether a line has it
   */
  strengthen(strengths: Float32Array, sought: string | RegExp, weight: number): boolean {
    let isFound = false;
    this.#each(sought, (line, from, to) => {
      const strength = this.#quality(line, from, to) * weight;
      if (strength === 0) return;
      isFound = true;
      if (strength > (strengths[line] as number)) strengths[line] = strength;
    });
    return isFound;
  }

  /** The stretches of lines that match. */
  hits(sought: string | RegExp): Hit[] {
    const hits: Hit[] = [];
    this.#each(sought, (line, from, to) => {
      const start = this.#starts[line] as number;
      if (this.#quality(line, from, to) > 0) hits.push({ line, from: from - start, to: to - start });
    });
    return hits;
  }

  #each(sought: string | RegExp, visit: (line: number, from: number, to: number) => void): void {
    let line = 0;
    const at = (from: number, to: number): void => {
      while (line + 1 < this.#starts.length && from >= (this.#starts[line + 1] as number)) line++;
      visit(line, from, to);
    };
    if (typeof sought === "string")
      for (let from = this.text.indexOf(sought); from !== -1; from = this.text.indexOf(sought, from + 1))
        at(from, from + sought.length);
    else for (const { 0: found, index } of this.text.matchAll(sought)) at(index, index + found.length);
  }

  /** 0 where the stretch is only by chance what is sought: short and inside a word, or across words without beginning one. */
  #quality(line: number, from: number, to: number): number {
    const marks = this.#marks;
    const begins = ((marks[from] as number) & beginning) !== 0;
    if (!begins) {
      if (to - from < 3 && this.text.charCodeAt(from) < 128) return 0;
      for (let at = from + 1; at < to; at++) if (((marks[at] as number) & gap) !== 0) return 0;
      return qualities.inside;
    }
    const isFirst = from === this.#starts[line];
    const endsLine = this.text.charCodeAt(to) === lineFeed;
    if (isFirst && endsLine) return qualities.line;
    const endsWord = ((marks[to] as number) & beginning) !== 0;
    if (isFirst) return endsWord ? qualities.firstWord : qualities.prefix;
    return endsWord ? qualities.word : qualities.beginning;
  }

  /** The distinct words of all lines, folded, and whether each is of a short line, as a title is; the short lines themselves too. */
  vocabulary(shortest: number, isTitle: (line: number) => boolean): Map<string, boolean> {
    const words = new Map<string, boolean>();
    for (const [index, line] of this.lines.entries()) {
      const isOfTitle = isTitle(index);
      const parts = line.split(/[^\p{L}\p{N}_-]+/u);
      if (isOfTitle) parts.push(parts.join(""));
      for (const part of parts) {
        const word = foldedText(part);
        if (word.length >= shortest) words.set(word, isOfTitle || words.get(word) === true);
      }
    }
    return words;
  }
}

/** Where a stretch of a folded line stands in the line. */
export function stretchOf(line: string, { from, to }: Pick<Hit, "from" | "to">): [from: number, to: number] {
  let folded = 0;
  let start = 0;
  for (let at = 0; at < line.length; at++) {
    if (kindOf(line.charCodeAt(at)) === kinds.passedOver) continue;
    if (folded === from) start = at;
    if (++folded === to) return [start, at + 1];
  }
  return [start, line.length];
}

function kindOf(code: number): number {
  if (code >= 0xac00 && code <= 0xd7a3) return kinds.hangul;
  if (code >= 0x61 && code <= 0x7a) return kinds.lower;
  if (code >= 0x41 && code <= 0x5a) return kinds.upper;
  if (code >= 0x30 && code <= 0x39) return kinds.digit;
  if (code === 0x5f || code === 0x2d || code === 0x20 || code === 0xa0) return kinds.passedOver;
  return code >= 0x3131 && code <= 0x318e ? kinds.hangul : kinds.other;
}
