import type { Problem } from "../client/errors.ts";
import { crumbledBody } from "../server/limits.ts";
import { type Refusal, refuse } from "../server/refusal.ts";

/** Why an exchange is incomplete. */
export interface Failure {
  kind: "connection" | "tls" | "http" | "timeout" | "cut" | "slow-request" | "crumbs" | "gone";
  /** Such as ECONNREFUSED, where the system gives one. */
  systemCode?: string;
}

/** Classifies a connection error. Its message is dropped, as it may quote the request. */
export function failureOf({ code = "" }: NodeJS.ErrnoException): Failure {
  const systemCode = /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? { systemCode: code } : {};
  // Node's parser takes a few answers that Node itself does not send on.
  if (/^(HPE_|ERR_HTTP_|ERR_INVALID_)/.test(code)) return { kind: "http", ...systemCode };
  return {
    kind: /CERT|TLS|SSL|EPROTO|UNABLE_TO|SELF_SIGNED|HOSTNAME/.test(code) ? "tls" : "connection",
    ...systemCode,
  };
}

/** Errors of connections that were never established. Nothing was sent, so a retry is safe. */
const unreached = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/;

/**
 * The refusal that the proxy answers with. Only where nothing was sent does its code allow a retry:
 * otherwise the upstream may have acted on the request.
 */
export function refusalForFailure({ kind, systemCode }: Failure, timeout: number): Refusal {
  const code = systemCode === undefined ? "" : `(${systemCode})`;
  switch (kind) {
    case "timeout":
      return refuse("SYSCD01003", 504, [`프록시: 서버가 ${timeout}ms 안에 응답하지 않았습니다.`]);
    case "slow-request":
      return refuse("SYSCD01005", 400, [`요청의 본문이 ${timeout}ms 안에 모두 도착하지 않았습니다.`]);
    case "crumbs":
      return crumbledBody;
    case "tls":
      return refuse("SYSCD03901", 503, [`프록시: 서버와 TLS로 연결하지 못했습니다${code}.`]);
    case "http":
      return refuse("SYSCD03201", 500, [
        `프록시: 서버의 응답을 HTTP로 읽을 수 없습니다${code}. 처리되었을 수 있습니다.`,
      ]);
    default:
      if (systemCode !== undefined && unreached.test(systemCode))
        return refuse("SYSCD03901", 503, [`프록시: 서버에 연결하지 못했습니다${code}.`]);
      return refuse("SYSCD09999", 500, [
        `프록시: 요청을 보낸 뒤 응답 전에 연결이 끊어졌습니다${code}. 처리되었을 수 있습니다.`,
      ]);
  }
}

/**
 * A failure as a problem.
 *
 * @param received bytes of the answer's body that had come; undefined where not even its header had
 */
export function describeFailure({ kind, systemCode }: Failure, received: number | undefined): Problem {
  const code = systemCode === undefined ? "" : `(${systemCode})`;
  const part = received === undefined ? undefined : `${received}바이트에서`;
  const found = {
    connection: part === undefined ? `응답 없이 실패한 연결${code}` : `${part} 끊긴 본문${code}`,
    tls: `실패한 TLS 연결${code}`,
    http: part === undefined ? `읽을 수 없는 HTTP 응답${code}` : `${part} 읽을 수 없게 된 본문${code}`,
    timeout: part === undefined ? "시간 안에 오지 않은 응답" : `${part} 멈춘 본문`,
    cut: `${part ?? ""} 끊긴 본문${code}`.trim(),
    "slow-request": "시간 안에 다 오지 않은 요청",
    crumbs: "너무 작은 조각으로 온 요청의 본문",
    gone: "호출한 쪽이 끊거나 읽지 않은 연결",
  }[kind];
  const expected =
    kind === "slow-request" || kind === "crumbs"
      ? "끝까지 도착하는 요청"
      : kind === "gone"
        ? "응답을 다 받을 때까지 유지"
        : "끝까지 도착하는 응답";
  return { code: "연결", name: "", pointer: "", rule: kind, expected, found };
}
