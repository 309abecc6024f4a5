import type { AnsweredBy } from "./request-record.ts";

/** What an answer may be taken from, in the order in which it is looked for. */
export const rules: readonly { by: AnsweredBy["by"]; name: string; means: string }[] = [
  {
    by: "prefer",
    name: "Prefer 헤더",
    means:
      "요청의 Prefer 헤더로 지정한 예제나 상태 코드입니다. fault와 delay만 지정하면 아래에서 찾은 응답에 적용합니다.",
  },
  { by: "input", name: "입력값", means: "요청의 입력값으로 지정한 시나리오입니다." },
  {
    by: "scenario",
    name: "응답정보",
    means:
      "조건이 모두 맞는 응답정보입니다. 테스트와 API, 파일, 포털의 순서로 찾습니다. 같은 곳에서는 조건이 많은 것, 더 나중 호출부터 응답하는 것, 나중에 등록한 것(파일에서는 먼저 정의한 것)의 순서로 찾습니다.",
  },
  { by: "customer", name: "토큰의 고객", means: "액세스 토큰을 발급받은 고객에게 정의한 응답입니다." },
  {
    by: "default-customer",
    name: "기본 고객",
    means: "고객의 토큰이 없는 호출에 응답하도록 앱에 지정한 고객의 응답입니다.",
  },
  { by: "example", name: "명세의 예제", means: "명세에 있는 첫 번째 정상 예제입니다." },
];

/** Where a customer or a scenario was made. */
export const sourceNames: Readonly<Record<NonNullable<AnsweredBy["source"]>, string>> = {
  api: "API나 테스트",
  file: "파일",
  portal: "포털",
};

/** What an answer was taken from, as people read it. */
export function answeredByText({ by, name, source }: AnsweredBy): string {
  const from = source === undefined ? "" : `, ${sourceNames[source]}`;
  const rule = rules.find((one) => one.by === by)?.name ?? by;
  return name === undefined ? rule : `${rule}: ${name}${from}`;
}
