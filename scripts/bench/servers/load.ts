import { connect, type Socket } from "node:net";
import type { ExampleRequest } from "../../bundle/example-request.ts";
import { CannotMeasure } from "../measurement.ts";

/** A server that sends nothing for so long has failed. */
const silenceMs = 60_000;

/** What a slice of load found. */
export interface Load {
  requests: number;
  requestsPerSecond: number;
  /** Milliseconds that 99 of 100 requests did not exceed. */
  p99: number;
  /** Microseconds of this process's CPU for a request. */
  client: number;
}

/**
 * Sends one request over and over on so many connections, each its next when the last is answered. On bare sockets: an HTTP
 * client would need as much CPU as the fastest server, and be measured in its place.
 *
 * @param milliseconds time after which no request is sent any more
 * @throws {CannotMeasure} for an answer other than 200, and a connection that ends
 */
export async function load(
  port: number,
  request: ExampleRequest,
  connections: number,
  milliseconds: number,
): Promise<Load> {
  const bytes = wire(port, request);
  const latencies: number[] = [];
  const cpu = process.cpuUsage();
  const start = performance.now();
  const end = start + milliseconds;
  await Promise.all(Array.from({ length: connections }, () => keepAsking(port, bytes, end, latencies)));
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  latencies.sort((a, b) => a - b);
  return {
    requests: latencies.length,
    requestsPerSecond: latencies.length / seconds,
    p99: latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN,
    client: (user + system) / latencies.length,
  };
}

/** A request as HTTP/1.1 sends it (RFC 9112, 2.1). */
function wire(port: number, { method, path, headers, body = "" }: ExampleRequest): Buffer {
  const all = { host: `127.0.0.1:${port}`, ...headers, "content-length": String(Buffer.byteLength(body)) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([`${method} ${path} HTTP/1.1`, ...lines, "", body].join("\r\n"));
}

/** One connection: asks until the end, and notes how long each answer took. */
function keepAsking(port: number, request: Buffer, end: number, latencies: number[]): Promise<void> {
  return new Promise((done, fail) => {
    let asked = 0;
    let received = "";
    const socket: Socket = connect(port, "127.0.0.1");
    const ask = (): void => {
      asked = performance.now();
      socket.write(request);
    };
    const stop = (what: string): void => {
      socket.destroy();
      fail(new CannotMeasure(`부하를 받자 ${what}`));
    };
    socket
      .setNoDelay(true)
      .setTimeout(silenceMs)
      // A byte a letter, so that lengths are those of the wire.
      .setEncoding("latin1")
      .on("connect", ask)
      .on("data", (part: string) => {
        received += part;
        if (!isWhole(received)) return;
        const now = performance.now();
        if (!received.startsWith("HTTP/1.1 200 ")) return stop(`응답의 상태 코드가 ${received.slice(9, 12)}입니다.`);
        latencies.push(now - asked);
        received = "";
        if (now < end) ask();
        else socket.end();
      })
      .on("timeout", () => stop(`${silenceMs / 1000}초 동안 응답하지 않았습니다.`))
      .on("error", () => stop("연결이 끊겼습니다."))
      .on("close", () => (performance.now() < end ? stop("연결을 닫았습니다.") : done()));
  });
}

/** Whether an answer has arrived with its last byte (RFC 9112, 6.3), for lengths and chunks. */
function isWhole(text: string): boolean {
  const body = text.indexOf("\r\n\r\n") + 4;
  if (body < 4) return false;
  const head = text.slice(0, body).toLowerCase();
  const at = head.indexOf("\r\ncontent-length:");
  return at < 0 ? text.endsWith("\r\n0\r\n\r\n") : text.length - body >= Number.parseInt(head.slice(at + 17), 10);
}
