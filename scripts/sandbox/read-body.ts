import type { IncomingMessage } from "node:http";
import { GrowingBuffer } from "../lib/growing-buffer.ts";
import { isCrumbled } from "../server/limits.ts";
import type { Arrived } from "./arrived.ts";

/** Reads the whole body, even one that is too large, so that the client can read the answer; but not one in crumbs. */
export function readBody(request: IncomingMessage, max: number): Promise<Arrived["body"] | "gone"> {
  return new Promise((done) => {
    const body = new GrowingBuffer(max);
    let isCrumbs = false;
    request.on("data", (piece: Buffer) => {
      // What still comes until the answer has closed the connection is dropped.
      if (isCrumbs) return;
      body.add(piece);
      isCrumbs = isCrumbled(body);
      if (isCrumbs) done("crumbled");
    });
    request.on("end", () => done(body.bytes() ?? "too-large"));
    request.on("error", () => done("gone"));
    request.on("close", () => done("gone"));
  });
}
