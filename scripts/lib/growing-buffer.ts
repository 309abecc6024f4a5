/** Bytes that the first array has room for, where one piece is not all. */
const firstRoom = 4096;

/** Collects a body up to a limit in one array that doubles: many small pieces take no more memory than few large ones. */
export class GrowingBuffer {
  readonly #limit: number;
  /** The only piece as it came, which most bodies are, or the array that all were copied into. */
  #bytes: Buffer | undefined;
  #size = 0;
  #pieces = 0;

  /** @param limit bytes; of a larger body only the size is kept */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add(piece: Buffer): void {
    const before = this.#size;
    this.#size += piece.length;
    this.#pieces += 1;
    if (this.#size > this.#limit) this.#bytes = undefined;
    else if (before === 0) this.#bytes = piece;
    else this.#roomFor(before).set(piece, before);
  }

  /** Bytes that have come. */
  get size(): number {
    return this.#size;
  }

  /** How many pieces they came in. */
  get pieces(): number {
    return this.#pieces;
  }

  /** The body; undefined when it was larger than the limit. */
  bytes(): Buffer | undefined {
    if (this.#size > this.#limit) return undefined;
    const bytes = this.#bytes ?? Buffer.alloc(0);
    return bytes.length === this.#size ? bytes : bytes.subarray(0, this.#size);
  }

  #roomFor(before: number): Buffer {
    const old = this.#bytes as Buffer;
    if (this.#pieces > 2 && old.length >= this.#size) return old;
    const room = Buffer.alloc(Math.min(this.#limit, Math.max(firstRoom, 2 * this.#size)));
    room.set(old.subarray(0, before));
    this.#bytes = room;
    return room;
  }
}
