import { type Problem, problemAbout } from "../client/problem.ts";

/** A request, or an answer, without the body that it must have. */
export const emptyBody: Problem = problemAbout("본문", "required", "필수", "빈 본문");

/** A body whose charset is not UTF-8. */
export const otherCharset: Problem = problemAbout("Content-Type", "charset", "charset=UTF-8", "다른 문자 집합");

/** An Authorization field without a Bearer token (RFC 6750, 2.1). */
export const notBearer: Problem = problemAbout("Authorization", "header", "Bearer와 액세스 토큰", "다른 형식");

/** A query that is not percent-encoded UTF-8 (RFC 3986, 2.1). */
export const undecodableQuery: Problem = problemAbout("쿼리", "query", "URL 인코딩(UTF-8)된 값", "풀 수 없는 %");

/** A header field that the operation requires and the request lacks. */
export function missingHeader(name: string): Problem {
  return problemAbout(name, "header", "필수 헤더", "없음");
}
