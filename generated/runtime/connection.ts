// npm run generate. 직접 수정하지 마십시오.
import { readAnswer } from "./answer.ts";
import { refusal } from "./api-error.ts";
import type { Operation, Platform } from "./contract.ts";
import { type Credentials, credentialsOf, joined } from "./credentials.ts";
import { type Problem, WooriInputError } from "./errors.ts";
import { childOf, pick } from "./field.ts";
import { explanation } from "./late.ts";
import { checked, inputError, settings } from "./check-options.ts";
import { getWithBody, givePostOrAuto, notAsSpec, wantedBySpec } from "./messages.ts";
import type { CallOptions, WooriOptions } from "./options.ts";
import { platformTransport } from "./platform-transport.ts";
import { personalIn, prepare, type Prepared } from "./prepare.ts";
import { type Deviation, maxProblems, otherValue, problemAbout } from "./problem.ts";
import { type Call, hiddenIn, type Track, tracker } from "./track.ts";
import { Fault, type WireRequest, type WireResponse } from "./transport.ts";

/** 성공한 호출의 결과입니다. */
export interface CallSuccess<T> {
  /** 응답 본문입니다. 명세에 없는 키도 그대로 있습니다. */
  data: T;
  businessError: undefined;
  /** 응답의 GLBL_ID입니다. 은행에 문의할 때 함께 알려 주십시오. */
  globalId: string | undefined;
  /** 응답이 명세와 다른 점입니다. 달라도 읽을 수 있었던 값을 포함합니다. */
  issues: readonly Problem[];
  /** 응답의 상태와 헤더입니다. 본문은 이미 읽었습니다. */
  response: Response;
}

/** 200으로 온 업무 오류입니다. 은행이 요청을 받았지만 업무를 처리하지 않았습니다. */
export interface BusinessFailure<T> extends Omit<CallSuccess<never>, "data" | "businessError"> {
  data: undefined;
  businessError: {
    /** 업무 오류의 내용(ERR_TXT)입니다. */
    message: string;
    /** 응답 본문입니다. */
    body: T;
  };
}

/** 호출의 결과입니다. businessError가 undefined인지 확인해야 data를 읽을 수 있습니다. */
export type CallResult<T> = CallSuccess<T> | BusinessFailure<T>;

/** 요청 본문입니다. dataHeader는 설정에서 정한 값으로 채워지므로 다른 필드만 지정할 수 있습니다. */
export type ClientInput<Body extends { dataHeader: object; dataBody: object }> = Omit<Body, "dataHeader"> & {
  dataHeader?: Partial<Body["dataHeader"]>;
};

/** 은행이나 샌드박스와의 연결입니다. 오퍼레이션 함수의 첫 인자로 전달합니다. */
export interface WooriConnection {
  /** 오퍼레이션 함수에서 사용합니다. */
  call(operation: Operation, input?: object, options?: CallOptions): Promise<CallResult<unknown>>;
  /** 유지하던 연결을 닫습니다. */
  close(): void;
}

/** A connection with what `raw` shares with the named calls. */
export interface Wire extends WooriConnection {
  baseUrl: string;
  carriesGetBody: boolean;
  track: Track;
  credentials: Credentials;
}

/**
 * Opens a connection to a platform. Credentials stay in this closure, so no printable object holds them.
 *
 * @throws {WooriInputError} for options that cannot be used
 */
