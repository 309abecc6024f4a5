// npm run generate. 직접 수정하지 마십시오.
/** How a Korean reader ends a noun: with no consonant, with ㄹ, or with another. */
type Ending = "" | "ㄹ" | "ㄱ";

/** Brackets and quotes at the end of a noun are not read. */
function endingOf(noun: string): Ending {
  const word = noun.replace(/(?:\([^()]*(?:\([^()]*\))?[^()]*\)|["'`\s])+$/, "");
  const last = word.at(-1) ?? "";
  if (/[가-힣]/.test(last)) {
    const jong = (last.charCodeAt(0) - 0xac00) % 28;
    return jong === 0 ? "" : jong === 8 ? "ㄹ" : "ㄱ";
  }
  if (/\d/.test(last)) return "178".includes(last) ? "ㄹ" : "036".includes(last) ? "ㄱ" : "";
  // A word in capitals is spelled out; GET and PUT are read as 겟 and 풋.
  if (/(?:^|[^a-z])[LR]$|[a-z]l$/.test(word)) return "ㄹ";
  return /(?:^|[^a-z])[MN]$|[a-z](?:[mn]|ng|ck)$|[aiu]pp?$|(?:GET|PUT)$/i.test(word) ? "ㄱ" : "";
}

/** A noun with 을 or 를. */
export function withObject(noun: string): string {
  return `${noun}${endingOf(noun) === "" ? "를" : "을"}`;
}

/** A noun with 이 or 가. */
export function withSubject(noun: string): string {
  return `${noun}${endingOf(noun) === "" ? "가" : "이"}`;
}

/** A noun with 은 or 는. */
export function withTopic(noun: string): string {
  return `${noun}${endingOf(noun) === "" ? "는" : "은"}`;
}

/** A noun with 으로 or 로. */
export function withMeans(noun: string): string {
  return `${noun}${endingOf(noun) === "ㄱ" ? "으로" : "로"}`;
}

/** A noun with 이어야 or 여야. */
export function withMustBe(noun: string): string {
  return `${noun}${endingOf(noun) === "" ? "여야" : "이어야"}`;
}
