import type { Writable } from "node:stream";
import { printable } from "./print.ts";

/** Bytes that wait for a reader at most. */
const maxUnread = 1024 * 1024;

/** Writes printable lines to a stream, batched by turn of the event loop, as single writes slow a busy sandbox. */
export class LineWriter {
  readonly #stream: Writable;
  readonly #onMissed: (count: number) => void;
  #lines: string[] = [];
  #missed = 0;

  /** @param onMissed told how many lines were dropped, once a reader who had stopped reads again */
  constructor(stream: Writable, onMissed: (count: number) => void = () => {}) {
    this.#stream = stream;
    this.#onMissed = onMissed;
    // The sandbox continues when the reader of its output has closed the pipe.
    if (stream.listenerCount("error") === 0) stream.on("error", () => {});
  }

  /** Writes a line; drops it where too much is unread already. */
  write(line: string): void {
    if (this.#lines.push(line) === 1) setImmediate(() => this.#writeAll());
  }

  /** Waits until all lines are taken; false where that takes longer than the milliseconds. */
  async flush(milliseconds: number): Promise<boolean> {
    await new Promise(setImmediate);
    if (this.#stream.writableLength === 0) return true;
    return new Promise((done) => {
      const timer = setTimeout(() => done(false), milliseconds);
      this.#stream.write("", () => {
        clearTimeout(timer);
        done(true);
      });
    });
  }

  #writeAll(): void {
    const lines = this.#lines;
    this.#lines = [];
    if (this.#stream.writableLength <= maxUnread) this.#stream.write(`${lines.map(printable).join("\n")}\n`);
    else {
      if (this.#missed === 0) this.#stream.once("drain", () => this.#tellMissed());
      this.#missed += lines.length;
    }
  }

  #tellMissed(): void {
    const missed = this.#missed;
    this.#missed = 0;
    this.#onMissed(missed);
  }
}
