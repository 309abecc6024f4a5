// npm run generate. 직접 고치지 않습니다.
import type { ErrorAdvice } from "./contract.ts";

/**
 * One deviation of a request or an answer from the spec. It says what was found by kind and length, never by value.
 */
export interface Problem {
  /** Field code; the last key of the pointer. */
  code: string;
  /** Korean name of the field; "" for what the spec does not know. */
  name: string;
  /** JSON Pointer (RFC 6901) into the body. */
  pointer: string;
  /** JSON Schema keyword, or `json`, `header`, `option`. */
  rule: string;
  expected: string;
  found: string;
}

/** What every error of the client is. No error holds a key, a token or a value of a personal field. */
export abstract class WooriError extends Error {
  abstract readonly kind: "input" | "api" | "transport";

  toJSON(): Record<string, unknown> {
    const shown: Record<string, unknown> = { message: this.message };
    return Object.assign(shown, this);
  }
}

/** The request, or an option, does not fit the spec. Nothing was sent. */
export class WooriInputError extends WooriError {
  override readonly name = "WooriInputError";
  readonly kind = "input";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`보내기 전에 요청을 멈추었습니다. ${problems.map(describe).join(" ")}`);
    this.problems = problems;
  }
}

/** The bank, or its gateway, refused the request in its error body (3.6). */
export class WooriApiError extends WooriError {
  override readonly name = "WooriApiError";
  readonly kind = "api";
  /** HTTP status; 200 where the error body came in a 200. */
  readonly status: number;
  /** ERRCODE; "" where there is none. */
  readonly code: string;
  /** ERRUSRMSG, the bank's own words. */
  readonly bankMessage: string;
  /** ERRORLIST. */
  readonly list: readonly { code: string; message: string }[];
  readonly globalId: string | undefined;
  /** Whether the code is in the catalogue; where not, meaning and advice are general. */
  readonly known: boolean;
  readonly meaning: string;
  readonly advice: string;
  /** Whether the catalogue says that the same request may be sent again. The client never does so itself. */
  readonly retryable: boolean;

  constructor(answer: Pick<WooriApiError, "status" | "code" | "bankMessage" | "list" | "globalId">, advice: ErrorAdvice | undefined) {
    const meaning = advice?.meaning ?? "알려지지 않은 오류";
    super(`은행이 요청을 거부했습니다(HTTP ${answer.status}, ${answer.code || "코드 없음"} ${meaning}). ${answer.bankMessage}`.trim());
    this.status = answer.status;
    this.code = answer.code;
    this.bankMessage = answer.bankMessage;
    this.list = answer.list;
    this.globalId = answer.globalId;
    this.known = advice !== undefined;
    this.meaning = meaning;
    this.advice = advice?.advice ?? "다시 보내지 말고 코드와 GLBL_ID를 은행에 알립니다.";
    this.retryable = advice?.retryable ?? false;
  }
}

const transportMessages = {
  timeout: "정해진 시간 안에 응답을 다 받지 못했습니다. 처리되었을 수 있으므로 결과를 확인한 뒤 다시 보내십시오.",
  aborted: "호출한 쪽에서 요청을 취소했습니다. 처리되었을 수 있습니다.",
  connection: "서버에 연결하지 못했거나 연결이 끊어졌습니다. 주소와 방화벽을 확인하십시오. 보낸 뒤에 끊어졌다면 처리되었을 수 있습니다.",
  redirect: "서버가 다른 주소로 보내려고 하여 멈추었습니다. 키와 개인정보가 넘어가지 않도록 따라가지 않습니다. baseUrl을 확인하십시오.",
  "too-large": "응답이 maxResponseBytes보다 커서 읽기를 멈추었습니다. 주소를 확인하고, 필요하면 한도를 늘리십시오.",
  encoding: "알 수 없는 방식으로 압축되었거나 압축을 풀 수 없는 응답입니다. 중간의 프록시를 확인하십시오.",
  charset: "UTF-8로 읽을 수 없는 응답입니다. 중간의 프록시를 확인하십시오.",
  html: "JSON 대신 HTML 화면이 왔습니다. 게이트웨이나 프록시의 안내 화면일 수 있으므로 주소와 네트워크를 확인하십시오.",
  empty: "응답에 본문이 없습니다. 주소와 중간의 프록시를 확인하십시오.",
  "not-json": "응답이 올바른 JSON이 아닙니다. 중간에 잘렸을 수 있으므로 결과를 확인한 뒤 다시 보내십시오.",
  "invalid-answer": "응답이 명세와 다릅니다. issues를 확인하십시오. responseValidation이 report이면 오류 대신 결과에 담깁니다.",
} as const;

export type TransportCode = keyof typeof transportMessages;

/** No usable answer came back. Whether the bank acted on the request is open unless the connection was refused. */
export class WooriTransportError extends WooriError {
  override readonly name = "WooriTransportError";
  readonly kind = "transport";
  readonly code: TransportCode;
  /** HTTP status, where one came. */
  readonly status: number | undefined;
  /** The system's code, such as ECONNREFUSED, where there is one. */
  readonly systemCode: string | undefined;
  readonly issues: readonly Problem[];

  constructor(code: TransportCode, { status, systemCode, issues = [] }: { status?: number; systemCode?: string; issues?: readonly Problem[] } = {}) {
    const detail = [status === undefined ? "" : `HTTP ${status}`, systemCode ?? ""].filter((part) => part !== "").join(", ");
    super(`${transportMessages[code]}${detail === "" ? "" : ` (${detail})`}`);
    this.code = code;
    this.status = status;
    this.systemCode = systemCode;
    this.issues = issues;
  }
}

function describe({ code, name, pointer, expected, found }: Problem): string {
  const where = `${pointer || code}${name === "" ? "" : `(${name})`}`;
  return `${where}: 기대한 값은 ${expected}, 받은 값은 ${found}.`;
}
