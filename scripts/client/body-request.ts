import { inputError } from "./check-options.ts";
import { giveTextBody, otherBody } from "./messages.ts";

/** A Request whose body is text, which a GET may have, too. */
export interface BodyRequest extends Request {
  /** The body as it goes on the wire, or undefined. */
  readonly bodyText: string | undefined;
  readonly callerSignal: AbortSignal | undefined;
}

/**
 * The class of requests that may be a GET with a body. The platform's Request refuses it, so `bodyText` holds the body for
 * the transport. The caller's signal is kept too, as a collected Request no longer forwards it. Made when it is needed, as
 * not every platform has a Request.
 */
export function bodyRequestClass(): typeof Request {
  return class extends Request implements BodyRequest {
    readonly bodyText: string | undefined;
    readonly callerSignal: AbortSignal | undefined;

    /** openapi-fetch checks a middleware's request with instanceof; a plain Request passes. */
    static override [Symbol.hasInstance](value: unknown): boolean {
      return Request[Symbol.hasInstance](value);
    }

    /** @throws {WooriInputError} where the body is not a string */
    constructor(input: string | URL | Request, init: RequestInit = {}) {
      const { body, ...rest } = init;
      if (typeof body !== "string" && body !== undefined && body !== null)
        throw inputError("body", "option", giveTextBody, otherBody);
      const carries = !["GET", "HEAD"].includes(init.method ?? "GET");
      super(input, { ...rest, redirect: "manual", ...(carries && body !== undefined ? { body } : {}) });
      this.bodyText = body ?? undefined;
      this.callerSignal = init.signal ?? undefined;
    }
  };
}
