import { type Reply, send } from "./http.ts";
import { fill, formIn } from "./portal.ts";

/** A browser without a script: it keeps cookies by path, and follows what leads to the sandbox. */
export class Customer {
  readonly #cookies: { text: string; path: string }[] = [];
  readonly #origin: string;

  constructor(url: string) {
    this.#origin = url;
  }

  /** Loads an address; where it leads out of the sandbox, that answer. */
  async open(
    url: string | URL,
    request: { method?: string; body?: string; headers?: Record<string, string> } = {},
  ): Promise<Reply> {
    const { href, pathname } = new URL(url, this.#origin);
    const cookie = this.#cookies.filter(({ path }) => pathname.startsWith(path)).map(({ text }) => text);
    const headers = { accept: "text/html", ...(cookie.length === 0 ? {} : { cookie: cookie.join("; ") }) };
    const reply = await send(href, { ...request, headers: { ...headers, ...request.headers } });
    for (const set of reply.headers["set-cookie"] ?? [])
      this.#cookies.push({ text: set.split(";")[0] ?? "", path: /path=([^;]*)/i.exec(set)?.[1] ?? "/" });
    const target = reply.headers.location;
    return target !== undefined && new URL(target, href).origin === this.#origin
      ? this.open(new URL(target, href))
      : reply;
  }

  /** Fills in the form of the login page, and sends it. */
  send(page: Reply, values: Record<string, string>): Promise<Reply> {
    const { action, controls } = formIn(page);
    const body = new URLSearchParams(fill(controls, values)).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded", origin: this.#origin };
    return this.open(action, { method: "POST", body, headers });
  }
}
