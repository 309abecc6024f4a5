// npm run generate. 직접 고치지 않습니다.
import { withMustBe, withSubject } from "./particles.ts";
import type { Problem } from "./problem.ts";

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
  // A keyword without Korean words of its own is shown as it is.
  const wanted = expected === rule ? `명세의 ${rule} 규칙에 맞는 값` : expected;
  const isMissing = ["없음", "없는 값", "없는 항목"].includes(found);
  return [`${label}: ${withMustBe(wanted)} 하는데 ${isMissing ? "없습니다" : `${withSubject(found)} 왔습니다`}`];
}
