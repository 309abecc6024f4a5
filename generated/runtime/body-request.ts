// npm run generate. 직접 고치지 않습니다.
import { WooriInputError } from "./errors.ts";
import { problemAbout } from "./problem.ts";

/**
 * A Request that may be a GET with a body. The platform's refuses one, so the body stays beside it; the transport reads
 * it from there. The caller's signal is kept too: a Request only forwards it, and forgets to once it is collected.
 */
export class BodyRequest extends Request {
  /** The body as it goes on the wire, or undefined. */
  readonly bodyText: string | undefined;
  readonly callerSignal: AbortSignal | undefined;

  /** openapi-fetch asks whether a middleware's request is one of these; a plain Request will do. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return Request[Symbol.hasInstance](value);
  }

  /** @throws {WooriInputError} where the body is no text: every operation takes JSON or a form */
  constructor(input: RequestInfo | URL, init: RequestInit = {}) {
    const { body, ...rest } = init;
    if (typeof body !== "string" && body !== undefined && body !== null) {
      throw new WooriInputError([problemAbout("body", "option", "문자열로 바꾼 본문", "다른 종류의 본문")]);
    }
    const carries = !["GET", "HEAD"].includes(init.method ?? "GET");
    super(input, { ...rest, redirect: "manual", ...(carries && body !== undefined ? { body } : {}) });
    this.bodyText = body ?? undefined;
    this.callerSignal = init.signal ?? undefined;
  }
}
