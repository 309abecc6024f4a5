import { readAnswer } from "./answer.ts";
import type { Operation, Platform } from "./contract.ts";
import { type Problem, WooriTransportError } from "./errors.ts";
import { childOf, pick } from "./field.ts";
import { type CallOptions, isHeaderValue, isLimit, settings, type WooriOptions } from "./options.ts";
import { platformTransport } from "./platform-transport.ts";
import { pathSerializer, personalIn, prepare, querySerializer } from "./prepare.ts";
import { check, inputError, maxProblems } from "./problems.ts";
import { redactor } from "./redact.ts";
import { sendWithTimeout, type WireRequest, type WireResponse } from "./transport.ts";

/** 호출의 결과입니다. */
export interface CallResult<T> {
  /** 응답 본문입니다. 명세에 없는 키도 그대로 있습니다. */
  data: T;
  /** 응답의 상태와 헤더입니다. 본문은 이미 읽었습니다. */
  response: Response;
  /** 응답이 명세와 다른 점입니다. 그래도 읽을 수 있었던 것을 포함합니다. */
  issues: readonly Problem[];
  /** 200으로 온 업무 오류의 내용(ERR_TXT)입니다. 정상이면 undefined입니다. */
  businessError: string | undefined;
}

/** 요청 본문입니다. dataHeader는 설정에서 정한 값으로 채워지므로 다른 항목만 지정할 수 있습니다. */
export type ClientInput<Body extends { dataHeader: object; dataBody: object }> = Omit<Body, "dataHeader"> & {
  dataHeader?: Partial<Body["dataHeader"]>;
};

/** 은행이나 샌드박스와의 연결입니다. 오퍼레이션 함수의 첫 인자로 넘깁니다. */
export interface WooriConnection {
  /** 오퍼레이션 함수가 사용합니다. */
  call(operation: Operation, input?: object, options?: CallOptions): Promise<CallResult<unknown>>;
  /** 유지하던 연결을 닫습니다. */
  close(): void;
}

/** A connection with what `raw` shares with the named calls. */
export interface Wire extends WooriConnection {
  baseUrl: string;
  carriesGetBody: boolean;
  /** Adds the credentials, checks the headers and sends a request once. */
  exchange(
    operation: Operation,
    request: WireRequest,
    limits?: { timeout?: number | undefined; signal?: AbortSignal | undefined },
  ): Promise<WireResponse>;
}

type Credentials = Record<string, string | undefined>;

/** Routing and framing headers. Only the transport sets them. */
const framing = ["connection", "content-length", "expect", "host", "te", "trailer", "transfer-encoding", "upgrade"];

/**
 * Opens a connection to a platform. Credentials stay in this closure, so no printable object holds them.
 *
 * @throws {WooriInputError} for options that cannot be used
 */
