/** What a problem says of a field: loaded with the first, and at once by operations with parameters. */

// What a field should be, by the keyword that it breaks.
export const typeNames: Readonly<Record<string, string>> = {
  string: "문자열",
  integer: "정수",
  number: "숫자",
  boolean: "true나 false",
  object: "객체",
  array: "배열",
};
export const expectations: Readonly<Record<string, (wanted: unknown) => string>> = {
  required: () => "필수 필드",
  additionalProperties: () => "명세에 있는 필드",
  maxLength: (wanted) => `${wanted}자 이하`,
  minLength: (wanted) => `${wanted}자 이상`,
  maxItems: (wanted) => `원소 ${wanted}개 이하`,
  minItems: (wanted) => `원소 ${wanted}개 이상`,
  maxProperties: (wanted) => `필드 ${wanted}개 이하`,
  minProperties: (wanted) => `필드 ${wanted}개 이상`,
  maximum: (wanted) => `${wanted} 이하의 수`,
  minimum: (wanted) => `${wanted} 이상의 수`,
  enum: (wanted) => (wanted as unknown[]).join(" 또는 "),
  type: (wanted) => typeNames[String(wanted)] ?? "",
};
export const digitsAlone = "숫자만 있는 값";
export const ofPattern = (pattern: unknown): string => `${pattern} 형식`;
export const pathValue = "비어 있지 않고 `.`이나 `..`이 아닌 값";
export const headerValue = "제어 문자가 없는 ASCII 값";
/** A key that may be a value. */
export const keyOf = (size: number): string => `(${size}자 이름)`;

// What an unknown key should have been.
export const named = (code: string): string => `${code}라는 이름`;
export const namedPattern: RegExp = /^(.+)라는 이름$/;
export const within = (home: string): string => `${home} 안의 필드`;
export const withinPattern: RegExp = /^(.+) 안의 필드$/;
export const elsewhere = "다른 위치의 필드";
export const unwrapped = (parts: string): string => `감싸지 않은 ${parts}`;
export const unwrappedPattern: RegExp = /^감싸지 않은 (.+)$/;
export const wrapper = "감싼 객체";
export const spellings: Readonly<Record<"wide" | "blank" | "letterCase" | "separator", string>> = {
  wide: "전각 글자가 섞인 이름",
  blank: "공백이 섞인 이름",
  letterCase: "대소문자가 다른 이름",
  separator: "구분 기호가 다른 이름",
};
export const listOfOne = "객체 하나를 담은 배열";
export const jsonInText = "JSON을 다시 담은 문자열";
