import type { Writable } from "node:stream";

/** Writes lines to a stream, all those of one turn of the event loop at once: a busy sandbox would wait for each. */
export function lineWriter(stream: Writable): (line: string) => void {
  let lines: string[] = [];
  // Whoever read the output has gone; the sandbox goes on. One listener is enough, of whomever it is.
  if (stream.listenerCount("error") === 0) stream.on("error", () => {});
  return (line) => {
    if (lines.push(line) > 1) return;
    setImmediate(() => {
      stream.write(`${lines.join("\n")}\n`);
      lines = [];
    });
  };
}
