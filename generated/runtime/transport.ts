// npm run generate. 직접 고치지 않습니다.
import type { Problem, Sent, TransportCode } from "./errors.ts";

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

/** An exchange of a request and an answer, as far as it has come. */
export interface Exchange {
  /** The largest body of an answer, decompressed. */
  readonly maxBytes: number;
  /** Aborts the exchange. */
  readonly signal: AbortSignal;
  /** The transport says "maybe" before the first byte leaves, and "yes" when an answer begins. */
  sent: Sent;
}

/** Sends a request and reads the answer. It follows no redirect, reads at most `maxBytes`, and stops when the signal aborts. */
export interface Transport {
  carriesGetBody: boolean;
  /** @throws {Fault} where it knows what failed; what the platform throws otherwise */
  send: (request: WireRequest, exchange: Exchange) => Promise<WireResponse>;
  close: () => void;
}

interface FaultFacts {
  issues?: readonly Problem[];
  status?: number | undefined;
  systemCode?: string | undefined;
  cause?: unknown;
}

/** What kept a call from an answer. It becomes a WooriTransportError when the caller gets it. */
export class Fault extends Error {
  readonly code: TransportCode;
  readonly facts: FaultFacts;

  constructor(code: TransportCode, facts: FaultFacts = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

/** Collects a body up to a limit in bytes. */
export class Collector {
  readonly #chunks: Uint8Array[] = [];
  readonly #maxBytes: number;
  #size = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** @throws {Fault} too-large */
  add(chunk: Uint8Array, status: number): void {
    if (this.#size + chunk.length > this.#maxBytes) throw new Fault("too-large", { status });
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
