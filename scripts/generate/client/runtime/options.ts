import { type Problem, WooriInputError } from "./errors.ts";

/** What a client is made with. */
export interface WooriOptions {
  /** Where the bank, or the mock, is: `https://host:port`, or `http://` on this machine. No credentials, query or fragment. */
  baseUrl: string;
  /** 앱 키 */
  appKey: string;
  /** 시크릿 키 */
  secretKey: string;
  /** 액세스 토큰, sent as a bearer token where an operation takes one. */
  accessToken?: string;
  /** Values of the request's dataHeader for every call; a call's own come before them. */
  dataHeader?: Record<string, string>;
  /**
   * How an operation documented as a GET with a body is called. `auto` (default): the documented GET where the runtime
   * can send it, once POST after the server has answered 405 or 501; POST elsewhere.
   */
  method?: "auto" | "GET" | "POST";
  /** Milliseconds for a whole call, from connecting to the last byte. Default 30,000. */
  timeout?: number;
  /** Largest answer, decompressed, in bytes. Default 1,048,576. */
  maxResponseBytes?: number;
  /** What happens when an answer differs from the spec: `report` (default) puts it into `issues`, `throw` throws, `off` does not look. */
  responseValidation?: "report" | "throw" | "off";
  /** Used in place of the runtime's own; operations go out by POST then. */
  fetch?: (request: Request) => Promise<Response>;
}

/** Options of one call. */
export interface CallOptions {
  signal?: AbortSignal;
  /** Milliseconds; in place of the client's. */
  timeout?: number;
}

/** Checked options with their defaults. */
export interface Settings {
  baseUrl: string;
  method: "auto" | "GET" | "POST";
  timeout: number;
  maxResponseBytes: number;
  responseValidation: "report" | "throw" | "off";
}

/** @throws {WooriInputError} naming every option that cannot be used, and never its value where that is a secret */
export function settings(options: WooriOptions): Settings {
  const { method = "auto", timeout = 30_000, maxResponseBytes = 1_048_576, responseValidation = "report" } = options;
  const problems: Problem[] = [];
  const need = (holds: boolean, code: string, expected: string, found = "쓸 수 없는 값"): void => {
    if (!holds) problems.push({ code, name: "", pointer: "", rule: "option", expected, found });
  };
  const baseUrl = checkBaseUrl(options.baseUrl, need);
  need(["auto", "GET", "POST"].includes(method), "method", "auto, GET, POST 가운데 하나");
  need(["report", "throw", "off"].includes(responseValidation), "responseValidation", "report, throw, off 가운데 하나");
  need(isLimit(timeout), "timeout", "1 이상의 밀리초");
  need(isLimit(maxResponseBytes), "maxResponseBytes", "1 이상의 바이트 수");
  for (const code of ["appKey", "secretKey", "accessToken"] as const) {
    const value: unknown = options[code];
    if (value === undefined && code === "accessToken") continue;
    need(typeof value === "string" && value !== "", code, "비어 있지 않은 문자열");
    need(typeof value !== "string" || isHeaderValue(value), code, "헤더에 쓸 수 있는 ASCII 문자열", "제어 문자나 ASCII가 아닌 글자가 있는 값");
  }
  if (problems.length > 0) throw new WooriInputError(problems);
  return { baseUrl, method, timeout, maxResponseBytes, responseValidation };
}

/** A limit that setTimeout and a byte count can hold. */
export function isLimit(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 2_147_483_647;
}

/** Printable ASCII without blanks at its ends (RFC 9110, 5.5); control characters would end the header. */
export function isHeaderValue(value: string): boolean {
  return /^[!-~]([ -~]*[!-~])?$/.test(value);
}

function checkBaseUrl(value: unknown, need: (holds: boolean, code: string, expected: string, found?: string) => void): string {
  const expected = "https 주소, 또는 이 기기를 가리키는 http 주소";
  let url: URL;
  try {
    url = new URL(String(value));
  } catch {
    need(false, "baseUrl", expected, "주소가 아닌 값");
    return "";
  }
  const isLoopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  need(url.protocol === "https:" || (url.protocol === "http:" && isLoopback), "baseUrl", expected, "암호화되지 않거나 지원하지 않는 주소");
  need(url.username === "" && url.password === "", "baseUrl", "사용자 이름과 비밀번호가 없는 주소", "인증 정보가 있는 주소");
  need(!/[?#]/.test(String(value)), "baseUrl", "쿼리와 프래그먼트가 없는 주소", "쿼리나 프래그먼트가 있는 주소");
  return url.origin + url.pathname.replace(/\/+$/, "");
}
