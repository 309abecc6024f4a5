// npm run generate. 직접 고치지 않습니다.
import { withMustBe, withObject, withSubject } from "./particles.ts";

/** 요청이나 응답이 명세와 다른 점 하나입니다. 받은 값은 종류와 길이로만 알리고 값 자체는 담지 않습니다. */
export interface Problem {
  /** 항목 코드입니다. */
  code: string;
  /** 항목의 한글 이름입니다. 명세에 없는 항목이면 빈 문자열입니다. */
  name: string;
  /** 본문 안의 자리(JSON Pointer, RFC 6901)입니다. */
  pointer: string;
  /** 어긴 규칙입니다. JSON Schema의 키워드이거나 json, header, option입니다. */
  rule: string;
  expected: string;
  found: string;
}

/** A problem of something that is not a field, such as a header or an option; `code` names it. */
export function problemAbout(code: string, rule: string, expected: string, found: string): Problem {
  return { code, name: "", pointer: "", rule, expected, found };
}

/**
 * Describes a problem in whole Korean sentences: the field, what is wrong and, where it is not plain, what to do.
 *
 * @param withPointer also gives the JSON Pointer (RFC 6901), at the end of the first sentence
 * @param sentences of the problem, without their full stops
 */
export function describeProblem(
  problem: Problem,
  withPointer: boolean = false,
  sentences: readonly string[] = sentencesOf(problem),
): string {
  const [first = "", ...rest] = sentences;
  const pointer = withPointer && problem.pointer !== "" ? `(${problem.pointer})` : "";
  return [`${first}${pointer}.`, ...rest.map((sentence) => `${sentence}.`)].join(" ");
}

/** What a problem is about: a field with its Korean name, or what its code says. */
export function labelOf({ code, name }: Problem): string {
  return code === "" ? "본문" : name === "" ? code : `${code}(${name})`;
}

function sentencesOf(problem: Problem): string[] {
  const { rule, expected, found } = problem;
  const label = labelOf(problem);
  if (rule === "required" && found === "없는 항목") return [`${label}: 필수 항목이 빠졌습니다`];
  if (rule === "additionalProperties")
    return found === "버린 항목"
      ? [`${label}: 객체를 바꿀 수 있는 이름이어서 버렸습니다`]
      : [`${label}: 명세에 없는 항목입니다`, "보내지 마십시오"];
  if (rule === "option")
    return found === "없는 값"
      ? [`${withSubject(label)} 지정되지 않았습니다`, `${withObject(expected)} 지정하십시오`]
      : [
          `${label}: ${withObject(expected)} 지정하십시오`,
          ...(found === "쓸 수 없는 값" ? [] : [`지정한 값은 ${found}입니다`]),
        ];
  // A keyword without Korean words of its own is shown as it is.
  const wanted = expected === rule ? `명세의 ${rule} 규칙에 맞는 값` : expected;
  const isMissing = ["없음", "없는 값", "없는 항목"].includes(found);
  return [`${label}: ${withMustBe(wanted)} 하는데 ${isMissing ? "없습니다" : `${withSubject(found)} 왔습니다`}`];
}
