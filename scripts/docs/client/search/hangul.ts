import {
  canBeChoseong,
  combineCharacter,
  convertHangulToQwerty,
  convertQwertyToHangul,
  disassemble,
  disassembleCompleteCharacter,
} from "es-hangul";
import { foldedText } from "./fold.ts";

const syllables = /^[가-힣]+$/;

/** Particles and the commonest endings of 하다 and 되다, the longer ones first. */
const particle =
  /(?:했는데|하려면|했을때|됐을때|했습니다|됐습니다|합니다|됩니다|되었을|하면|되면|하는|되는|하기|하고|되고|되어|해야|했을|됐을|에서는|으로는|이라는|에서|에게|으로|부터|까지|처럼|보다|이나|라는|이란|이면|은|는|이|가|을|를|의|에|로|와|과|도|만|란)$/;

/** A folded word without its particle; undefined where none is likely. */
export function withoutParticle(word: string): string | undefined {
  const rest = word.replace(particle, "");
  return rest !== word && rest.length >= 2 ? rest : undefined;
}

/**
 * A pattern of what a half-typed word may become: ㄱ is each syllable that begins with it (초성), and the last syllable may
 * still get a final consonant, or give its own to the next. Undefined for a word that has nothing of it.
 */
export function halfTyped(word: string): RegExp | undefined {
  const characters = [...word];
  const isHalf = characters.some((one) => canBeChoseong(one));
  const last = characters.at(-1) ?? "";
  if (characters.length < 2 || (!isHalf && !syllables.test(last))) return undefined;
  const begun = characters.map((one) => (canBeChoseong(one) ? range(one) : escaped(one)));
  const ends = endsOf(last);
  if (ends === undefined) return isHalf ? new RegExp(begun.join(""), "g") : undefined;
  return new RegExp(`${begun.slice(0, -1).join("")}(?:${ends})`, "g");
}

/** The ways in which a last syllable may go on. */
function endsOf(last: string): string | undefined {
  const { choseong, jungseong, jongseong } = disassembleCompleteCharacter(last) ?? {};
  if (choseong === undefined || jungseong === undefined) return undefined;
  const open = combineCharacter(choseong, jungseong);
  if (jongseong === undefined || jongseong === "") return `[${open}-${combineCharacter(choseong, jungseong, "ㅎ")}]`;
  const final = disassemble(jongseong);
  const next = final.at(-1) ?? "";
  if (!canBeChoseong(next)) return last;
  const rest = final.length === 1 ? open : combineCharacter(choseong, jungseong, final[0]);
  return `${last}|${rest}${range(next)}`;
}

/** All syllables that begin with a consonant. */
function range(consonant: string): string {
  return `[${combineCharacter(consonant, "ㅏ")}-${combineCharacter(consonant, "ㅣ", "ㅎ")}]`;
}

function escaped(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
}

/** What the same keys write in the other layout, folded: eocnf is 대출. Undefined where that is no word. */
export function otherLayout(typed: string): string | undefined {
  if (/^[a-z]+$/i.test(typed)) {
    const hangul = convertQwertyToHangul(typed);
    return hangul.length >= 2 && syllables.test(hangul) ? hangul : undefined;
  }
  const latin = /^[ㄱ-ㅣ가-힣_]+$/.test(typed) ? foldedText(convertHangulToQwerty(typed)) : "";
  return latin.length >= 3 ? latin : undefined;
}
