import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { LineWriter } from "../../scripts/lib/line-writer.ts";

/** A stream whose reader takes nothing until it is told to. */
class Pipe extends Writable {
  taken = "";
  #take: (() => void) | undefined;
  #isOpen = false;

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#take = () => {
      this.taken += chunk.toString();
      done();
    };
    if (this.#isOpen) this.#take();
  }

  read(): void {
    this.#isOpen = true;
    this.#take?.();
  }
}

const turn = (): Promise<void> => new Promise((done) => void setImmediate(done));

test("lines come out in their order, those of a turn in one piece", async () => {
  const pipe = new Pipe();
  const writer = new LineWriter(pipe);
  writer.write("a");
  writer.write("b");
  await turn();
  writer.write("c");
  pipe.read();
  expect(await writer.flush(1000)).toBe(true);
  expect(pipe.taken).toBe("a\nb\nc\n");
});

test("what nobody reads is bounded; the reader who goes on is told how much is missing, and gets what follows", async () => {
  const pipe = new Pipe();
  const missed: number[] = [];
  const writer = new LineWriter(pipe, (count) => missed.push(count));
  const line = "x".repeat(9_999);
  for (let index = 0; index < 500; index += 1) {
    writer.write(line);
    await turn();
  }
  expect(pipe.writableLength).toBeLessThan(1.1 * 1024 * 1024);
  expect(await writer.flush(1)).toBe(false);
  pipe.read();
  expect(await writer.flush(1000)).toBe(true);
  await expect.poll(() => missed).toHaveLength(1);
  writer.write("last");
  await writer.flush(1000);
  const written = pipe.taken.split("\n").filter((text) => text !== "");
  expect(written).toHaveLength(500 - (missed[0] ?? 0) + 1);
  expect(written.at(-1)).toBe("last");
});
