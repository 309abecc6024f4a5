// npm run generate. 직접 수정하지 마십시오.
import type { Resend } from "./contract.ts";
import { type Sent, type TransportCode, WooriTransportError } from "./errors.ts";
import { redactor, withoutPersonal } from "./redact.ts";
import { Fault } from "./transport.ts";

/** What a transport error says. */
interface Explanation {
  /** In Korean; {host} stands for the host and port of the bank. */
  text: string;
  /** Something must be changed before the call can succeed. */
  needsChange?: true;
}

/** Every way in which a call may fail to get an answer that can be used. */
export const transportErrors: Record<TransportCode, Explanation> = {
  dns: { text: "서버의 이름({host})을 찾지 못했습니다. baseUrl의 철자와 이 환경의 DNS 설정을 확인하십시오." },
  refused: { text: "서버({host})가 연결을 거부했습니다. 서버가 실행 중인지, 주소와 포트가 맞는지 확인하십시오." },
  tls: { text: "서버({host})와 TLS로 연결하지 못했습니다.", needsChange: true },
  proxy: {
    text: "프록시를 거쳐 서버({host})에 연결하지 못했습니다. 설정의 proxy나 HTTPS_PROXY의 주소와 인증 정보를 확인하십시오.",
  },
  connection: {
    text: "서버({host})와 연결하지 못했거나 연결이 끊어졌습니다. 네트워크와 방화벽을 확인하십시오. 브라우저라면 서버가 CORS를 허용하는지도 확인하십시오.",
  },
  reset: { text: "서버({host})나 중간의 장비가 응답을 마치기 전에 연결을 끊었습니다." },
  "not-http": {
    text: "서버({host})가 HTTP가 아닌 것으로 응답했습니다. 포트가 맞는지, https인 서버를 http로 호출하지 않았는지 확인하십시오.",
  },
  timeout: { text: "정해진 시간 안에 응답을 다 받지 못했습니다." },
  aborted: { text: "호출한 쪽에서 요청을 취소했습니다." },
  "access-token": { text: "설정의 accessToken 함수가 토큰을 주지 못했습니다. 그 함수가 던진 오류는 cause에 있습니다." },
  fetch: { text: "설정의 fetch가 오류를 던졌습니다. 그 오류는 cause에 있습니다.", needsChange: true },
  platform: {
    text: "이 실행 환경에서 요청을 보내지 못했습니다. 환경이 던진 오류는 cause에 있습니다.",
    needsChange: true,
  },
  redirect: {
    text: "서버가 다른 주소로 보내려고 하여 멈추었습니다. 키와 개인정보가 넘어가지 않도록 따라가지 않습니다. baseUrl을 확인하십시오.",
  },
  "too-large": {
    text: "응답이 maxResponseBytes보다 커서 읽기를 멈추었습니다. 주소를 확인하고, 필요하면 한도를 늘리십시오.",
  },
  encoding: { text: "알 수 없는 방식으로 압축되었거나 압축을 풀 수 없는 응답입니다. 중간의 프록시를 확인하십시오." },
  charset: { text: "UTF-8로 읽을 수 없는 응답입니다. 중간의 프록시를 확인하십시오." },
  html: {
    text: "JSON 대신 HTML 화면이 왔습니다. 게이트웨이나 프록시의 안내 화면일 수 있으므로 주소와 네트워크를 확인하십시오.",
  },
  empty: { text: "응답에 본문이 없습니다. 주소와 중간의 프록시를 확인하십시오." },
  "not-json": { text: "응답이 올바른 JSON이 아닙니다. 중간에 잘렸을 수 있습니다." },
  "invalid-answer": {
    text: "응답이 명세와 다릅니다. issues를 확인하십시오. responseValidation이 report이면 오류 대신 결과에 담깁니다.",
  },
};

/** What the caller must do about a request that may or did reach the bank; nothing where it did not. */
export const sentTexts: Record<Sent, string> = {
  no: "요청은 나가지 않았습니다.",
  maybe: "요청이 처리되었을 수 있으므로 결과를 확인한 뒤에 다시 보내십시오.",
  yes: "요청이 처리되었을 수 있으므로 결과를 확인한 뒤에 다시 보내십시오.",
};

/** What is wrong with a TLS connection, by its system code; the first that fits. */
const tlsTexts: readonly [RegExp, string][] = [
  [
    /ALTNAME|HOSTNAME/,
    "인증서에 이 호스트의 이름이 없습니다. baseUrl의 호스트를 확인하십시오. 인증서 확인을 끄지 마십시오.",
  ],
  [/EXPIRED|NOT_YET_VALID/, "인증서의 기간이 맞지 않습니다. 이 기기의 시계와 서버의 인증서를 확인하십시오."],
  [
    /UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|^CERT_|INVALID_CA|UNKNOWN_CA$/,
    "믿을 수 없는 인증서입니다. 사설 인증 기관의 것이면 설정의 ca나 NODE_EXTRA_CA_CERTS에 그 기관의 인증서를 지정하십시오. 인증서 확인을 끄지 마십시오.",
  ],
  [
    /ALERT|CERTIFICATE/,
    "서버가 클라이언트 인증서를 요구하거나 받아들이지 않았습니다. 설정의 cert와 key를 확인하십시오.",
  ],
  [/./, "https가 아닌 포트이거나 TLS 버전이 맞지 않을 수 있습니다."],
];

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
    ...(systemCode === "ERR_INVALID_URL"
      ? [
          '다른 라이브러리의 fetch는 이 환경의 Request를 받지 못하므로 async (request) => 그fetch(request.url, { method: request.method, headers: [...request.headers], body: await request.text(), redirect: "manual", signal: request.signal })처럼 나누어 넘기십시오.',
        ]
      : []),
    // Some content networks refuse every GET with a body by a page.
    ...(code === "html" && method === "GET" && (status === 400 || status === 403)
      ? ['중간의 장비가 본문이 있는 GET을 막았을 수 있으므로 method: "POST"로 호출해 보십시오.']
      : []),
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
