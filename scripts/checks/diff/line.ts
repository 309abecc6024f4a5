import { isObject } from "../../lib/is-object.ts";
import type { Change } from "./change.ts";
import { breakingMark } from "./explain.ts";
import { shownChange } from "./shown.ts";

/**
 * The words that a line of the CHANGELOG must have to explain a change: the subject, the component or operation that holds
 * it where its name alone may mean another, and what was done: the key, or 추가 or 삭제 of the subject as a whole.
 */
export function changelogTermsOf({
  within,
  subject,
  key,
  before,
}: Pick<Change, "within" | "subject" | "key" | "before">): string[] {
  return [...(within === undefined ? [] : [within]), subject, key ?? (before === undefined ? "추가" : "삭제")];
}

/** A line for the CHANGELOG that explains a change: operations, subject with its Korean name, before → after. */
export function lineOf({
  rule,
  class: severity,
  operations,
  within,
  subject,
  title,
  key,
  before,
  after,
}: Omit<Change, "changelogTerms">): string {
  const ids = operations.map(({ operationId }) => operationId).filter((id) => id !== subject);
  const from = [...ids, ...(within === undefined || ids.includes(within) ? [] : [within])].join(", ");
  const named = `${subject}${title === undefined ? "" : `(${title})`}`;
  const wholeKey = rule.endsWith(".added") ? "추가" : rule.endsWith(".removed") ? "삭제" : "변경";
  const isShown = (isObject(before) && isObject(after)) || ![before, after].some(isLong);
  const values = isShown ? shownChange(before, after) : wholeKey;
  const done = key === undefined ? `${named} ${before === undefined ? "추가" : "삭제"}` : `${named}의 ${key} ${values}`;
  return `- 명세: ${from === "" ? "" : `${from}: `}${done}${severity === "breaking" ? ` ${breakingMark}` : ""}`;
}

/** Whether a value is a list or an object that says nothing when it is cut. */
const isLong = (value: unknown): boolean => typeof value === "object" && JSON.stringify(value).length > 200;
