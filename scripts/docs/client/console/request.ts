import { type ExampleRequest, filledPath } from "../../../bundle/example-request.ts";
import { credentialHeader, credentialPrefix } from "../../../bundle/security.ts";
import { isPathValue } from "../../../client/parameters.ts";
import { withTopic } from "../../../client/particles.ts";
import type { ConsoleData } from "../../console-data.ts";

/** What was chosen and typed for a request. */
export interface Draft {
  /** By security scheme; an empty one is not sent. */
  credentials: Readonly<Record<string, string>>;
  /** By place and name. */
  parameters: Readonly<Partial<Record<string, Record<string, unknown>>>>;
  body: string | undefined;
  /** The Prefer header; empty where there is none. */
  prefer: string;
}

/** The method by which a browser sends a request: fetch takes no body with GET (Fetch standard, 5.3). */
export function sentMethod({ method, body }: Pick<ConsoleData, "method" | "body">): string {
  return body !== undefined && (method === "GET" || method === "HEAD") ? "POST" : method;
}

/** The request of a draft, or in Korean why none can be made of it. */
export function requestOf(data: ConsoleData, draft: Draft): { request: ExampleRequest } | { problem: string } {
  const { credentials, parameters, body, prefer } = draft;
  const { path = {}, query = {}, header = {} } = parameters;
  const wrong = Object.entries(path).find(([, value]) => !isPathValue(value));
  if (wrong !== undefined)
    return {
      problem: `경로 변수 ${withTopic(wrong[0])} 비워 두거나 .과 ..으로 지정할 수 없습니다. 다른 값을 입력하십시오.`,
    };
  const { securitySchemes: schemes } = data.components;
  const headers: Record<string, string> = {
    ...Object.fromEntries(
      schemesOf(data)
        .filter((name) => (credentials[name] ?? "") !== "")
        .map((name) => [credentialHeader(schemes, name), credentialPrefix(schemes, name) + credentials[name]]),
    ),
    ...Object.fromEntries(Object.entries(header).map(([name, value]) => [name, String(value)])),
    ...(data.body === undefined ? {} : { "Content-Type": data.body.contentType }),
    ...(prefer === "" ? {} : { Prefer: prefer }),
  };
  const unsendable = Object.entries(headers).find(([, value]) => !/^[\t\x20-\x7e\x80-\xff]*$/.test(value));
  if (unsendable !== undefined)
    return { problem: `헤더 ${unsendable[0]}에 보낼 수 없는 글자가 있습니다. 영문자, 숫자, 기호로 입력하십시오.` };
  return { request: { method: sentMethod(data), path: filledPath(data.path, path, query), headers, body } };
}

/** The security schemes that an operation takes. */
export function schemesOf({ security }: Pick<ConsoleData, "security">): string[] {
  return [...new Set(security.flat())];
}

/** Whether an operation cannot do without a scheme. */
export function isDemanded({ security }: Pick<ConsoleData, "security">, scheme: string): boolean {
  return security.every((alternative) => alternative.includes(scheme));
}

/** A request as it goes over the wire, without what a browser adds. */
export function wireText({ method, path, headers, body }: ExampleRequest): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${path} HTTP/1.1`, ...lines, ...(body === undefined ? [] : ["", body])].join("\n");
}
