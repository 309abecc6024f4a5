import createClient, { type Client } from "openapi-fetch";
import { readAnswer } from "./answer.ts";
import { BodyRequest } from "./body-request.ts";
import type { Contract, OperationContract } from "./contract.ts";
import { type Problem, WooriTransportError } from "./errors.ts";
import { childOf, pick } from "./field.ts";
import { fetchTransport } from "./fetch-transport.ts";
import { nodeModules, nodeTransport } from "./node-transport.ts";
import { type CallOptions, isHeaderValue, isLimit, settings, type WooriOptions } from "./options.ts";
import { bySpecificity, matchPath } from "./parameters.ts";
import { pathSerializer, personalIn, prepare, querySerializer } from "./prepare.ts";
import { check, maxProblems, inputError } from "./problems.ts";
import { redactor } from "./redact.ts";
import { sendWithTimeout, type Transport, type WireResponse } from "./transport.ts";

/** Routing and framing headers. Only the transport sets them. */
const framing = ["connection", "content-length", "expect", "host", "te", "trailer", "transfer-encoding", "upgrade"];

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

/** The untyped client that the generated one wraps. */
export interface Runtime<Paths extends object> {
  call: (id: string, input: Record<string, unknown> | undefined, options?: CallOptions) => Promise<CallResult<unknown>>;
  raw: Client<Paths>;
  close: () => void;
}

/** Creates the client of a contract. Credentials stay in this closure, so no printable object holds them. */
export function createRuntime<Paths extends object>(contract: Contract, options: WooriOptions): Runtime<Paths> {
  const { baseUrl, method, timeout, maxResponseBytes, responseValidation } = settings(options);
  const credentials: Record<string, string | undefined> = {
    appKey: options.appKey,
    secretKey: options.secretKey,
    bearer: options.accessToken,
  };
  const dataHeader = { ...options.dataHeader };
  const transport = chooseTransport(options);
  const answers = new WeakMap<Response, WireResponse>();
  const operations = Object.values(contract.operations).sort((a, b) => bySpecificity(a.path, b.path));
  let prefersPost = method === "POST" || !transport.carriesGetBody;
  if (method === "GET" && !transport.carriesGetBody) {
    throw inputError("method", "option", "POST 또는 auto", "본문이 있는 GET을 보낼 수 없는 환경의 GET");
  }

  /** The fetch of openapi-fetch. Every request passes here, from a named method or from raw. */
  const send = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const at = url.origin + url.pathname;
    const path = at.startsWith(`${baseUrl}/`) ? at.slice(baseUrl.length) : "";
    const operation = operations.find(
      (one) => [one.method, one.fallback].includes(request.method) && matchPath(one.path, path) !== undefined,
    );
    if (operation === undefined)
      throw inputError("request", "option", "baseUrl 아래에 있는 명세의 오퍼레이션", "다른 주소나 HTTP Method");
    const { body, signal } = await bodyOf(request);
    if (body === undefined && operation.validateRequest !== undefined)
      throw inputError("body", "option", "요청 본문", "없는 값");
    if (body !== undefined && request.method === "GET" && !transport.carriesGetBody) {
      throw inputError("method", "option", "POST", "본문이 있는 GET을 보낼 수 없는 환경의 GET");
    }
    const headers = headersOf(request, authorize(contract, operation, credentials));
    const limit = (request as Request & { timeout?: number }).timeout ?? timeout;
    if (!isLimit(limit)) throw inputError("timeout", "option", "1 이상의 밀리초", "쓸 수 없는 값");
    const answer = await sendWithTimeout(
      transport,
      { url: request.url, method: request.method, headers, body },
      { timeout: limit, maxBytes: maxResponseBytes, signal },
    );
    const response = toResponse(answer);
    answers.set(response, answer);
    return response;
  };

  const raw = createClient<Paths>({ baseUrl, Request: BodyRequest, fetch: send, pathSerializer, querySerializer });

  const call: Runtime<Paths>["call"] = async (id, input, callOptions) => {
    const operation = contract.operations[id];
    if (operation === undefined) throw new Error(`no operation ${id}`);
    const { signal, timeout: limit = timeout } = callOptions ?? {};
    if (!isLimit(limit)) throw inputError("timeout", "option", "1 이상의 밀리초", "쓸 수 없는 값");
    if (signal !== undefined && !(signal instanceof AbortSignal))
      throw inputError("signal", "option", "AbortSignal", "다른 값");
    authorize(contract, operation, credentials); // A missing token is told before what is wrong with the body.
    const secrets = Object.values(credentials).flatMap((value) => value ?? []);
    const { params, body } = prepare(operation, input, dataHeader, secrets);
    const deadline = performance.now() + limit;
    const ask = async (by: string): Promise<{ response: Response; answer: WireResponse }> => {
      const left = Math.max(1, Math.ceil(deadline - performance.now()));
      const init = {
        ...(params === undefined ? {} : { params }),
        ...(body === undefined ? {} : { body }),
        ...(signal === undefined ? {} : { signal }),
        timeout: left,
        parseAs: "text",
      };
      const request = raw.request as unknown as (
        method: string,
        path: string,
        init: object,
      ) => Promise<{ data?: unknown; error?: unknown; response: Response }>;
      const { data, error, response } = await request(by, operation.path, init);
      return { response, answer: answers.get(response) ?? replaced(response, data ?? error) };
    };
    const { fallback } = operation;
    const first = prefersPost && fallback !== undefined ? fallback : operation.method;
    let { response, answer } = await ask(first);
    // 405 and 501 promise that nothing was done; after any other answer, asking again may not be free.
    if (
      method === "auto" &&
      fallback !== undefined &&
      first !== fallback &&
      (response.status === 405 || response.status === 501)
    ) {
      prefersPost = true;
      ({ response, answer } = await ask(fallback));
    }
    const redact = redactor([...secrets, ...personalIn(operation, params, body)]);
    const { value, issues } = readAnswer(operation, contract.errorCodes, answer, redact);
    const found = responseValidation === "off" ? [] : withSchemaProblems(operation, value, issues, redact);
    if (responseValidation === "throw" && found.length > 0)
      throw new WooriTransportError("invalid-answer", { status: response.status, issues: found });
    return {
      data: value,
      response,
      issues: found,
      businessError: pick(childOf(operation.response, "dataBody"), value["dataBody"], "businessError") || undefined,
    };
  };

  return { call, raw, close: transport.close };
}

