import type { IncomingHttpHeaders } from "node:http";
import type { CheckedOperation } from "../server/checked-operation.ts";
import { bearerToken, credential, missingCredentials } from "../bundle/security.ts";
import type { SecurityScheme } from "../bundle/openapi.ts";
import { queryPairs } from "../server/parameter-values.ts";
import { isDecodable } from "../server/request-target.ts";
import type { Capture } from "./capture.ts";
import { type Content, readContent } from "./content.ts";
import { type Findings, general } from "./findings.ts";

/** A request as it went to the upstream. */
interface SentRequest {
  headers: IncomingHttpHeaders;
  /** Still encoded. */
  path: string;
  /** Still encoded. */
  query: string;
  body: Capture;
}

/**
 * Checks a request up to its body's form.
 *
 * @returns the body, to be held against its schema
 */
export async function checkRequest(
  findings: Findings,
  schemes: Record<string, SecurityScheme>,
  checked: CheckedOperation,
  request: SentRequest,
  limit: number,
): Promise<Content | undefined> {
  const { operation, requestTypes } = checked;
  const deviate = (...problem: Parameters<typeof general>): void => findings.deviate("request", general(...problem));
  for (const name of missingCredentials(schemes, operation, request.headers))
    deviate(name, "header", "필수 헤더", "없음");
  const authorization = operation.security.some((alternative) => "bearer" in alternative)
    ? credential(schemes, "bearer", request.headers)
    : undefined;
  if (authorization !== undefined && bearerToken(authorization) === undefined)
    deviate("Authorization", "header", "Bearer와 액세스 토큰", "다른 형식");
  if (isDecodable(request.query)) {
    const known = Object.keys(checked.parameters?.properties?.["query"]?.properties ?? {});
    const unknown = request.query
      .split("&")
      .filter((part) => !queryPairs(part).every(([name]) => known.includes(name)));
    if (unknown.length > 0)
      findings.note("request", general("쿼리", "query", "명세에 없는 쿼리", `${unknown.join("&").length}자 쿼리`));
  } else deviate("쿼리", "query", "URL 인코딩(UTF-8)된 값", "풀 수 없는 %");
  for (const problem of checked.checkParameters(request).problems) findings.deviate("request", problem);
  if (request.body.size > 0) return readContent(findings, "request", request, requestTypes, limit);
  if (operation.requestBody?.required === true) deviate("본문", "required", "필수", "빈 본문");
  return undefined;
}
