import { formsOf } from "./inflection.ts";

/** A row of the glossary. */
export interface Term {
  /** The word to use, as the table writes it. */
  use: string;
  /** Matches the words not to use, with their forms. */
  banned: RegExp;
}

/**
 * The glossary: the table of a Markdown file whose columns are 개념, 쓰는 말 and 쓰지 않는 말. In the last one, words between
 * backticks are looked for, verbs (…다) in all their forms; what is beside them is for readers.
 *
 * @throws {Error} where the file has no such table
 */
export function readGlossary(markdown: string): Term[] {
  const table = /^\| 개념 \| 쓰는 말 \| 쓰지 않는 말 \|\n.*\n((?:\|.*\n)+)/m.exec(markdown)?.[1];
  if (table === undefined) throw new Error("The glossary has no table of 개념, 쓰는 말 and 쓰지 않는 말.");
  return table.split("\n").flatMap((row) => {
    const [, , use = "", banned = ""] = row.split("|").map((cell) => cell.trim());
    const words = [...banned.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => patternOf(word));
    return words.length === 0 ? [] : [{ use: use.replaceAll("`", ""), banned: anyOf(words) }];
  });
}

function patternOf(word: string): string {
  const pattern = word.endsWith("다") && !word.endsWith("니다") ? formsOf(word) : word;
  return pattern.replaceAll(/ /g, "\\s+");
}

/** A word starts where no other Korean word is under way. */
function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(`(?<![가-힣])(?:${patterns.join("|")})`, "g");
}
