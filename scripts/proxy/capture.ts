/** Keeps a body for the check while it is relayed. */
export class Capture {
  readonly #limit: number;
  #chunks: Buffer[] = [];
  #size = 0;

  /** @param limit bytes; of a larger body only the size is kept */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add(chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size <= this.#limit) this.#chunks.push(chunk);
    else this.#chunks = [];
  }

  /** Bytes that have passed. */
  get size(): number {
    return this.#size;
  }

  /** The body; undefined when it was larger than the limit. */
  bytes(): Buffer | undefined {
    return this.#size > this.#limit ? undefined : Buffer.concat(this.#chunks);
  }
}
