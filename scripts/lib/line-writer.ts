import type { Writable } from "node:stream";
import { printable } from "./print.ts";

/** Writes printable lines to a stream, batched by turn of the event loop, as single writes slow a busy sandbox. */
export function lineWriter(stream: Writable): (line: string) => void {
  let lines: string[] = [];
  // The sandbox continues when the reader of its output has closed the pipe.
  if (stream.listenerCount("error") === 0) stream.on("error", () => {});
  return (line) => {
    if (lines.push(line) > 1) return;
    setImmediate(() => {
      stream.write(`${lines.map(printable).join("\n")}\n`);
      lines = [];
    });
  };
}
