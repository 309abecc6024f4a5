import type { IncomingHttpHeaders } from "node:http";
import type { CheckedOperation, Methods } from "../server/checked-operation.ts";
import { bearerToken, credential, missingCredentials } from "../bundle/security.ts";
import type { SecurityScheme } from "../bundle/openapi.ts";
import { missingBody, missingHeader, notBearer, undecodableQuery } from "../server/request-problems.ts";
import { queryPairs } from "../server/parameter-values.ts";
import { isDecodable } from "../server/request-target.ts";
import type { GrowingBuffer } from "../lib/growing-buffer.ts";
import { type Content, readContent } from "./content.ts";
import { problemAbout } from "../client/problem.ts";
import type { Findings } from "./findings.ts";
import * as say from "./messages.ts";

/** A request as it went to the upstream. */
interface SentRequest {
  headers: IncomingHttpHeaders;
  /** Still encoded. */
  path: string;
  /** Still encoded. */
  query: string;
  body: GrowingBuffer;
}

/**
 * Checks a request up to its body's form.
 *
 * @param methods the operations of its path
 * @returns the body, to be held against its schema
 */
export async function checkRequest(
  findings: Findings,
  schemes: Record<string, SecurityScheme>,
  checked: CheckedOperation,
  methods: Methods,
  request: SentRequest,
  limit: number,
): Promise<Content | undefined> {
  const { operation, requestTypes } = checked;
  for (const name of missingCredentials(schemes, operation, request.headers))
    findings.deviate("request", missingHeader(name));
  const authorization = operation.security.some((alternative) => "bearer" in alternative)
    ? credential(schemes, "bearer", request.headers)
    : undefined;
  if (authorization !== undefined && bearerToken(authorization) === undefined) findings.deviate("request", notBearer);
  if (isDecodable(request.query)) {
    const known = Object.keys(checked.parameters?.properties?.["query"]?.properties ?? {});
    const unknown = request.query
      .split("&")
      .filter((part) => !queryPairs(part).every(([name]) => known.includes(name)));
    if (unknown.length > 0)
      findings.note(
        "request",
        problemAbout(say.query, "query", say.unknownQuery, say.queryOf(unknown.join("&").length)),
      );
  } else findings.deviate("request", undecodableQuery);
  for (const problem of checked.checkParameters(request).problems) findings.deviate("request", problem);
  if (request.body.size > 0) return readContent(findings, "request", request, requestTypes, limit);
  if (operation.requestBody?.required === true) findings.deviate("request", missingBody(checked, methods));
  return undefined;
}
