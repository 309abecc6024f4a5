import { errorCodePath } from "../../bundle/error-body.ts";
import { type ExampleRequest, exampleRequest } from "../../bundle/example-request.ts";
import type { OpenApi, Operation } from "../../bundle/openapi.ts";
import { visibleJson } from "../source-text.ts";

/** The bundle, and the base URL that samples call. */
export interface Called {
  api: OpenApi;
  url: string;
}

/** An operation where it stands. */
export interface At {
  path: string;
  method: string;
  operation: Operation;
}

/** An operation's example request, as a sample in any language sends it. */
export interface SampleRequest extends ExampleRequest {
  /** The base URL. */
  origin: string;
  /** The body as JSON of many lines, nothing in it invisible; undefined where the request has none. */
  json: string | undefined;
  /** The keys that lead to the error code in an answer; none where the bundle has no such field. */
  errorCode: readonly string[];
}

/** Reads an operation's example request for samples. */
export function sampleRequest({ api, url }: Called, at: At): SampleRequest {
  const request = exampleRequest(api, at);
  return { ...request, origin: url, json: indentedJson(request.body), errorCode: errorCodePath(api) ?? [] };
}

/** JSON on many lines, nothing in it invisible; undefined where a body is none. */
export function indentedJson(body: string | undefined): string | undefined {
  try {
    return visibleJson(JSON.stringify(JSON.parse(body ?? ""), null, 2));
  } catch {
    return undefined;
  }
}

/** Why a sample follows no redirect; a comment in JavaScript, Go and C#. */
export const redirectComment = "// 키가 다른 주소로 나가지 않도록 리다이렉트를 따라가지 않습니다.";

/** A text between double quotes, by the escapes that Java, C#, Go and Python share. */
export function quoted(text: string): string {
  return visibleJson(JSON.stringify(text.toWellFormed()));
}

/** Each line of a text behind an indent, empty ones too. */
export function indentedBy(indent: string, text: string): string {
  return text.replaceAll(/^/gm, indent);
}