export function connect(platform: Platform, options: WooriOptions): Wire {
  const { transport, baseUrl, method, timeout, maxResponseBytes, responseValidation } = checked((need) => ({
    ...settings(options, need),
    transport: platformTransport(options, need),
  }));
  const { carriesGetBody } = transport;
  if (method === "GET") needGetBody(carriesGetBody);
  const credentials = credentialsOf(platform, options);
  const track = tracker(transport, {
    timeout,
    maxResponseBytes,
    hooks: options,
    isOwnFetch: options.fetch !== undefined,
    reserved: credentials.reserved,
  });
  const dataHeader = { ...options.dataHeader };
  let prefersPost = false;

  /** Sends a prepared request by GET or POST; once more by POST where the first was refused unread. */
  const ask = async (
    { method: documented, fallback }: Operation,
    call: Call,
    how: WooriOptions["method"],
    request: Omit<WireRequest, "method">,
  ): Promise<WireResponse> => {
    const posts = how === "POST" || (how === "auto" && (prefersPost || !carriesGetBody));
    const first = posts && fallback !== undefined ? fallback : documented;
    const answer = await call.exchange({ ...request, method: first });
    // 405 and 501 promise that nothing was done; after any other answer, asking again may not be free.
    const isRefusedUnread = answer.status === 405 || answer.status === 501;
    if (how !== "auto" || fallback === undefined || first === fallback || !isRefusedUnread) return answer;
    prefersPost = true;
    return call.exchange({ ...request, method: fallback });
  };

  const answerTo = async (
    operation: Operation,
    input: object | undefined,
    limits: CallOptions,
    call: Call,
  ): Promise<CallResult<unknown>> => {
    const how = limits.method ?? method;
    if (how === "GET" && operation.fallback !== undefined) needGetBody(carriesGetBody);
    // A missing token is told before what is wrong with the body.
    const authorization = await credentials.authorize(operation, call, limits.accessToken);
    const prepared = prepare(operation, input, dataHeader);
    call.hidden.push(() => personalIn(operation, prepared));
    await checkInput(operation, prepared, call);
    const { headers, ...request } = requestOf(baseUrl, operation, prepared);
    const answer = await ask(operation, call, how, {
      ...request,
      headers: joined(
        { accept: "application/json", ...limits.headers, ...headers },
        authorization,
        credentials.reserved,
      ),
    });
    const read = await readAnswer(operation, answer);
    if (!("value" in read)) {
      const error = await refusal(operation.error, read, platform.errorCodes, hiddenIn(call));
      credentials.rejected = error.resend === "afterNewToken";
      throw error;
    }
    credentials.rejected = false;
    const issues = responseValidation === "off" ? [] : await issuesOf(operation, read, call);
    if (responseValidation === "throw" && issues.length > 0)
      throw new Fault("invalid-answer", { status: answer.status, issues });
    return resultOf(operation, read.value, issues, answer, call);
  };

  return {
    baseUrl,
    carriesGetBody,
    call: (operation, input, limits) =>
      track(operation, limits ?? {}, (call) => answerTo(operation, input, limits ?? {}, call)),
    track,
    credentials,
    close: transport.close,
  };
}

/** @throws {WooriInputError} for every way in which a call's parameters and body break their schema */
async function checkInput(operation: Operation, { params, body }: Prepared, call: Call): Promise<void> {
  const { parameters, parameterCode, request } = operation;
  const inParameters = (redact: (text: string) => string): Problem[] =>
    (parameters && parameterCode?.problems(parameters, params, redact)) ?? [];
  if (inParameters((text) => text).length === 0 && request?.accepts?.(body) !== false) return;
  const explain = await explanation();
  const redact = explain?.redactor(hiddenIn(call));
  const problems =
    redact === undefined
      ? [unexplained]
      : [...inParameters(redact), ...(request ? explain!.check(request, body, redact) : [])];
  if (problems.length > 0)
    throw new WooriInputError(
      [notAsSpec, ...problems.map((one) => explain?.describeProblem(one, true) ?? "")].join(" "),
      problems,
    );
}

/** Where an answer that was read differs from its schema. */
async function issuesOf(
  { response }: Operation,
  { value, deviations }: { value: unknown; deviations: readonly Deviation[] },
  call: Call,
): Promise<Problem[]> {
  const isRight = response.accepts?.(value) === true;
  if (isRight && deviations.length === 0) return [];
  const explain = await explanation();
  if (explain === undefined) return [unexplained];
  const redact = explain.redactor(hiddenIn(call));
  const issues = explain.placed(response, deviations, redact);
  return isRight || issues.length >= maxProblems ? issues : [...issues, ...explain.check(response, value, redact)];
}

/** Stands for problems whose explanation cannot be loaded. */
const unexplained = problemAbout("", "schema", wantedBySpec, otherValue);

function resultOf(
  { response }: Operation,
  value: Record<string, unknown>,
  issues: readonly Problem[],
  answer: WireResponse,
  call: Call,
): CallResult<unknown> {
  const message = pick(childOf(response, "dataBody"), value["dataBody"], "businessError");
  const globalId = pick(childOf(response, "dataHeader"), value["dataHeader"], "globalId") || undefined;
  call.globalId = globalId;
  let made: Response | undefined;
  const rest = {
    globalId,
    issues,
    // Making one takes longer than reading the answer, and few programs look at it.
    get response() {
      return (made ??= toResponse(answer));
    },
  };
  return Object.assign(
    rest,
    message === ""
      ? { data: value, businessError: undefined }
      : { data: undefined, businessError: { message, body: value } },
  );
}

/** @throws {WooriInputError} where the platform cannot send a GET with a body */
function needGetBody(carriesGetBody: boolean): void {
  if (!carriesGetBody) throw inputError("method", "option", givePostOrAuto, getWithBody);
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
    headers: { ...address.headers, ...type },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

/** The answer as a Response of the platform, decompressed and complete. */
export function toResponse({ status, headers, body }: WireResponse): Response {
  const plain = new Headers(headers);
  for (const name of ["content-encoding", "transfer-encoding"]) plain.delete(name);
  plain.set("content-length", String(body.byteLength));
  return new Response([204, 205, 304].includes(status) ? null : body, { status, headers: plain });
}
