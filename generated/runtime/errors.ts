// npm run generate. 직접 수정하지 마십시오.
import type { Resend } from "./contract.ts";
import type { Problem } from "./problem.ts";

export type { Problem } from "./problem.ts";
export type { Resend } from "./contract.ts";

/** 요청이 전송되었는지를 나타냅니다. no이면 전송되지 않았고, maybe이면 전송되었을 수 있으며, yes이면 서버가 응답했습니다. */
export type Sent = "no" | "maybe" | "yes";

/** The base of the client's errors. */
abstract class ClientError extends Error {
  abstract readonly kind: "input" | "api" | "transport";
  /** 요청이 전송되었는지를 나타냅니다. no이면 전송되지 않았고, maybe이면 전송되었을 수 있으며, yes이면 서버가 응답했습니다. */
  abstract readonly sent: Sent;
  /** 같은 호출을 다시 보내기 전에 해야 할 일입니다. 클라이언트가 자동으로 다시 보내지는 않습니다. */
  abstract readonly resend: Resend;
  /** 오퍼레이션의 이름(operationId)입니다. 클라이언트를 만들 때 발생한 오류에는 없습니다. */
  readonly operation: string | undefined;
  /** 호출을 시작한 뒤 지난 시간(밀리초)입니다. */
  readonly duration: number | undefined;

  toJSON(): Record<string, unknown> {
    const shown: Record<string, unknown> = { message: this.message };
    return Object.assign(shown, this);
  }
}

/** 요청이나 설정이 명세와 다릅니다. 아무것도 보내지 않았습니다. */
export class WooriInputError extends ClientError {
  override readonly name = "WooriInputError";
  readonly kind = "input";
  readonly sent = "no";
  readonly resend = "afterChange";
  readonly problems: readonly Problem[];

  constructor(message: string, problems: readonly Problem[]) {
    super(message);
    this.problems = problems;
  }
}

/** 은행이나 게이트웨이가 오류 본문(원문 3.6)으로 거부했습니다. */
export class WooriApiError extends ClientError {
  override readonly name = "WooriApiError";
  readonly kind = "api";
  readonly sent = "yes";
  /** HTTP 상태 코드입니다. 오류 본문이 200으로 왔으면 200입니다. */
  declare readonly status: number;
  /** ERRCODE입니다. 없으면 빈 문자열입니다. */
  declare readonly code: string;
  /** ERRUSRMSG, 은행의 메시지입니다. */
  declare readonly bankMessage: string;
  /** ERRORLIST입니다. */
  declare readonly list: readonly { code: string; message: string }[];
  declare readonly globalId: string | undefined;
  /** 오류 코드표에 있는 코드인지를 나타냅니다. false이면 meaning, advice, resend에 일반적인 안내가 들어 있습니다. */
  declare readonly known: boolean;
  declare readonly meaning: string;
  declare readonly advice: string;
  /** 같은 호출을 다시 보내기 전에 해야 할 일입니다. 오류 코드표에서 정합니다. */
  declare readonly resend: Resend;

  constructor(
    message: string,
    facts: Pick<
      WooriApiError,
      "status" | "code" | "bankMessage" | "list" | "globalId" | "known" | "meaning" | "advice" | "resend"
    >,
  ) {
    super(message);
    Object.assign(this, facts);
  }
}

/** 쓸 수 있는 응답을 받지 못한 이유입니다. */
export type TransportCode =
  | "dns"
  | "refused"
  | "tls"
  | "proxy"
  | "connection"
  | "reset"
  | "not-http"
  | "timeout"
  | "aborted"
  | "access-token"
  | "fetch"
  | "platform"
  | "redirect"
  | "too-large"
  | "encoding"
  | "charset"
  | "html"
  | "empty"
  | "not-json"
  | "invalid-answer";

/** 쓸 수 있는 응답을 받지 못했습니다. 은행이 처리했을 수 있는지는 sent로 판단하십시오. */
export class WooriTransportError extends ClientError {
  override readonly name = "WooriTransportError";
  readonly kind = "transport";
  declare readonly code: TransportCode;
  declare readonly sent: Sent;
  declare readonly resend: Resend;
  /** HTTP 상태 코드입니다. 받은 경우에만 있습니다. */
  declare readonly status: number | undefined;
  /** ECONNREFUSED 같은 시스템 코드입니다. 있는 경우에만 있습니다. */
  declare readonly systemCode: string | undefined;
  declare readonly issues: readonly Problem[];

  /** @param cause what a function of the caller or the platform threw, without secrets and personal values */
  constructor(
    message: string,
    facts: Pick<WooriTransportError, "code" | "sent" | "resend" | "issues"> &
      Partial<Pick<WooriTransportError, "status" | "systemCode">>,
    cause?: Error,
  ) {
    super(message, cause && { cause });
    Object.assign(this, facts);
  }
}

/** 클라이언트에서 발생하는 모든 오류입니다. kind로 구분합니다. 키, 토큰, 개인정보 필드의 값은 들어 있지 않습니다. */
export type WooriError = WooriInputError | WooriApiError | WooriTransportError;

/** `error instanceof WooriError`로 클라이언트의 오류인지 확인한 뒤 kind로 구분하면 종류별 속성을 읽을 수 있습니다. */
export const WooriError: abstract new () => WooriError = ClientError as unknown as abstract new () => WooriError;

/** 기다렸다가 같은 호출을 다시 보내도 두 번 처리되지 않는 오류인지 확인합니다. 아니면 error.resend에 먼저 할 일이 있습니다. */
export function isSafeToRetry(error: unknown): boolean {
  return error instanceof WooriError && error.resend === "afterWait";
}
