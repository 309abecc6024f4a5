// npm run generate. 직접 수정하지 마십시오.
import type { Operation } from "./contract.ts";
import { type TransportCode, WooriError, WooriTransportError } from "./errors.ts";
import { explanation } from "./late.ts";
import { checkCallOptions, checked } from "./check-options.ts";
import { unanswered } from "./messages.ts";
import type { CallErrorEvent, CallOptions, Hooks } from "./options.ts";
import type { Circumstances } from "./transport-error.ts";
import { type Exchange, Fault, type Transport, type WireRequest, type WireResponse } from "./transport.ts";

/** A call under way. */
export interface Call {
  /** Values that no error may show, asked for when a text has to be cleaned. */
  readonly hidden: (() => readonly string[])[];
  /** What the answer holds as the bank's own id of the exchange. */
  globalId?: string | undefined;
  /** Sends a request once and reads the answer. */
  exchange(request: WireRequest): Promise<WireResponse>;
}

/** Runs calls one by one: within their time, told to the hooks, and failing with errors of this client alone. */
export type Track = <T>(operation: Operation, options: CallOptions, work: (call: Call) => Promise<T>) => Promise<T>;

/**
 * @param timeout milliseconds of a call that names none
 * @param isOwnFetch whether the caller gave the fetch
 * @param reserved headers that no call may set, in lower case
 */
export function tracker(
  transport: Transport,
  {
    timeout,
    maxResponseBytes,
    hooks,
    isOwnFetch,
    reserved,
  }: { timeout: number; maxResponseBytes: number; hooks: Hooks; isOwnFetch: boolean; reserved: readonly string[] },
): Track {
  let calls = 0;
  return async (operation, given, work) => {
    const started = performance.now();
    const refused = refusedOptions(given, reserved);
    const { signal, timeout: limit = timeout }: CallOptions = refused === undefined ? given : {};
    const end = endOf(limit, signal);
    const exchange: Exchange = { maxBytes: maxResponseBytes, signal: end.signal, sent: "no" };
    let request: WireRequest | undefined;
    let answer: WireResponse | undefined;
    let attempt = 0;
    const number = ++calls;
    const event = () => ({
      call: number,
      operation: operation.id,
      path: operation.path,
      method: request?.method ?? operation.method,
      attempt,
    });
    const soFar = () => ({ ...event(), duration: performance.now() - started, globalId: shown(call) });
    const tellAnswer = (): void => {
      const { status } = answer ?? {};
      if (status !== undefined) notify(hooks.onResponse, () => ({ ...soFar(), status }));
    };
    const call: Call = {
      hidden: [],
      exchange: async (next) => {
        // The answer to the request before asked for this one.
        tellAnswer();
        request = next;
        attempt += 1;
        exchange.sent = "no";
        notify(hooks.onRequest, event);
        end.check();
        return (answer = await transport.send(next, exchange));
      },
    };
    try {
      if (refused !== undefined) throw refused;
      end.check();
      // What the caller gave may ignore the signal.
      const result = await Promise.race([work(call), end.reached]);
      tellAnswer();
      return result;
    } catch (failure) {
      end.abort();
      const error = await errorOf(failure instanceof WooriError ? failure : (end.why() ?? failure), {
        url: request?.url,
        method: request?.method,
        sent: exchange.sent,
        isOwnFetch,
        hidden: hiddenIn(call),
      });
      const { duration } = soFar();
      Object.assign(error, { operation: operation.id, duration });
      notify(hooks.onError, () => {
        const { kind, sent, code, status, globalId } = error as WooriError & Partial<CallErrorEvent>;
        return { ...event(), duration, kind, sent, code, status, globalId };
      });
      throw error;
    } finally {
      end.forget();
    }
  };
}

/** The end of a call's time, or the caller's signal: whichever comes first. */
function endOf(limit: number, signal: AbortSignal | undefined) {
  const stop = new AbortController();
  let why: Fault | undefined;
  const because = (code: TransportCode) => (): void => {
    why ??= new Fault(code);
    stop.abort();
  };
  const onAbort = because("aborted");
  const timer = setTimeout(because("timeout"), limit);
  if (signal?.aborted === true) onAbort();
  signal?.addEventListener("abort", onAbort);
  const reached = new Promise<never>((_, refuse) => stop.signal.addEventListener("abort", () => refuse(why)));
  // Nobody may be waiting for it any more.
  reached.catch(() => {});
  return {
    signal: stop.signal,
    reached,
    why: () => why,
    check: () => {
      if (why !== undefined) throw why;
    },
    forget: () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    },
    abort: () => stop.abort(),
  };
}

function refusedOptions(options: CallOptions, reserved: readonly string[]): unknown {
  try {
    return void checked((need) => checkCallOptions(options, reserved, need));
  } catch (error) {
    return error;
  }
}

/** The bank's id of the exchange, unless it quotes a value of the call. */
function shown(call: Call): string | undefined {
  const quotes = (value: string): boolean => value.length > 3 && call.globalId?.includes(value) === true;
  return hiddenIn(call).some(quotes) ? undefined : call.globalId;
}

/** The values of a call that no error may show. */
export function hiddenIn({ hidden }: Call): string[] {
  return hidden.flatMap((values) => values());
}

/** Tells a hook; what it throws ends no call. */
function notify<Event>(hook: ((event: Event) => unknown) | undefined, event: () => Event): void {
  if (hook === undefined) return;
  try {
    void Promise.resolve(hook(event())).catch(() => {});
  } catch {
    // Told in the documentation of the hooks.
  }
}

/** The error of a failure; without its explanation where that module cannot be had, as without a network. */
async function errorOf(failure: unknown, circumstances: Circumstances): Promise<WooriError> {
  if (failure instanceof WooriError) return failure;
  const explain = await explanation();
  if (explain !== undefined) return explain.transportError(failure, circumstances);
  const { sent } = circumstances;
  const code = failure instanceof Fault ? failure.code : "connection";
  return new WooriTransportError(unanswered(code), {
    code,
    sent,
    resend: sent === "no" ? "afterWait" : "afterChecking",
    issues: [],
  });
}
