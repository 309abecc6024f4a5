// npm run generate. 직접 수정하지 마십시오.
import { withMustBe, withObject, withSubject } from "./particles.ts";
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
  sentences: readonly string[] = problemSentences(problem),
): string {
  const [first = "", ...rest] = sentences;
  const pointer = withPointer && problem.pointer !== "" ? `(${problem.pointer})` : "";
  return [`${first}${pointer}.`, ...rest.map((sentence) => `${sentence}.`)].join(" ");
}

/** What a problem is about: a field with its Korean name, or what its code says. */
export function labelOf({ code, name }: Problem): string {
  return code === "" ? "본문" : name === "" ? code : `${code}(${name})`;
}

/** The sentences of a problem without their full stops. */
export function problemSentences(problem: Problem): string[] {
  const { rule, expected, found } = problem;
  const label = labelOf(problem);
  if (rule === "required" && found === "없는 항목") return [`${label}: 필수 항목이 빠졌습니다`];
  if (rule === "additionalProperties")
    return found === "버린 항목"
      ? [`${label}: 객체를 바꿀 수 있는 이름이어서 버렸습니다`]
      : unknownKey(label, expected, found);
  // A keyword without Korean words of its own is shown as it is.
  const wanted = expected === rule ? `명세의 ${rule} 규칙에 맞는 값` : expected;
  const isMissing = ["없음", "없는 값", "없는 항목"].includes(found);
  return [
    `${label}: ${withMustBe(wanted)} 하는데 ${isMissing ? "없습니다" : `${withSubject(found)} 왔습니다`}`,
    ...unwrap(found),
  ];
}

function unknownKey(label: string, expected: string, found: string): string[] {
  const [, name] = /^(.+)라는 이름$/.exec(expected) ?? [];
  if (name !== undefined) return [`${label}: ${found}입니다`, `올바른 이름은 ${name}입니다`];
  const [, home] = /^(.+) 안의 항목$/.exec(expected) ?? [];
  if (home !== undefined) return [`${label}: ${home} 안에 있어야 하는 항목입니다`, `${home} 안으로 옮기십시오`];
  const [, parts] = /^감싸지 않은 (.+)$/.exec(expected) ?? [];
  return parts === undefined
    ? [`${label}: 명세에 없는 항목입니다`, "보내지 마십시오"]
    : [`${label}: 명세에 없는 항목이 본문을 감쌌습니다`, `${withObject(parts)} 바깥에 두십시오`];
}

function unwrap(found: string): string[] {
  if (found === "객체 하나를 담은 배열") return ["배열에 담지 말고 객체만 보내십시오"];
  return found === "JSON을 다시 담은 문자열" ? ["JSON으로 한 번만 바꾸십시오"] : [];
}
