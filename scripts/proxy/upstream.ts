import { randomBytes } from "node:crypto";
import type { Agent, ClientRequest, IncomingMessage } from "node:http";
import { checkBaseUrl } from "../client/check-options.ts";
import { optionText } from "../client/messages.ts";
import { UserError } from "../lib/user-error.ts";
import { requestHeader } from "./headers.ts";
import { otherValue } from "../client/problem.ts";

// An import would evaluate every export, and with WebSocket all of Node's fetch.
const http = process.getBuiltinModule("node:http");
const https = process.getBuiltinModule("node:https");

/**
 * Milliseconds an idle connection is kept: less than servers usually keep theirs, so that a request is seldom sent over one
 * that the other side is just closing. Nothing is ever sent twice.
 */
const idle = 4000;

/** The upstream server. */
export class Upstream {
  /** Without a slash at the end. */
  readonly url: string;
  readonly #url: URL;
  readonly #secure: boolean;
  readonly #agent: Agent;
  /** Names this proxy to itself: no other has these letters. */
  readonly #via = `1.1 woori-proxy-${randomBytes(8).toString("hex")}`;

  /** @throws {UserError} for an address that keys may not be sent to: http to another machine, credentials, a query, a fragment */
  constructor(url: string) {
    this.url = checkBaseUrl(url, (holds, _code, advice, found = otherValue) => {
      if (!holds) throw new UserError(optionText("--upstream", found, advice));
    });
    this.#url = new URL(this.url);
    this.#secure = this.#url.protocol === "https:";
    const options = { keepAlive: true, timeout: idle };
    // NODE_TLS_REJECT_UNAUTHORIZED must not disable the certificate check.
    this.#agent = this.#secure ? new https.Agent({ ...options, rejectUnauthorized: true }) : new http.Agent(options);
  }

  /** Whether this upstream is the server at a URL, so that the proxy would call itself. */
  isAt(url: string): boolean {
    const { port, hostname, protocol } = new URL(url);
    const isLoopback = (name: string): boolean => /^(localhost|127\.[\d.]+|\[::1\])$/.test(name);
    const isAny = ["0.0.0.0", "[::]"].includes(hostname);
    return (
      this.#url.protocol === protocol &&
      this.#url.port === port &&
      (this.#url.hostname === hostname || (isLoopback(this.#url.hostname) && (isAny || isLoopback(hostname))))
    );
  }

  /** Whether a request was opened here before, and has come back by whatever way. */
  isReturning({ headers: { via } }: Pick<IncomingMessage, "headers">): boolean {
    return via !== undefined && via.includes(this.#via);
  }

  /**
   * Opens a request; the body is for the caller to write.
   *
   * @param target path and query as they came
   * @param rawHeaders as Node's IncomingMessage has them
   * @throws {Error} when Node cannot send the target or the header
   */
  open(method: string, target: string, rawHeaders: readonly string[]): ClientRequest {
    const path =
      target === "*" ? target : `${this.#url.pathname.replace(/\/$/, "")}${target.startsWith("/") ? "" : "/"}${target}`;
    const request = (this.#secure ? https : http).request(this.#url, {
      agent: this.#agent,
      method,
      path,
      headers: requestHeader(method, rawHeaders, this.#url.host, this.#via),
    });
    // Node would silently drop headers above its limit.
    request.maxHeadersCount = 0;
    return request;
  }

  /** Closes the connections. */
  close(): void {
    this.#agent.destroy();
  }
}
