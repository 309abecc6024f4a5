// npm run generate. 직접 수정하지 마십시오.
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

/** Collects a body up to a limit in bytes, in one buffer: many small chunks cost no more than a large one. */
export class Collector {
  readonly #maxBytes: number;
  #buffer = new Uint8Array();
  #size = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** @throws {Fault} too-large */
  add(chunk: Uint8Array, status: number): void {
    const size = this.#size + chunk.length;
    if (size > this.#maxBytes) throw new Fault("too-large", { status });
    if (size > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(size, this.#buffer.length * 2));
      larger.set(this.#buffer);
      this.#buffer = larger;
    }
    this.#buffer.set(chunk, this.#size);
    this.#size = size;
  }

  bytes(): ArrayBuffer {
    return this.#buffer.buffer.slice(0, this.#size);
  }
}
