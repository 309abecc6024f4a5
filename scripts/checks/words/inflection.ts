const vowels = { ㅏ: 0, ㅐ: 1, ㅓ: 4, ㅔ: 5, ㅕ: 6, ㅗ: 8, ㅘ: 9, ㅜ: 13, ㅝ: 14, ㅡ: 18, ㅣ: 20 };
const finals = { ㄴ: 4, ㄹ: 8, ㅁ: 16, ㅂ: 17, ㅆ: 20 };

/** How a stem's last vowel and the ending -아/어 become one. */
const contractions = new Map([
  [vowels.ㅏ, vowels.ㅏ],
  [vowels.ㅐ, vowels.ㅐ],
  [vowels.ㅓ, vowels.ㅓ],
  [vowels.ㅔ, vowels.ㅔ],
  [vowels.ㅗ, vowels.ㅘ],
  [vowels.ㅜ, vowels.ㅝ],
  [vowels.ㅣ, vowels.ㅕ],
]);

/** What an ending after a final consonant starts with. What else may follow starts another word. */
const endings = "고지는은을음습어었았으게기던도며면자니다거혀힌히혔";

/** A syllable taken apart (Unicode 16, 3.12). */
function partsOf(syllable: string): { initial: number; vowel: number; final: number } {
  const index = syllable.charCodeAt(0) - 0xac00;
  return { initial: Math.floor(index / 588), vowel: Math.floor(index / 28) % 21, final: index % 28 };
}

function syllableOf(initial: number, vowel: number, final = 0): string {
  return String.fromCharCode(0xac00 + (initial * 21 + vowel) * 28 + final);
}

/** Whether a Hangul syllable ends with a consonant. */
export function isClosed(syllable: string): boolean {
  return partsOf(syllable).final !== 0;
}

/**
 * A pattern for the forms of a verb.
 *
 * @param verb its dictionary form, such as 찾다
 */
export function formsOf(verb: string): string {
  const stem = verb.slice(0, -1);
  const before = stem.slice(0, -1);
  const last = stem.slice(-1);
  const { initial, vowel, final } = partsOf(last);
  const withFinal = (one: keyof typeof finals): string => syllableOf(initial, vowel, finals[one]);
  // ㄹ falls before ㄴ and ㅂ: 여는, 엽니다.
  if (final === finals.ㄹ) {
    const open = syllableOf(initial, vowel);
    return `${before}(?:${last}[${endings}리려]|${open}[는]|${withFinal("ㄴ")}|${withFinal("ㅂ")})`;
  }
  // With 도, the one verb there is here means "at least".
  if (final !== 0) return `${before}${last}(?!어도)[${endings}]`;
  const forms = [last, withFinal("ㄴ"), withFinal("ㄹ"), withFinal("ㅁ"), withFinal("ㅂ")];
  if (last === "하") forms.push("해", "했");
  else if (last === "르") {
    const { initial: first, vowel: middle } = partsOf(before.slice(-1));
    const ends = [vowels.ㅏ, vowels.ㅗ].includes(middle) ? "라랐" : "러렀";
    return `${before.slice(0, -1)}(?:${before.slice(-1)}[${forms.join("")}]|${syllableOf(first, middle, finals.ㄹ)}[${ends}])`;
  } else {
    const joined = contractions.get(vowel);
    if (joined !== undefined) forms.push(syllableOf(initial, joined), syllableOf(initial, joined, finals.ㅆ));
  }
  return `${before}[${forms.join("")}]`;
}
