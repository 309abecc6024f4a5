import { type Problem, problemAbout } from "../client/problem.ts";
import { crumbledBody } from "../server/limits.ts";
import { type Refusal, refuse } from "../server/refusal.ts";
import * as say from "./messages.ts";

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
      return refuse("SYSCD01003", 504, [say.upstreamSlow(timeout)]);
    case "slow-request":
      return refuse("SYSCD01005", 400, [say.requestSlow(timeout)]);
    case "crumbs":
      return crumbledBody;
    case "tls":
      return refuse("SYSCD03901", 503, [say.tlsFailed(code)]);
    case "http":
      return refuse("SYSCD03201", 500, [say.notHttp(code)]);
    default:
      if (systemCode !== undefined && unreached.test(systemCode))
        return refuse("SYSCD03901", 503, [say.unreachable(code)]);
      return refuse("SYSCD09999", 500, [say.hungUp(code)]);
  }
}

/**
 * A failure as a problem.
 *
 * @param received bytes of the answer's body that had come; undefined where not even its header had
 */
export function describeFailure({ kind, systemCode }: Failure, received: number | undefined): Problem {
  const code = systemCode === undefined ? "" : `(${systemCode})`;
  const expected =
    kind === "slow-request" || kind === "crumbs"
      ? say.wholeRequest
      : kind === "gone"
        ? say.keptConnection
        : say.wholeAnswer;
  return problemAbout(say.connection, kind, expected, say.found[kind](code, received));
}
