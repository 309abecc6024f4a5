// npm run generate. 직접 고치지 않습니다.
import type { Operation } from "./contract.ts";
import { type TransportCode, WooriError, WooriTransportError } from "./errors.ts";
import { type CallErrorEvent, type CallOptions, checkCallOptions, checked, type Hooks } from "./options.ts";
import { redactor } from "./redact.ts";
import { type Exchange, Fault, type Transport, type WireRequest, type WireResponse } from "./transport.ts";

/** A call under way. */
export interface Call {
  /** Values that no error may show, asked for when a text has to be cleaned. */
  readonly hidden: (() => readonly string[])[];
  readonly redact: (text: string) => string;
  /** What the answer holds as the bank's own id of the exchange. */
  globalId?: string | undefined;
  /** Sends a request once and reads the answer. */
  exchange(request: WireRequest): Promise<WireResponse>;
  /** @throws {Fault} where the caller or the time limit has ended the call */
  checkStopped(): void;
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
    const stop = new AbortController();
    let ended: TransportCode | undefined;
    const end = (why: TransportCode) => (): void => {
      ended ??= why;
      stop.abort();
    };
    const onAbort = end("aborted");
    const exchange: Exchange = { maxBytes: maxResponseBytes, signal: stop.signal, sent: "no" };
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
      duration: performance.now() - started,
      globalId: call.globalId,
    });
    const answered = (): void => {
      if (hooks.onResponse !== undefined && answer !== undefined)
        notify(hooks.onResponse, { ...event(), status: answer.status });
    };
    let redact: ((text: string) => string) | undefined;
    const call: Call = {
      hidden: [],
      redact: (text) => (redact ??= redactor(() => call.hidden.flatMap((values) => values())))(text),
      checkStopped: () => {
        if (ended !== undefined) throw new Fault(ended);
      },
      exchange: async (next) => {
        // The answer to the request before asked for this one.
        answered();
        request = next;
        attempt += 1;
        exchange.sent = "no";
        if (hooks.onRequest !== undefined) notify(hooks.onRequest, event());
        call.checkStopped();
        answer = await transport.send(next, exchange);
        return answer;
      },
    };
    const timer = setTimeout(end("timeout"), limit);
    if (signal?.aborted === true) onAbort();
    signal?.addEventListener("abort", onAbort);
    // What the caller gave may ignore the signal.
    const stopped = new Promise<never>((_, refuse) =>
      stop.signal.addEventListener("abort", () => refuse(new Fault("aborted"))),
    );
    stopped.catch(() => {});
    try {
      if (refused !== undefined) throw refused;
      call.checkStopped();
      const result = await Promise.race([work(call), stopped]);
      answered();
      return result;
    } catch (failure) {
      stop.abort();
      const error =
        failure instanceof WooriError
          ? failure
          : await explained(ended === undefined ? failure : new Fault(ended), {
              url: request?.url,
              method: request?.method,
              sent: exchange.sent,
              isOwnFetch,
              redact: call.redact,
            });
      const { duration } = event();
      Object.assign(error, { operation: operation.id, duration });
      if (hooks.onError !== undefined) {
        const { kind, sent } = error;
        const { code, status, globalId } = error as Partial<CallErrorEvent>;
        notify(hooks.onError, { ...event(), duration, kind, sent, code, status, globalId });
      }
      throw error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    }
  };
}

function refusedOptions(options: CallOptions, reserved: readonly string[]): unknown {
  try {
    return void checked((need) => checkCallOptions(options, reserved, need));
  } catch (error) {
    return error;
  }
}

/** Tells a hook; what it throws ends no call. */
function notify<Event>(hook: (event: Event) => unknown, event: Event): void {
  try {
    void Promise.resolve(hook(event)).catch(() => {});
  } catch {
    // Told in the documentation of the hooks.
  }
}

/** The error of a failure; without its explanation where that module cannot be had, as without a network. */
async function explained(
  failure: unknown,
  circumstances: Parameters<typeof import("./transport-error.ts").transportError>[1],
): Promise<WooriError> {
  try {
    const { transportError } = await import("./explain.ts");
    return transportError(failure, circumstances);
  } catch {
    const { sent } = circumstances;
    const code = failure instanceof Fault ? failure.code : "connection";
    return new WooriTransportError(`은행의 응답을 받지 못했습니다(${code}). 네트워크를 확인하십시오.`, {
      code,
      sent,
      resend: sent === "no" ? "afterWait" : "afterChecking",
      status: undefined,
      systemCode: undefined,
      issues: [],
    });
  }
}
