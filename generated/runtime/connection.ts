// npm run generate. 직접 고치지 않습니다.
import { readAnswer } from "./answer.ts";
import type { Operation, Platform } from "./contract.ts";
import { type Problem, WooriTransportError } from "./errors.ts";
import { childOf, pick } from "./field.ts";
import { type CallOptions, isHeaderValue, isLimit, settings, type WooriOptions } from "./options.ts";
import { platformTransport } from "./platform-transport.ts";
import { personalIn, prepare, type Prepared } from "./prepare.ts";
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
  /** The headers of a request with the credentials of its operation. */
  withCredentials(operation: Operation, headers: Record<string, string>): Record<string, string>;
  /** Sends a request once. */
  send(request: WireRequest, limits: { timeout?: number; signal?: AbortSignal }): Promise<WireResponse>;
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

  const withCredentials: Wire["withCredentials"] = (operation, headers) =>
    joined(headers, authorize(platform, operation, credentials));

  const send: Wire["send"] = async (request, { timeout: limit = timeout, signal }) => {
    if (!isLimit(limit)) throw inputError("timeout", "option", "1 이상의 밀리초", "쓸 수 없는 값");
    if (signal !== undefined && !(signal instanceof AbortSignal))
      throw inputError("signal", "option", "AbortSignal", "다른 값");
    const answer = await sendWithTimeout(transport, request, { timeout: limit, maxBytes: maxResponseBytes, signal });
    const { status } = answer;
    if (status < 200 || status > 599) throw new WooriTransportError("not-json", { status });
    return answer;
  };

  const call: Wire["call"] = async (operation, input, limits) => {
    // A missing token is told before what is wrong with the body.
    const authorization = authorize(platform, operation, credentials);
    const prepared = prepare(operation, input, dataHeader, secrets);
    const { headers, ...request } = requestOf(baseUrl, operation, prepared);
    const answer = await ask(operation, { ...request, headers: joined(headers, authorization) }, limits ?? {});
    const redact = redactor(() => [...secrets, ...personalIn(operation, prepared)]);
    const { value, issues } = await readAnswer(operation, platform.errorCodes, answer, redact);
    if (responseValidation !== "off" && issues.length < maxProblems)
      issues.push(...check(operation.response, value, redact));
    if (responseValidation === "throw" && issues.length > 0)
      throw new WooriTransportError("invalid-answer", { status: answer.status, issues });
    let response: Response | undefined;
    return {
      data: value,
      // Making one takes longer than reading the answer, and few programs look at it.
      get response() {
        return (response ??= toResponse(answer));
      },
      issues: responseValidation === "off" ? [] : issues,
      businessError: pick(childOf(operation.response, "dataBody"), value["dataBody"], "businessError") || undefined,
    };
  };

  /** Sends a prepared request by GET or POST; once more by POST where the first was refused unread. */
  const ask = async (
    operation: Operation,
    request: Omit<WireRequest, "method">,
    { timeout: limit = timeout, signal }: CallOptions,
  ): Promise<WireResponse> => {
    const deadline = performance.now() + limit;
    const by = (how: string, left: number): Promise<WireResponse> =>
      send({ ...request, method: how }, { timeout: left, ...(signal === undefined ? {} : { signal }) });
    const { fallback } = operation;
    const first = prefersPost && fallback !== undefined ? fallback : operation.method;
    const answer = await by(first, limit);
    // 405 and 501 promise that nothing was done; after any other answer, asking again may not be free.
    const isRefusedUnread = answer.status === 405 || answer.status === 501;
    if (method !== "auto" || fallback === undefined || first === fallback || !isRefusedUnread) return answer;
    prefersPost = true;
    return by(fallback, Math.max(1, Math.ceil(deadline - performance.now())));
  };

  return { baseUrl, carriesGetBody, withCredentials, send, call, close: transport.close };
}

/** A prepared call as it goes on the wire, whatever its method. */
function requestOf(
  baseUrl: string,
  { path, parameterCode }: Operation,
  { params, body }: Prepared,
): Omit<WireRequest, "method"> {
  const address = parameterCode?.address(path, params) ?? { path, headers: {} };
  const type: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
  return {
    url: baseUrl + address.path,
    headers: { accept: "application/json", ...address.headers, ...type },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

/**
 * Headers with credentials, which no other header replaces.
 *
 * @throws {WooriInputError} for a value that a header cannot carry
 */
function joined(headers: Record<string, string>, credentials: Record<string, string>): Record<string, string> {
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
  const plain = new Headers(headers);
  for (const name of ["content-encoding", "transfer-encoding"]) plain.delete(name);
  plain.set("content-length", String(body.byteLength));
  return new Response([204, 205, 304].includes(status) ? null : body, { status, headers: plain });
}
