import { withMustBe, withObject, withSubject, withTopic } from "./particles.ts";

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
 */
export function describeProblem(problem: Problem, withPointer = false): string {
  const [first = "", ...rest] = sentencesOf(problem);
  const pointer = withPointer && problem.pointer !== "" ? `(${problem.pointer})` : "";
  return [`${first}${pointer}.`, ...rest.map((sentence) => `${sentence}.`)].join(" ");
}

/** The sentences without their full stops. */
function sentencesOf({ code, name, rule, expected, found }: Problem): string[] {
  const label = code === "" ? "본문" : name === "" ? code : `${code}(${name})`;
  const isMissing = ["없음", "없는 값", "없는 항목"].includes(found);
  switch (rule) {
    case "required":
      if (found === "빈 본문") return ["본문이 비어 있습니다"];
      if (found === "없는 항목") return [`${label}: 필수 항목이 빠졌습니다`];
      break;
    case "additionalProperties":
      return found === "버린 항목"
        ? [`${label}: 객체를 바꿀 수 있는 이름이어서 버렸습니다`]
        : [`${label}: 명세에 없는 항목입니다`, "보내지 마십시오"];
    case "unknown-key":
      return [`${label}: 명세에 없는 항목에 ${withSubject(found)} 왔습니다`];
    case "duplicate-key":
      return [`${label}: 같은 이름이 두 번 이상 있습니다`];
    case "path":
      if (label === "경로") return [`경로: ${found}입니다`];
      break;
    case "json":
      if (expected !== "JSON") break;
      return [`${withSubject(label)} 올바른 JSON이 아닙니다`, ...jsonHint(found)];
    case "header":
      if (isMissing) return [`필수 헤더 ${withSubject(label)} 없습니다`];
      break;
    case "status":
      if (expected.includes(",")) return [`명세에 없는 상태 코드 ${withObject(found)} 받았습니다`];
      break;
    case "option":
      if (isMissing) return [`${withSubject(label)} 지정되지 않았습니다`, `${withObject(expected)} 지정하십시오`];
      return [
        `${label}: ${withObject(expected)} 지정하십시오`,
        ...(found === "쓸 수 없는 값" ? [] : [`지정한 값은 ${found}입니다`]),
      ];
    case "internal":
      return ["프록시의 내부 오류로 검사를 마치지 못했습니다"];
    case "http":
      if (label === "HTTP 요청") return [`${label}: ${found}입니다`, `${withObject(expected)} 보내십시오`];
      break;
  }
  if (expected === "명세에 없는 쿼리") return [`쿼리: 명세에 없는 ${found}입니다`];
  if (expected.endsWith("만 확인")) return [`${label}: ${expected}합니다`, `${withTopic(found)} 확인하지 않았습니다`];
  if (label === "연결") return [`연결: ${found}입니다`];
  // A keyword without Korean words of its own is shown as it is.
  const wanted = expected === rule ? `명세의 ${rule} 규칙에 맞는 값` : expected;
  return [`${label}: ${withMustBe(wanted)} 하는데 ${isMissing ? "없습니다" : `${withSubject(found)} 왔습니다`}`];
}

function jsonHint(found: string): string[] {
  if (found.startsWith("중간에")) return ["중간에 끊겼습니다"];
  const [place] = /^\d+번째 글자/.exec(found) ?? [];
  return place === undefined ? [] : [`${place}를 확인하십시오`];
}
