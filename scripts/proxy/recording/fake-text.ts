import type { Draw } from "./draw.ts";
import { shapeOf } from "./shapes.ts";

const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const smallLetters = capitals.toLowerCase();

/** Letters beyond ASCII of one kind, which a fake takes from the same kind. */
const alphabets: readonly [kind: RegExp, letters: string][] = [
  [
    /[\uac00-\ud7a3\u1100-\u11ff]/,
    "가나다라마바사아자차카타파하거너더러머버서어저처고노도로모보소오조초구누두루무부수우주추",
  ],
  [/[\u3131-\u318e]/, "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"],
  [/[\uff10-\uff19]/, "０１２３４５６７８９"],
  [/[\uff21-\uff3a]/, "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"],
  [/[\uff41-\uff5a]/, "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"],
  [/\p{Script=Han}/u, "甲乙丙丁戊己庚辛壬癸"],
  [/\p{Script=Hiragana}/u, "あいうえおかきくけこ"],
  [/\p{Script=Katakana}/u, "アイウエオカキクケコ"],
  [/\p{Nd}/u, "0123456789"],
  [/\p{Lu}/u, capitals],
  [/\p{L}/u, smallLetters],
];

/** What stands for a sign of no meaning here: emoji, zero-width, tag and combining characters could spell a message. */
const otherSign = "·";

const email = /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i;

/**
 * A text of the same form: as long, each letter of the same kind, zeros in front and separators where they were. Addresses,
 * dates, times and check digits stay valid. Three signs in a row become one sign, so that they cannot spell anything.
 *
 * @param isFree whether zeros in front change too: what stands beside others, such as bits in a list, is no number of its own
 */
export function fakeText(text: string, draw: Draw, isFree = false): string {
  const shape = shapeOf(text);
  if (shape !== undefined) return shape.fake(text, draw);
  if (email.test(text))
    return text
      .split("@")
      .map((part) => fakeLetters(part, draw, isFree))
      .join("@");
  if (/[\p{L}\p{N}]/u.test(text)) return fakeLetters(text, draw, isFree);
  return /^ *$/.test(text) ? text : "*".repeat([...text].length);
}

function fakeLetters(text: string, draw: Draw, isFree: boolean): string {
  // Only of the first number: in what follows, zeros could be a pattern.
  let isInFront = !isFree;
  let wasDigit = false;
  const letters = [...text].map((letter) => {
    const isDigit = letter >= "0" && letter <= "9";
    if (!isDigit && wasDigit) isInFront = false;
    wasDigit = isDigit;
    if (!isDigit) return fakeLetter(letter, draw);
    if (!isInFront) return String(draw(10));
    if (letter === "0") return letter;
    isInFront = false;
    return String(1 + draw(9));
  });
  return letters
    .join("")
    .replaceAll(signs, (run) => ([...run].every((one) => one === run[0]) ? run : run.charAt(0).repeat(run.length)));
}

/** Signs in a row that are more than separators. All of them lie in the basic plane. */
const signs = /[^\p{L}\p{N}]{3,}/gu;

function fakeLetter(letter: string, draw: Draw): string {
  if (letter >= "A" && letter <= "Z") return capitals.charAt(draw(26));
  if (letter >= "a" && letter <= "z") return smallLetters.charAt(draw(26));
  if ((letter >= "!" && letter <= "~") || letter === "\n") return letter;
  const letters = alphabets.find(([kind]) => kind.test(letter))?.[1];
  if (letters !== undefined) return letters.charAt(draw(letters.length));
  return /\s/.test(letter) ? " " : otherSign;
}
