import type { ClientRequest, IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { isCrumbled } from "../server/limits.ts";
import { requestTarget } from "../server/request-target.ts";
import { GrowingBuffer } from "../lib/growing-buffer.ts";
import { type Failure, failureOf } from "./failure.ts";
import { answerHeader } from "./headers.ts";
import type { Upstream } from "./upstream.ts";

/** The request and the answer that the proxy relayed. */
export interface Carried {
  request: GrowingBuffer;
  /** undefined where the upstream gave no answer. */
  answer: { status: number; headers: IncomingHttpHeaders; body: GrowingBuffer } | undefined;
  /** Set where the exchange is incomplete. */
  failure: Failure | undefined;
}

interface RelayOptions {
  upstream: Upstream;
  /** Milliseconds from the request's header to the answer's last byte. */
  timeout: number;
  /** The largest body that is kept for the check, in bytes. */
  maxBody: number;
  /** Answers for the upstream. Not called after the upstream's answer has begun or the client has gone. */
  refuse: (failure: Failure) => void;
}

/**
 * Relays a request to the upstream and its answer to the client, byte for byte. It retries nothing and follows no
 * redirect. It always resolves: a failure is part of the result.
 */
export function relay(
  { upstream, timeout, maxBody, refuse }: RelayOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Carried> {
  return new Promise((done) => {
    const sent = new GrowingBuffer(maxBody);
    const received = new GrowingBuffer(maxBody);
    let outgoing: ClientRequest | undefined;
    let answer: IncomingMessage | undefined;
    let isSettled = false;
    const settle = (failure?: Failure): void => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      if (failure !== undefined || !request.complete) outgoing?.destroy();
      // The rest of the request is discarded, so that the connection can serve the next one.
      request.unpipe();
      request.resume();
      if (failure !== undefined && response.headersSent) response.destroy();
      else if (failure !== undefined && !response.destroyed) refuse(failure);
      done({
        request: sent,
        answer: answer && { status: answer.statusCode ?? 0, headers: answer.headers, body: received },
        failure,
      });
    };

    // The side that the relay waits for is late.
    const timer = setTimeout(() => {
      const isClientLate = outgoing?.writableNeedDrain === false && !request.complete;
      settle({ kind: isClientLate ? "slow-request" : response.writableNeedDrain ? "gone" : "timeout" });
    }, timeout);
    response.on("error", () => {});
    response.on("finish", () => settle());
    response.on("close", () => settle({ kind: "gone" }));
    request.on("error", () => {});
    request.on("data", (piece: Buffer) => {
      if (isSettled) return;
      sent.add(piece);
      if (isCrumbled(sent)) settle({ kind: "crumbs" });
    });

    outgoing = attempt(() =>
      upstream.open(request.method ?? "", requestTarget(request.url ?? "").raw, request.rawHeaders),
    );
    if (outgoing === undefined) return;
    outgoing.on("error", (error) => {
      // The answer may arrive before the request is complete; then the answer decides.
      if (answer === undefined) settle(failureOf(error));
    });
    // An answer such as 101 closes without a response and without an error.
    outgoing.on("close", () => void (answer ?? settle({ kind: "connection" })));
    outgoing.on("response", (incoming) => {
      incoming.on("data", (chunk: Buffer) => received.add(chunk));
      incoming.on("error", (error: NodeJS.ErrnoException) =>
        settle({ ...failureOf(error), ...(error.code === "ECONNRESET" ? { kind: "cut" } : {}) }),
      );
      attempt(() => {
        response.sendDate = false;
        response.writeHead(incoming.statusCode ?? 0, incoming.statusMessage ?? "", answerHeader(incoming.rawHeaders));
        answer = incoming;
        // The header goes at once, as some answers have it long before their first byte. flushHeaders would turn it into UTF-8.
        response.write(Buffer.alloc(0));
        incoming.pipe(response);
      });
    });
    request.pipe(outgoing);

    /** An exception in an event handler would end the process. Node refuses some headers that its parser accepts. */
    function attempt<T>(step: () => T): T | undefined {
      try {
        return step();
      } catch (error) {
        settle(failureOf(error as NodeJS.ErrnoException));
        return undefined;
      }
    }
  });
}
