// npm run generate. 직접 수정하지 마십시오.
/** The largest number of problems in one report. */
export const maxProblems = 100;

/** 요청이나 응답이 명세와 다른 점 하나입니다. 요청이나 응답의 값은 종류와 길이로만 알려 주며, 값 자체는 담지 않습니다. */
export interface Problem {
  /** 필드의 코드입니다. 헤더나 설정의 문제이면 그 이름입니다. */
  code: string;
  /** 필드의 한글 이름입니다. 명세에 없는 필드이면 빈 문자열입니다. */
  name: string;
  /** 본문 안의 위치(JSON Pointer, RFC 6901)입니다. */
  pointer: string;
  /** 어긴 규칙입니다. JSON Schema의 키워드이거나 json, header, option입니다. */
  rule: string;
  /** 명세에 맞는 값입니다. 설정의 문제(option)이면 해야 할 일입니다. */
  expected: string;
  /** 요청이나 응답에 있던 값의 종류와 길이입니다. */
  found: string;
}

/** Where an answer differs from what the spec has, before it is explained. */
export interface Deviation {
  /** What it is about, where that is no field. */
  label?: string;
  path: readonly string[];
  rule: string;
  expected: string;
  found: string;
}

/** A problem of something that is not a field, such as a header or an option; `code` names it. */
export function problemAbout(code: string, rule: string, expected: string, found: string): Problem {
  return { code, name: "", pointer: "", rule, expected, found };
}

/** What was found where nothing is. */
export const absent = "없음";
export const otherValue = "다른 값";
/** What was found and left out, as its key could change other objects. */
export const droppedKey = "버린 필드";

/** Describes a value by its kind and length, never by the value itself. */
export function describeValue(value: unknown): string {
  if (value === undefined) return absent;
  if (value === null) return "null";
  if (value === "") return "빈 문자열";
  if (typeof value === "string") return `${[...value].length}자 문자열`;
  if (Array.isArray(value)) return `원소 ${value.length}개의 배열`;
  return { number: "숫자", boolean: "불리언(true/false)", object: "객체" }[typeof value as string] ?? typeof value;
}
