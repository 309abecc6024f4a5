import { connect, type Socket } from "node:net";
import { expect, onTestFinished } from "vitest";
import { loanPath, sampleRequest } from "./bundle.ts";
import { credentials } from "./servers.ts";

/** Stands in every raw request; no answer may hold it. */
export const canary = "CANARY-01099990000";

/** One answer as it came over the wire. */
export interface RawAnswer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
}

/** A request as text: the documented POST with good credentials, changed. A header that is undefined is left out. */
export function rawRequest({
  method = "POST",
  target = loanPath,
  version = "HTTP/1.1",
  headers = {},
  extra = "",
  body = JSON.stringify(sampleRequest()),
  framing,
}: {
  method?: string;
  target?: string;
  version?: string;
  headers?: Record<string, string | undefined>;
  /** Header lines as they are, with their line ends. */
  extra?: string;
  body?: string;
  /** In place of Content-Length; "" for neither. */
  framing?: string;
} = {}): string {
  const fields = Object.entries({
    Host: "127.0.0.1",
    "X-Canary": canary,
    ...credentials,
    "Content-Type": "application/json",
    ...headers,
  });
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\r\n`])).join("");
  return `${method} ${target} ${version}\r\n${lines}${extra}${framing ?? `Content-Length: ${Buffer.byteLength(body)}\r\n`}\r\n${body}`;
}

/** A body in chunks of Transfer-Encoding, with the last one. */
export function chunked(...chunks: string[]): string {
  return [...chunks, ""].map((chunk) => `${Buffer.byteLength(chunk).toString(16)}\r\n${chunk}\r\n`).join("");
}

/** One TCP connection that reads answers strictly (RFC 9112). It is gone when the test ends. */
export class RawConnection {
  /** Informational answers, such as 100 Continue. */
  readonly interim: number[] = [];
  readonly answers: RawAnswer[] = [];
  /** How the other side ended the connection; undefined while it is open. */
  ended: "FIN" | "RST" | undefined;
  readonly #socket: Socket;
  readonly #head: boolean;
  readonly #waiting = new Set<() => void>();
  #bytes: Buffer = Buffer.alloc(0);
  #problem: Error | undefined;

  /** Resolves once nothing can be sent any more. */
  readonly gone: Promise<void>;

  /**
   * @param head whether every request is a HEAD, whose answers have no body
   * @param staysOpen whether this side goes on when the other has ended
   */
  constructor(url: string, { head = false, staysOpen = false }: { head?: boolean; staysOpen?: boolean } = {}) {
    this.#head = head;
    this.#socket = connect({ port: Number(new URL(url).port), host: "127.0.0.1", allowHalfOpen: staysOpen });
    this.gone = new Promise((done) => this.#socket.once("close", () => done()));
    this.#socket.on("data", (bytes) => {
      this.#bytes = Buffer.concat([this.#bytes, bytes]);
      try {
        this.#read();
      } catch (error) {
        this.#problem = error as Error;
      }
      this.#look();
    });
    this.#socket.on("end", () => this.#end("FIN"));
    this.#socket.on("error", () => this.#end("RST"));
    this.#socket.on("close", () => this.#end("FIN"));
    onTestFinished(() => void this.#socket.destroy());
  }

  /** Sends bytes; text is taken as Latin-1. Resolves once the system has them. */
  write(bytes: string | Buffer): Promise<void> {
    return new Promise((done) =>
      this.#socket.write(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes, () => done()),
    );
  }

  /** Says that nothing more comes. */
  finish(): void {
    this.#socket.end();
  }

  /** Breaks the connection off (TCP RST). */
  reset(): void {
    this.#socket.resetAndDestroy();
  }

  /** Resolves once so many answers are there, whole; fails when the connection ends before. */
  async until(count: number): Promise<RawAnswer[]> {
    await this.#when(() => this.answers.length >= count || this.ended !== undefined);
    if (this.answers.length < count)
      throw new Error(
        `${this.ended} after ${this.answers.length} of ${count} answers and ${this.#bytes.length} bytes of the next`,
      );
    return this.answers;
  }

  /** Resolves once the other side has ended the connection; fails when part of an answer is left. */
  async closed(): Promise<"FIN" | "RST"> {
    await this.#when(() => this.ended !== undefined);
    if (this.#bytes.length > 0) throw new Error(`${this.#bytes.length} bytes after the last whole answer`);
    return this.ended as "FIN" | "RST";
  }

  async #when(condition: () => boolean): Promise<void> {
    await new Promise<void>((done) => {
      const look = (): void => {
        if (this.#problem === undefined && !condition()) return;
        this.#waiting.delete(look);
        done();
      };
      this.#waiting.add(look);
      look();
    });
    if (this.#problem !== undefined) throw this.#problem;
  }

  #look(): void {
    for (const look of this.#waiting) look();
  }

  #end(how: "FIN" | "RST"): void {
    this.ended ??= how;
    this.#look();
  }

  #read(): void {
    const take = (): ReturnType<typeof takeAnswer> => takeAnswer(this.#bytes, this.#head);
    for (let answer = take(); answer !== undefined; answer = take()) {
      this.#bytes = answer.rest;
      if (answer.status < 200) this.interim.push(answer.status);
      else this.answers.push({ status: answer.status, headers: answer.headers, body: answer.body });
    }
  }
}

/** Calls on a connection of its own, the way every client may. */
export async function expectAlive(url: string): Promise<void> {
  const connection = new RawConnection(url);
  void connection.write(rawRequest());
  expect((await connection.until(1))[0]?.status).toBe(200);
}

/** The answer that stands first in the bytes; undefined while it is not whole. */
function takeAnswer(bytes: Buffer, head: boolean): (RawAnswer & { rest: Buffer }) | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end === -1) return undefined;
  const [statusLine = "", ...lines] = bytes.toString("latin1", 0, end).split("\r\n");
  const [, status] = /^HTTP\/1\.1 (\d{3}) [A-Za-z -]+$/.exec(statusLine) ?? [];
  if (status === undefined) throw new Error(`no status line: ${statusLine}`);
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const [, name = "", value = ""] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+): ([\t\x20-\x7e\x80-\xff]*)$/.exec(line) ?? [];
    if (name === "" || Object.hasOwn(headers, name.toLowerCase()))
      throw new Error(`no header line, or a second one: ${line}`);
    headers[name.toLowerCase()] = value;
  }
  const hasBody = Number(status) >= 200 && status !== "204";
  const length = headers["content-length"] ?? (hasBody ? "none" : "0");
  if (!/^\d+$/.test(length) || "transfer-encoding" in headers || (!hasBody && length !== "0"))
    throw new Error(`wrong framing: ${lines.join(", ")}`);
  const from = end + 4;
  const to = from + (head ? 0 : Number(length));
  return bytes.length < to
    ? undefined
    : { status: Number(status), headers, body: bytes.subarray(from, to), rest: bytes.subarray(to) };
}
