import type { AnsweredBy } from "./request-record.ts";

const ruleNames: Record<AnsweredBy["by"], string> = {
  prefer: "Prefer 헤더",
  input: "입력값",
  scenario: "응답정보",
  customer: "토큰의 고객",
  "default-customer": "기본 고객",
  example: "명세의 예제",
};

/** Where a customer or a scenario was made. */
export const sourceNames: Readonly<Record<NonNullable<AnsweredBy["source"]>, string>> = {
  api: "API나 테스트",
  file: "파일",
  portal: "포털",
};

/** What an answer was taken from, as people read it. */
export function answeredByText({ by, name, source }: AnsweredBy): string {
  const from = source === undefined ? "" : `, ${sourceNames[source]}`;
  return name === undefined ? ruleNames[by] : `${ruleNames[by]}: ${name}${from}`;
}
