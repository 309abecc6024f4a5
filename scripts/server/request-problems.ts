import { type Problem, problemAbout } from "../client/problem.ts";
import type { CheckedOperation, Methods } from "./checked-operation.ts";
import { shownCharset } from "./media-type.ts";

/** An answer without the body that it must have. */
export const emptyBody: Problem = problemAbout("본문", "required", "필수", "빈 본문");

/** A request without the body that it must have; where a GET may have lost it, with the methods that take the same body. */
export function missingBody({ method }: CheckedOperation, methods: Methods = new Map()): Problem {
  if (method !== "get") return emptyBody;
  const others = [...methods.values()].filter((one) => one.method !== "get" && one.operation.requestBody?.required);
  if (others.length === 0) return emptyBody;
  const names = others.map((one) => one.method.toUpperCase()).join(", ");
  return problemAbout("본문", "required", `${names}의 본문`, "빈 본문");
}

/** A body whose charset is not UTF-8. */
export function otherCharset(contentType: string | undefined): Problem {
  return problemAbout("Content-Type", "charset", "charset=UTF-8", shownCharset(contentType));
}

/** An Authorization field without a Bearer token (RFC 6750, 2.1). */
export const notBearer: Problem = problemAbout(
  "Authorization",
  "header",
  "Bearer 뒤에 액세스 토큰이 있는 값",
  "다른 형식의 값",
);

/** A query that is not percent-encoded UTF-8 (RFC 3986, 2.1). */
export const undecodableQuery: Problem = problemAbout("쿼리", "query", "URL 인코딩(UTF-8)된 값", "디코딩할 수 없는 %");

/** A header field that the operation requires and the request lacks. */
export function missingHeader(name: string): Problem {
  return problemAbout(name, "header", "필수 헤더", "없음");
}
