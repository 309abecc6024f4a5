import { request as httpRequest } from "node:http";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import type { Exchange } from "../../scripts/proxy/exchange.ts";
import { type ProxyOptions, startProxy } from "../../scripts/proxy/start.ts";
import { credentials } from "./servers.ts";

/** Header fields of a request that the spec has nothing against. */
export const goodHeaders = { ...credentials, "content-type": "application/json" };

export interface TestProxy {
  url: string;
  /** The next exchange that was not asked for yet. */
  next: () => Promise<Exchange>;
}

/** A proxy before an upstream, closed when the test ends. */
export async function proxyFor(upstream: string, options: Partial<ProxyOptions> = {}): Promise<TestProxy> {
  const exchanges: Exchange[] = [];
  const waiting: ((exchange: Exchange) => void)[] = [];
  const onExchange = (exchange: Exchange): void => {
    const first = waiting.shift();
    if (first === undefined) exchanges.push(exchange);
    else first(exchange);
  };
  const proxy = await startProxy({ upstream, timeout: 5000, onExchange, ...options });
  onTestFinished(() => proxy.close());
  return {
    url: proxy.url,
    next: () =>
      new Promise((done) => {
        const exchange = exchanges.shift();
        if (exchange === undefined) waiting.push(done);
        else done(exchange);
      }),
  };
}

/** The findings of an exchange, each as `side rule pointer-or-place`. */
export function rulesOf({ deviations }: Exchange): string[] {
  return deviations.map(({ side, rule, pointer, code }) => `${side} ${rule} ${pointer || code}`);
}

export interface RawReply {
  status: number;
  statusMessage: string;
  rawHeaders: string[];
  body: Buffer;
  /** The answer came to its end. */
  isWhole: boolean;
}

/** One request over real HTTP, header fields as they are given; also of an answer that breaks off there is what came. */
export function exchangeRaw(
  url: string,
  {
    method = "GET",
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string | string[]>; body?: Buffer | string },
): Promise<RawReply> {
  return new Promise((done, fail) => {
    const length = body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
    const request = httpRequest(url, { method, headers: { ...headers, ...length }, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", () => {});
      response.on("close", () =>
        done({
          status: response.statusCode ?? 0,
          statusMessage: response.statusMessage ?? "",
          rawHeaders: response.rawHeaders,
          body: Buffer.concat(chunks),
          isWhole: response.complete,
        }),
      );
    });
    request.on("error", fail);
    request.end(body);
  });
}

/** A server that speaks no HTTP of its own: it does with each connection what the test says. Gone when the test ends. */
export async function rawServer(onRequest: (socket: Socket, text: string) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("data", (chunk: Buffer) => onRequest(socket, chunk.toString("latin1")));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
