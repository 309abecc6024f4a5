import { isClosed } from "./inflection.ts";

/** Verb forms and nouns that only look like a noun and its particle. */
const words = /(?:마을|가을|노을|지을|이을|나을|부을|저을|그을|경로|통로|진로|근로|종로|선로|항로|북으로)$/;

/** A particle after a Korean word or a number, at the end of a word, where its form can be decided by rule. */
const particle = /([가-힣]+?|(?<![A-Za-z\d.])\d+)(을|를|와|으로|로)(?![가-힣])/g;

/** Both forms of a particle at once, for a reader to choose from; or one form after a variable, whatever its value. */
const undecided =
  /은\(는\)|는\(은\)|을\(를\)|를\(을\)|이\(가\)|가\(이\)|와\(과\)|과\(와\)|\(으\)로|(?:^|(?<=\$\{[^{}]*))\}(?:은|는|을|를|이|가|와|과|으로|로)(?![가-힣])/g;

/** A particle that is wrong: where it stands, the text of it and what to do. */
export interface WrongParticle {
  index: number;
  found: string;
  advice: string;
}

/** The particles in a text that are wrong by rule or not decided. */
export function wrongParticles(text: string): WrongParticle[] {
  return [
    ...[...text.matchAll(particle)].flatMap((match) => {
      const [found, before = "", given = ""] = match;
      const right = rightForm(before, given);
      const isWord = words.test(text.slice(0, match.index + found.length));
      return right === given || isWord
        ? []
        : [{ index: match.index, found, advice: `조사를 "${right}" 형태로 고치십시오.` }];
    }),
    ...[...text.matchAll(undecided)].map(({ index, 0: found }) => ({
      index,
      found,
      advice: "값에 따라 조사를 선택하거나(scripts/client/particles.ts), 조사가 필요 없는 문장으로 바꾸십시오.",
    })),
  ];
}

/** The form of a particle after a syllable or a number. */
function rightForm(before: string, given: string): string {
  const isDigit = /\d/.test(before);
  const last = before.slice(-1);
  const hasFinal = isDigit ? "013678".includes(last) : isClosed(last);
  const endsInL = isDigit ? "178".includes(last) : (last.charCodeAt(0) - 0xac00) % 28 === 8;
  if (given === "을" || given === "를") return hasFinal ? "을" : "를";
  if (given === "와") return hasFinal ? "과" : "와";
  return hasFinal && !endsInL ? "으로" : "로";
}
