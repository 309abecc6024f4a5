// npm run generate. 직접 고치지 않습니다.
import type { ErrorAdvice, Resend } from "./contract.ts";
import { describeProblem, type Problem } from "./problem.ts";

export type { Problem } from "./problem.ts";

/** The base of the client's errors. */
abstract class ClientError extends Error {
  abstract readonly kind: "input" | "api" | "transport";

  toJSON(): Record<string, unknown> {
    const shown: Record<string, unknown> = { message: this.message };
    return Object.assign(shown, this);
  }
}

/** 요청이나 설정이 명세와 다릅니다. 아무것도 보내지 않았습니다. */
export class WooriInputError extends ClientError {
  override readonly name = "WooriInputError";
  readonly kind = "input";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const ofOptions = problems.every(({ rule }) => rule === "option");
    super(
      `${ofOptions ? "설정을 쓸 수 없어 아무것도 보내지 않았습니다." : "요청이 명세와 맞지 않아 보내지 않았습니다."} ${problems.map((one) => describeProblem(one, true)).join(" ")}`,
    );
    this.problems = problems;
  }
}

/** 은행이나 게이트웨이가 오류 본문(3.6)으로 거부했습니다. */
export class WooriApiError extends ClientError {
  override readonly name = "WooriApiError";
  readonly kind = "api";
  /** HTTP 상태 코드입니다. 오류 본문이 200으로 왔으면 200입니다. */
  readonly status: number;
  /** ERRCODE입니다. 없으면 빈 문자열입니다. */
  readonly code: string;
  /** ERRUSRMSG, 은행의 메시지입니다. */
  readonly bankMessage: string;
  /** ERRORLIST입니다. */
  readonly list: readonly { code: string; message: string }[];
  readonly globalId: string | undefined;
  /** 오류 코드표에 있는 코드인지입니다. 없으면 meaning과 advice는 일반적인 안내입니다. */
  readonly known: boolean;
  readonly meaning: string;
  readonly advice: string;
  /** 같은 요청을 다시 보내기 전에 있어야 하는 일입니다. 클라이언트는 스스로 다시 보내지 않습니다. */
  readonly resend: Resend;

  constructor(
    answer: Pick<WooriApiError, "status" | "code" | "bankMessage" | "list" | "globalId">,
    catalogue: Record<string, ErrorAdvice>,
  ) {
    const advice = Object.hasOwn(catalogue, answer.code) ? catalogue[answer.code] : undefined;
    const meaning = advice?.meaning ?? "알려지지 않은 오류";
    super(
      `은행이 요청을 거부했습니다(HTTP ${answer.status}, ${answer.code || "코드 없음"} ${meaning}). ${answer.bankMessage}`.trim(),
    );
    this.status = answer.status;
    this.code = answer.code;
    this.bankMessage = answer.bankMessage;
    this.list = answer.list;
    this.globalId = answer.globalId;
    this.known = advice !== undefined;
    this.meaning = meaning;
    this.advice = advice?.advice ?? "다시 보내지 말고 코드와 GLBL_ID를 은행에 알립니다.";
    this.resend = advice?.resend ?? "afterChecking";
  }
}

const transportMessages = {
  timeout: "정해진 시간 안에 응답을 다 받지 못했습니다. 처리되었을 수 있으므로 결과를 확인한 뒤 다시 보내십시오.",
  aborted: "호출한 쪽에서 요청을 취소했습니다. 이미 보냈다면 처리되었을 수 있습니다.",
  connection:
    "서버에 연결하지 못했거나 연결이 끊어졌습니다. 주소와 방화벽을 확인하십시오. 보낸 뒤에 끊어졌다면 처리되었을 수 있습니다.",
  redirect:
    "서버가 다른 주소로 보내려고 하여 멈추었습니다. 키와 개인정보가 넘어가지 않도록 따라가지 않습니다. baseUrl을 확인하십시오.",
  "too-large": "응답이 maxResponseBytes보다 커서 읽기를 멈추었습니다. 주소를 확인하고, 필요하면 한도를 늘리십시오.",
  encoding: "알 수 없는 방식으로 압축되었거나 압축을 풀 수 없는 응답입니다. 중간의 프록시를 확인하십시오.",
  charset: "UTF-8로 읽을 수 없는 응답입니다. 중간의 프록시를 확인하십시오.",
  html: "JSON 대신 HTML 화면이 왔습니다. 게이트웨이나 프록시의 안내 화면일 수 있으므로 주소와 네트워크를 확인하십시오.",
  empty: "응답에 본문이 없습니다. 주소와 중간의 프록시를 확인하십시오.",
  "not-json": "응답이 올바른 JSON이 아닙니다. 중간에 잘렸을 수 있으므로 결과를 확인한 뒤 다시 보내십시오.",
  "invalid-answer":
    "응답이 명세와 다릅니다. issues를 확인하십시오. responseValidation이 report이면 오류 대신 결과에 담깁니다.",
} as const;

export type TransportCode = keyof typeof transportMessages;

/** 쓸 수 있는 응답을 받지 못했습니다. 연결이 거부된 경우가 아니면 은행이 처리했는지 알 수 없습니다. */
export class WooriTransportError extends ClientError {
  override readonly name = "WooriTransportError";
  readonly kind = "transport";
  readonly code: TransportCode;
  /** HTTP 상태 코드입니다. 받은 경우에만 있습니다. */
  readonly status: number | undefined;
  /** ECONNREFUSED 같은 시스템 코드입니다. 있는 경우에만 있습니다. */
  readonly systemCode: string | undefined;
  readonly issues: readonly Problem[];

  constructor(
    code: TransportCode,
    { status, systemCode, issues = [] }: { status?: number; systemCode?: string; issues?: readonly Problem[] } = {},
  ) {
    const detail = [status === undefined ? "" : `HTTP ${status}`, systemCode ?? ""]
      .filter((part) => part !== "")
      .join(", ");
    super(`${transportMessages[code]}${detail === "" ? "" : ` (${detail})`}`);
    this.code = code;
    this.status = status;
    this.systemCode = systemCode;
    this.issues = issues;
  }
}

/** 클라이언트가 던지는 모든 오류입니다. kind로 나뉩니다. 키, 토큰, 개인정보 항목의 값은 담지 않습니다. */
export type WooriError = WooriInputError | WooriApiError | WooriTransportError;

/** `error instanceof WooriError`로 클라이언트가 던진 오류를 가려냅니다. 그 뒤에 kind로 나누면 종류마다의 속성을 읽을 수 있습니다. */
export const WooriError: abstract new () => WooriError = ClientError as unknown as abstract new () => WooriError;
