// npm run generate. 직접 수정하지 마십시오.
import type { Resend } from "./contract.ts";
import { type Sent, type TransportCode, WooriTransportError } from "./errors.ts";
import { fetchOfOthers, getMayBeBlocked, sentTexts, tlsTexts, transportErrors } from "./late-messages.ts";
import { redactor, withoutPersonal } from "./redact.ts";
import { Fault } from "./transport.ts";

/** Codes of Node, undici, Bun and Deno for a failure, in the order in which they are tried. */
const bySystemCode: readonly [RegExp, TransportCode][] = [
  // Other libraries read a Request of the platform as "[object Request]".
  [/^ERR_INVALID_URL$/, "fetch"],
  [/PROXY/, "proxy"],
  [/^(ENOTFOUND|EAI_)/, "dns"],
  [/^(ECONNREFUSED|ConnectionRefused)$/, "refused"],
  [
    /^(ERR_TLS|ERR_SSL|ERR_OSSL|EPROTO|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_|INVALID_CA|INVALID_PURPOSE)/,
    "tls",
  ],
  [/^HPE_|^Malformed_HTTP|^InvalidHTTPResponse$/, "not-http"],
  [/TIMEOUT$|^ETIMEDOUT$/, "timeout"],
  [/^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET|ConnectionClosed)$/, "reset"],
  [/^(E[A-Z]+|UND_ERR_\w+|FailedToOpenSocket)$/, "connection"],
];

/** What browsers and other runtimes say where they give no code. */
const byMessage: readonly [RegExp, TransportCode][] = [
  [/HTTPParserError/, "not-http"],
  [/dns error|failed to lookup/i, "dns"],
  [/connection refused/i, "refused"],
  [/certificate|tls/i, "tls"],
  [/connection (was )?(reset|closed|lost)|socket hang up/i, "reset"],
  [
    /fetch failed|failed to fetch|networkerror|load failed|network (request|error|connection)|unable to connect/i,
    "connection",
  ],
];

/** Where a failure met a call. */
export interface Circumstances {
  /** Undefined where the call has no address yet. */
  url: string | undefined;
  method: string | undefined;
  sent: Sent;
  /** Whether the caller gave the fetch. */
  isOwnFetch: boolean;
  /** Secrets and personal values. */
  hidden: readonly string[];
}

/**
 * The error that tells a failure as what it is.
 *
 * @param failure a Fault, or what the platform or a function of the caller threw
 */
export function transportError(
  failure: unknown,
  { url, method, sent, isOwnFetch, hidden }: Circumstances,
): WooriTransportError {
  const facts: Fault["facts"] = failure instanceof Fault ? failure.facts : { cause: failure };
  const { status, issues = [], cause: inner } = facts;
  const host = url === undefined ? "" : new URL(url).host;
  const systemCode = facts.systemCode ?? systemCodeOf(inner);
  const code = failure instanceof Fault ? failure.code : classify(inner, systemCode, url, isOwnFetch);
  const left = hasNotLeft(code, systemCode) ? "no" : sent;
  const { text, needsChange } = transportErrors[code];
  const sentences = [
    text.replace("{host}", host),
    ...(code === "tls" ? [tlsTexts.find(([codes]) => codes.test(systemCode ?? " "))?.[1] ?? ""] : []),
    ...(systemCode === "ERR_INVALID_URL" ? [fetchOfOthers] : []),
    // Some content networks refuse every GET with a body by a page.
    ...(code === "html" && method === "GET" && (status === 400 || status === 403) ? [getMayBeBlocked] : []),
    ...(code === "invalid-answer" ? [] : [sentTexts[left]]),
  ];
  const detail = [status === undefined ? [] : `HTTP ${status}`, systemCode ?? []].flat().join(", ");
  const resend: Resend = left !== "no" ? "afterChecking" : needsChange ? "afterChange" : "afterWait";
  return new WooriTransportError(
    sentences.join(" ") + (detail === "" ? "" : ` (${detail})`),
    { code, sent: left, resend, status, systemCode, issues },
    ["fetch", "platform", "access-token"].includes(code)
      ? told(inner, (text) => withoutPersonal(redactor(hidden)(text)))
      : undefined,
  );
}

function classify(
  failure: unknown,
  systemCode: string | undefined,
  url: string | undefined,
  isOwnFetch: boolean,
): TransportCode {
  const { name } = failure instanceof Error ? failure : { name: "" };
  const message = [failure, origin(failure)].map(String).join(" ");
  if (name === "TimeoutError") return "timeout";
  if (name === "AbortError") return "aborted";
  const found =
    (systemCode === undefined ? undefined : bySystemCode.find(([codes]) => codes.test(systemCode))?.[1]) ??
    byMessage.find(([texts]) => texts.test(message))?.[1];
  if (found === undefined) return isOwnFetch ? "fetch" : "platform";
  return ["dns", "refused", "connection", "timeout"].includes(found) && isElsewhere(failure, url) ? "proxy" : found;
}

/** Whether a connection failed to another host or port than the bank's. */
function isElsewhere(failure: unknown, address: string | undefined): boolean {
  if (address === undefined) return false;
  const url = new URL(address);
  const { hostname, port } = origin(failure) as { hostname?: unknown; port?: unknown };
  const wanted = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  return (
    (typeof port === "number" && port !== wanted) ||
    (typeof hostname === "string" && hostname.toLowerCase() !== url.hostname.replace(/^\[(.*)\]$/, "$1"))
  );
}

/** Whether the failure itself says that the request did not leave. */
function hasNotLeft(code: TransportCode, systemCode = ""): boolean {
  return (
    ["dns", "refused", "proxy", "access-token"].includes(code) ||
    /^(ERR_INVALID_URL|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|FailedToOpenSocket)$/.test(systemCode) ||
    // A certificate or an alert ends the handshake; TLS 1.3 lets a client write before it hears.
    (code === "tls" && !/DECRYPT|BAD_RECORD|SHORT_READ/.test(systemCode))
  );
}

/** The failure that a library wrapped, and of several tried addresses the first. */
function origin(failure: unknown): object {
  if (typeof failure !== "object" || failure === null) return {};
  const { cause, errors } = failure as { cause?: unknown; errors?: unknown[] };
  if (typeof cause === "object" && cause !== null) return origin(cause);
  return Array.isArray(errors) && errors.length > 0 ? origin(errors[0]) : failure;
}

function systemCodeOf(failure: unknown): string | undefined {
  const { code } = origin(failure) as { code?: unknown };
  return typeof code === "string" && /^\w{2,60}$/.test(code) ? code : undefined;
}

/** An error with its name, message and place, but none of its properties, which may hold the request. */
function told(failure: unknown, redact: (text: string) => string): Error {
  const { name, message, stack } =
    failure instanceof Error ? failure : { name: "Error", message: String(failure), stack: "" };
  const copy = new Error(redact(message));
  const places = (stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  Object.defineProperty(copy, "name", { value: redact(name), configurable: true });
  Object.defineProperty(copy, "stack", {
    value: [`${redact(name)}: ${copy.message}`, ...places].join("\n"),
    configurable: true,
  });
  return copy;
}
