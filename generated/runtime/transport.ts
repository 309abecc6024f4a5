// npm run generate. 직접 고치지 않습니다.
import { WooriTransportError } from "./errors.ts";

/** A request as it goes on the wire. */
export interface WireRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** An answer with its complete, decompressed body. */
export interface WireResponse {
  status: number;
  headers: Headers;
  body: ArrayBuffer;
}

/** Sends a request and reads the answer. It follows no redirect, reads at most `maxBytes`, and stops when the signal aborts. */
export interface Transport {
  carriesGetBody: boolean;
  send: (request: WireRequest, maxBytes: number, signal: AbortSignal) => Promise<WireResponse>;
  close: () => void;
}

/**
 * Sends a request with a timeout from connecting to the last byte of the answer.
 *
 * @param timeout milliseconds
 * @throws {WooriTransportError} for any failure of the transport, without its message, which may quote the request
 */
export async function sendWithTimeout(
  transport: Transport,
  request: WireRequest,
  { timeout, maxBytes, signal }: { timeout: number; maxBytes: number; signal: AbortSignal | undefined },
): Promise<WireResponse> {
  const stop = new AbortController();
  let ended: "timeout" | "aborted" | undefined;
  const end = (why: "timeout" | "aborted") => (): void => {
    ended ??= why;
    stop.abort();
  };
  const onAbort = end("aborted");
  if (signal?.aborted === true) throw new WooriTransportError("aborted");
  signal?.addEventListener("abort", onAbort);
  const timer = setTimeout(end("timeout"), timeout);
  const stopped = new Promise<never>((_, refuse) =>
    stop.signal.addEventListener("abort", () => refuse(new Error("stopped"))),
  );
  try {
    // A caller's own fetch may ignore the signal.
    return await Promise.race([transport.send(request, maxBytes, stop.signal), stopped]);
  } catch (error) {
    stop.abort();
    if (ended !== undefined) throw new WooriTransportError(ended);
    if (error instanceof WooriTransportError) throw error;
    throw new WooriTransportError("connection", systemCode(error));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

function systemCode(error: unknown): { systemCode?: string } {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return /^[A-Z_0-9]{2,40}$/.test(code) ? { systemCode: code } : {};
}

/** Collects a body up to a limit in bytes. */
export class Collector {
  readonly #chunks: Uint8Array[] = [];
  readonly #maxBytes: number;
  #size = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** @throws {WooriTransportError} too-large */
  add(chunk: Uint8Array, status: number): void {
    if (this.#size + chunk.length > this.#maxBytes) throw new WooriTransportError("too-large", { status });
    this.#size += chunk.length;
    this.#chunks.push(chunk);
  }

  bytes(): ArrayBuffer {
    const whole = new Uint8Array(this.#size);
    let offset = 0;
    for (const chunk of this.#chunks) {
      whole.set(chunk, offset);
      offset += chunk.length;
    }
    return whole.buffer;
  }
}