export function connect(platform: Platform, options: WooriOptions): Wire {
  const { baseUrl, method, timeout, maxResponseBytes, responseValidation } = settings(options);
  const credentials: Credentials = {
    appKey: options.appKey,
    secretKey: options.secretKey,
    bearer: options.accessToken,
  };
  const secrets = Object.values(credentials).flatMap((value) => value ?? []);
  const dataHeader = { ...options.dataHeader };
  const transport = platformTransport(options.fetch);
  const { carriesGetBody } = transport;
  let prefersPost = method === "POST" || !carriesGetBody;
  if (method === "GET" && !carriesGetBody)
    throw inputError("method", "option", "POST 또는 auto", "본문이 있는 GET을 보낼 수 없는 환경의 GET");

  const exchange: Wire["exchange"] = (operation, request, { timeout: limit = timeout, signal } = {}) => {
    if (!isLimit(limit)) throw inputError("timeout", "option", "1 이상의 밀리초", "쓸 수 없는 값");
    const headers = withCredentials(request.headers, authorize(platform, operation, credentials));
    return sendWithTimeout(transport, { ...request, headers }, { timeout: limit, maxBytes: maxResponseBytes, signal });
  };

  /** Sends a prepared request by GET or POST; once more by POST where the first was refused unread. */
  const ask = async (
    operation: Operation,
    request: Omit<WireRequest, "method">,
    limit: number,
    signal: AbortSignal | undefined,
  ): Promise<WireResponse> => {
    const deadline = performance.now() + limit;
    const by = (how: string): Promise<WireResponse> =>
      exchange(
        operation,
        { ...request, method: how },
        { timeout: Math.max(1, Math.ceil(deadline - performance.now())), signal },
      );
    const { fallback } = operation;
    const first = prefersPost && fallback !== undefined ? fallback : operation.method;
    const answer = await by(first);
    // 405 and 501 promise that nothing was done; after any other answer, asking again may not be free.
    const isRefusedUnread = answer.status === 405 || answer.status === 501;
    if (method !== "auto" || fallback === undefined || first === fallback || !isRefusedUnread) return answer;
    prefersPost = true;
    return by(fallback);
  };

  const call: Wire["call"] = async (operation, input, callOptions) => {
    const { signal, timeout: limit = timeout } = callOptions ?? {};
    if (!isLimit(limit)) throw inputError("timeout", "option", "1 이상의 밀리초", "쓸 수 없는 값");
    if (signal !== undefined && !(signal instanceof AbortSignal))
      throw inputError("signal", "option", "AbortSignal", "다른 값");
    authorize(platform, operation, credentials); // A missing token is told before what is wrong with the body.
    const { params, body } = prepare(operation, input as Record<string, unknown> | undefined, dataHeader, secrets);
    const answer = await ask(operation, requestOf(baseUrl, operation, params, body), limit, signal);
    const redact = redactor(() => [...secrets, ...personalIn(operation, params, body)]);
    const { value, issues } = readAnswer(operation, platform.errorCodes, answer, redact);
    if (responseValidation !== "off" && issues.length < maxProblems)
      issues.push(...check(operation.response, value, redact));
    if (responseValidation === "throw" && issues.length > 0)
      throw new WooriTransportError("invalid-answer", { status: answer.status, issues });
    return {
      data: value,
      response: toResponse(answer),
      issues: responseValidation === "off" ? [] : issues,
      businessError: pick(childOf(operation.response, "dataBody"), value["dataBody"], "businessError") || undefined,
    };
  };

  return { baseUrl, carriesGetBody, exchange, call, close: transport.close };
}

/** A prepared call as it goes on the wire, whatever its method. */
function requestOf(
  baseUrl: string,
  { path }: Operation,
  params: Record<string, Record<string, unknown>> = {},
  body: unknown,
): Omit<WireRequest, "method"> {
  const query = querySerializer(params["query"]);
  const headers = Object.entries(params["header"] ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    url: baseUrl + pathSerializer(path, params["path"] ?? {}) + (query === "" ? "" : `?${query}`),
    headers: {
      accept: "application/json",
      ...Object.fromEntries(headers),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

/**
 * Headers with credentials, which no other header replaces.
 *
 * @throws {WooriInputError} for a value that a header cannot carry
 */
function withCredentials(headers: Record<string, string>, credentials: Record<string, string>): Record<string, string> {
  const reserved = [...Object.keys(credentials).map((name) => name.toLowerCase()), ...framing];
  const given = Object.entries(headers).filter(([name]) => !reserved.includes(name));
  const all = { ...Object.fromEntries(given), ...credentials };
  for (const [name, value] of Object.entries(all)) {
    if (!isHeaderValue(value))
      throw inputError(name, "header", "제어 문자가 없는 ASCII 값", "쓸 수 없는 글자가 있는 값");
  }
  return all;
}

/** The headers of the credentials that the operation accepts and the client has. */
function authorize({ schemes }: Platform, { security }: Operation, credentials: Credentials): Record<string, string> {
  const isComplete = security.some((names) => names.every((name) => credentials[name] !== undefined));
  if (!isComplete) throw inputError("accessToken", "option", "이 호출에 필요한 액세스 토큰", "없는 값");
  return Object.fromEntries(
    [...new Set(security.flat())].flatMap((name) => {
      const scheme = schemes[name];
      const value = credentials[name];
      return scheme === undefined || value === undefined ? [] : [[scheme.header, scheme.prefix + value]];
    }),
  );
}

/** The answer as a Response of the platform, decompressed and complete. */
export function toResponse({ status, headers, body }: WireResponse): Response {
  if (status < 200 || status > 599) throw new WooriTransportError("not-json", { status });
  const plain = new Headers(headers);
  for (const name of ["content-encoding", "transfer-encoding"]) plain.delete(name);
  plain.set("content-length", String(body.byteLength));
  return new Response([204, 205, 304].includes(status) ? null : body, { status, headers: plain });
}
