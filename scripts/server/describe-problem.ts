import { withMeans, withObject, withSubject, withTopic } from "../client/particles.ts";
import { describeProblem as describeField, labelOf, problemSentences } from "../client/describe-problem.ts";
import type { Problem } from "../client/problem.ts";
import { annotationFor } from "./annotations.ts";
import { bodyKindSentences } from "./body-kinds.ts";

/**
 * Describes a problem in whole Korean sentences, as the client does, and what only a server meets besides.
 *
 * @param withPointer also gives the JSON Pointer (RFC 6901), at the end of the first sentence
 * @param isAnswer whether it is about an answer, which the reader cannot mend
 */
export function describeProblem(problem: Problem, withPointer = false, isAnswer = false): string {
  return describeField(problem, withPointer, sentencesOf(problem, isAnswer));
}

/** The sentences of what a client does not meet, without their full stops. */
function sentencesOf(problem: Problem, isAnswer: boolean): string[] | undefined {
  const { rule, expected, found } = problem;
  const label = labelOf(problem);
  switch (rule) {
    case "required":
      if (found === "빈 본문") return ["본문이 비어 있습니다", ...otherMethodAdvice(expected)];
      break;
    case "additionalProperties": {
      const annotation = annotationFor(problem);
      if (annotation !== undefined) return [...problemSentences(problem), annotation];
      break;
    }
    case "unknown-key":
      return [`${label}: 명세에 없는 필드에 ${withSubject(found)} 왔습니다`];
    case "duplicate-key":
      return [`${label}: 같은 이름이 두 번 이상 있습니다`];
    case "path":
      if (label === "경로") return [`경로: ${found}입니다`];
      break;
    case "charset":
      if (!isAnswer) return [...problemSentences(problem), "본문을 UTF-8로 인코딩하고 charset을 utf-8로 지정하십시오"];
      break;
    case "json": {
      const kind = bodyKindSentences(found);
      if (kind !== undefined) return isAnswer ? kind.slice(0, 1) : [...kind];
      if (expected === "JSON") return [`${withSubject(label)} 올바른 JSON이 아닙니다`, ...jsonHint(found)];
      break;
    }
    case "header":
      if (found === "없음") return [`필수 헤더 ${withSubject(label)} 없습니다`];
      break;
    case "status":
      if (expected.includes(",")) return [`명세에 없는 상태 코드 ${withObject(found)} 받았습니다`];
      break;
    case "internal":
      return ["프록시의 내부 오류로 검사를 마치지 못했습니다"];
    case "http":
      if (label === "HTTP 요청") return [`${label}: ${found}`, expected];
      break;
  }
  if (expected === "명세에 없는 쿼리") return [`쿼리: 명세에 없는 ${found}입니다`];
  if (expected.endsWith("만 확인")) return [`${label}: ${expected}합니다`, `${withTopic(found)} 확인하지 않았습니다`];
  return label === "연결" ? [`연결: ${found}`] : undefined;
}

/** @param expected a body, or the methods that take one where the request's own may lose it */
function otherMethodAdvice(expected: string): string[] {
  const [, methods] = /^([A-Z, ]+)의 본문$/.exec(expected) ?? [];
  return methods === undefined
    ? []
    : [
        "fetch, Apache HttpClient, CDN처럼 GET의 본문을 버리는 프로그램이 있습니다",
        `본문을 보낼 수 없으면 같은 주소에 ${withMeans(methods)} 보내십시오`,
      ];
}

function jsonHint(found: string): string[] {
  if (found.startsWith("중간에")) return ["중간에 끊겼습니다"];
  const [place] = /^\d+번째 글자/.exec(found) ?? [];
  if (place === undefined) return [];
  return [
    ...(found.endsWith("남은 쉼표") ? ["마지막 값 뒤의 쉼표를 빼십시오"] : []),
    `${withObject(place)} 확인하십시오`,
  ];
}