/** The body and the caller's signal of a request. A middleware of raw may have replaced it with a plain Request. */
async function bodyOf(request: Request): Promise<{ body: string | undefined; signal: AbortSignal | undefined }> {
  if ("bodyText" in request) {
    const { bodyText, callerSignal } = request as BodyRequest;
    return { body: bodyText, signal: callerSignal };
  }
  return { body: request.body === null ? undefined : await request.text(), signal: request.signal };
}

/**
 * The headers of a request with its credentials.
 *
 * @throws {WooriInputError} for a value that a header cannot carry
 */
function headersOf(request: Request, credentials: Record<string, string>): Record<string, string> {
  const reserved = [...Object.keys(credentials).map((name) => name.toLowerCase()), ...framing];
  const given: [string, string][] = [];
  // TypeScript 5 can iterate Headers only with the lib dom.iterable.
  request.headers.forEach((value, name) => void (reserved.includes(name) || given.push([name, value])));
  const headers = { accept: "application/json", ...Object.fromEntries(given), ...credentials };
  for (const [name, value] of Object.entries(headers)) {
    if (!isHeaderValue(value))
      throw inputError(name, "header", "제어 문자가 없는 ASCII 값", "쓸 수 없는 글자가 있는 값");
  }
  return headers;
}

/** The problems found while reading an answer and those of its schema, at most `maxProblems` of the latter. */
function withSchemaProblems(
  { response, validateResponse }: OperationContract,
  value: unknown,
  issues: readonly Problem[],
  redact: (text: string) => string,
): Problem[] {
  return [...issues, ...(issues.length < maxProblems ? check(response, validateResponse, value, redact) : [])];
}

function chooseTransport({ fetch }: WooriOptions): Transport {
  const modules = fetch === undefined ? nodeModules() : undefined;
  return modules === undefined
    ? fetchTransport(fetch ?? ((request) => globalThis.fetch(request)))
    : nodeTransport(modules);
}

/** The headers of the credentials that the operation accepts and the client has. */
function authorize(
  contract: Contract,
  { security }: OperationContract,
  credentials: Record<string, string | undefined>,
): Record<string, string> {
  const isComplete = security.some((names) => names.every((name) => credentials[name] !== undefined));
  if (!isComplete) throw inputError("accessToken", "option", "이 호출에 필요한 액세스 토큰", "없는 값");
  return Object.fromEntries(
    [...new Set(security.flat())].flatMap((name) => {
      const scheme = contract.schemes[name];
      const value = credentials[name];
      return scheme === undefined || value === undefined ? [] : [[scheme.header, scheme.prefix + value]];
    }),
  );
}

/** The answer that a middleware of raw returned, as openapi-fetch read it. */
function replaced({ status, headers }: Response, body: unknown): WireResponse {
  const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
  return { status, headers, body: new TextEncoder().encode(text).buffer };
}

/** The answer as a Response of the platform, decompressed and complete. */
function toResponse({ status, headers, body }: WireResponse): Response {
  if (status < 200 || status > 599) throw new WooriTransportError("not-json", { status });
  const plain = new Headers(headers);
  for (const name of ["content-encoding", "transfer-encoding"]) plain.delete(name);
  plain.set("content-length", String(body.byteLength));
  return new Response([204, 205, 304].includes(status) ? null : body, { status, headers: plain });
}
