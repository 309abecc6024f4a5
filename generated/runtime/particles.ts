// npm run generate. 직접 수정하지 마십시오.
/** Whether a Korean reader ends a noun with a consonant. Brackets and quotes at its end are not read. */
function hasFinalConsonant(noun: string): boolean {
  const word = noun.replace(/(?:\([^()]*(?:\([^()]*\))?[^()]*\)|["'`\s])+$/, "");
  const last = word.at(-1) ?? "";
  if (/[가-힣]/.test(last)) return (last.charCodeAt(0) - 0xac00) % 28 !== 0;
  if (/\d/.test(last)) return "013678".includes(last);
  // A single letter is read by its name; GET and PUT are read as 겟 and 풋.
  if (/(?:^|[^A-Za-z])[LMNR]$/.test(word)) return true;
  return /[A-Za-z](?:[lmn])$|(?:GET|PUT)$/i.test(word);
}

/** A noun with 을 or 를. */
export function withObject(noun: string): string {
  return `${noun}${hasFinalConsonant(noun) ? "을" : "를"}`;
}

/** A noun with 이 or 가. */
export function withSubject(noun: string): string {
  return `${noun}${hasFinalConsonant(noun) ? "이" : "가"}`;
}

/** A noun with 은 or 는. */
export function withTopic(noun: string): string {
  return `${noun}${hasFinalConsonant(noun) ? "은" : "는"}`;
}

/** A noun with 이어야 or 여야. */
export function withMustBe(noun: string): string {
  return `${noun}${hasFinalConsonant(noun) ? "이어야" : "여야"}`;
}
