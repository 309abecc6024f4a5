import { WooriInputError } from "./errors.ts";
import { type Problem, problemAbout } from "./problem.ts";

/** 클라이언트 설정입니다. */
export interface WooriOptions {
  /** 은행이나 샌드박스의 주소입니다. https여야 하며 이 기기를 가리킬 때만 http를 쓸 수 있습니다. 인증 정보, 쿼리, 프래그먼트는 쓸 수 없습니다. */
  baseUrl: string;
  /** 앱 키입니다. */
  appKey: string;
  /** 시크릿 키입니다. */
  secretKey: string;
  /** 액세스 토큰입니다. 토큰을 받는 오퍼레이션에 Bearer 형식으로 보냅니다. */
  accessToken?: string;
  /** 모든 호출의 dataHeader에 사용할 값입니다. 호출할 때 지정한 값이 우선합니다. */
  dataHeader?: Record<string, string>;
  /**
   * 본문이 있는 GET을 보내는 방법입니다. 기본값 auto는 보낼 수 있는 환경이면 원문대로 GET을 보내고, 서버가 405나 501로
   * 거절하면 그때부터 POST를 보냅니다. 거절되기 전에 이미 나간 다른 호출도 저마다 한 번만 POST로 바꿉니다. GET에 본문을 실을 수 없는 환경에서는 처음부터 POST를 보냅니다.
   */
  method?: "auto" | "GET" | "POST";
  /** 연결부터 마지막 바이트까지 기다리는 시간(밀리초)입니다. 기본값은 30,000입니다. */
  timeout?: number;
  /** 압축을 푼 응답의 최대 크기(바이트)입니다. 기본값은 1,048,576입니다. */
  maxResponseBytes?: number;
  /** 응답이 명세와 다를 때의 동작입니다. report(기본값)는 issues에 담고, throw는 던지며, off는 확인하지 않습니다. */
  responseValidation?: "report" | "throw" | "off";
  /** 기본 전송 대신 사용할 fetch입니다. 본문이 있는 호출은 POST로 나갑니다. */
  fetch?: (request: Request) => Promise<Response>;
}

/** 호출 하나의 설정입니다. */
export interface CallOptions {
  /** 호출을 취소할 신호입니다. */
  signal?: AbortSignal;
  /** 이 호출에만 사용할 시간 제한(밀리초)입니다. */
  timeout?: number;
}

/** Validated options with defaults. */
interface Settings {
  baseUrl: string;
  method: "auto" | "GET" | "POST";
  timeout: number;
  maxResponseBytes: number;
  responseValidation: "report" | "throw" | "off";
}

/** @throws {WooriInputError} naming every option that cannot be used, and never its value where that is a secret */
export function settings(options: WooriOptions): Settings {
  if (typeof options !== "object" || options === null) {
    throw new WooriInputError([problemAbout("options", "option", "설정 객체", "객체가 아닌 값")]);
  }
  const { method = "auto", timeout = 30_000, maxResponseBytes = 1_048_576, responseValidation = "report" } = options;
  const problems: Problem[] = [];
  const need = (holds: boolean, code: string, expected: string, found = "쓸 수 없는 값"): void => {
    if (!holds) problems.push(problemAbout(code, "option", expected, found));
  };
  const baseUrl = checkBaseUrl(options.baseUrl, need);
  need(["auto", "GET", "POST"].includes(method), "method", "auto, GET, POST 가운데 하나");
  need(["report", "throw", "off"].includes(responseValidation), "responseValidation", "report, throw, off 가운데 하나");
  need(isLimit(timeout), "timeout", "1 이상의 밀리초");
  need(isLimit(maxResponseBytes), "maxResponseBytes", "1 이상의 바이트 수");
  for (const code of ["appKey", "secretKey", "accessToken"] as const) {
    const value: unknown = options[code];
    if (value === undefined && code === "accessToken") continue;
    need(
      typeof value === "string" && value !== "",
      code,
      "비어 있지 않은 문자열",
      value === undefined ? "없는 값" : value === "" ? "빈 문자열" : "문자열이 아닌 값",
    );
    need(
      typeof value !== "string" || value === "" || isHeaderValue(value),
      code,
      "헤더에 쓸 수 있는 ASCII 문자열",
      "제어 문자나 ASCII가 아닌 글자가 있는 값",
    );
  }
  if (problems.length > 0) throw new WooriInputError(problems);
  return { baseUrl, method, timeout, maxResponseBytes, responseValidation };
}

/** Whether a value is a whole number that setTimeout accepts, from 1. */
export function isLimit(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 2_147_483_647;
}

/** Printable ASCII without blanks at its ends (RFC 9110, 5.5); control characters would end the header. */
export function isHeaderValue(value: string): boolean {
  return /^[!-~]([ -~]*[!-~])?$/.test(value);
}

/**
 * Checks an address that keys and personal data may be sent to.
 *
 * @param need called with each failed requirement, never with the address itself
 * @returns the address without a slash at the end
 */
export function checkBaseUrl(
  value: unknown,
  need: (holds: boolean, code: string, expected: string, found?: string) => void,
): string {
  const expected = "https 주소(http는 localhost, 127.x.x.x, [::1]에만 가능)";
  let url: URL;
  try {
    url = new URL(String(value));
  } catch {
    need(false, "baseUrl", expected, value === undefined ? "없는 값" : "주소가 아닌 값");
    return "";
  }
  const isLoopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  need(
    url.protocol === "https:" || (url.protocol === "http:" && isLoopback),
    "baseUrl",
    expected,
    "암호화되지 않거나 지원하지 않는 주소",
  );
  need(
    url.username === "" && url.password === "",
    "baseUrl",
    "사용자 이름과 비밀번호가 없는 주소",
    "인증 정보가 있는 주소",
  );
  need(!/[?#]/.test(String(value)), "baseUrl", "쿼리와 프래그먼트가 없는 주소", "쿼리나 프래그먼트가 있는 주소");
  return url.origin + url.pathname.replace(/\/+$/, "");
}
