import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { maxConnections, maxWaiting } from "./bounds.ts";

/** Milliseconds that an answer is withheld at most. */
const longestHold = 5 * 60_000;

/** A request and its answer. */
export interface Pair {
  request: IncomingMessage;
  response: ServerResponse;
}

/** What is known of an open connection. */
interface Connection {
  /** The pair that was begun last. */
  current: Pair | undefined;
  /** Those behind it, in order. */
  waiting: Pair[];
  /** Nothing that still comes is executed. */
  isOver: boolean;
  /** Requests that came after that. */
  ignored: number;
}

/**
 * The open connections of a server: it bounds their number, takes the requests of each one after the other, and ends them.
 * Answers would otherwise pile up behind one that never comes, and Node would stop to notice that a client has gone.
 */
export class Connections {
  readonly #server: Server;
  readonly #open = new Map<Socket, Connection>();
  /** The TCP connections below those of TLS, also where no handshake was made yet. */
  readonly #carriers = new Set<Socket>();
  #isEnding = false;

  /** @param max how many are open at once */
  constructor(server: Server, max: number = maxConnections) {
    this.#server = server;
    const isSecure = "setSecureContext" in server;
    if (isSecure)
      server.on("connection", (socket: Socket) => {
        if (this.#carriers.size >= 2 * max) return void socket.destroy();
        this.#carriers.add(socket);
        socket.once("close", () => this.#carriers.delete(socket));
      });
    server.on(isSecure ? "secureConnection" : "connection", (socket: Socket) => {
      if (this.#open.size >= max) this.#makeRoom(socket);
      if (socket.destroyed) return;
      this.#open.set(socket, { current: undefined, waiting: [], isOver: false, ignored: 0 });
      socket.once("close", () => this.#open.delete(socket));
    });
  }

  /** Serves a request when all earlier ones of its connection are answered. */
  take(request: IncomingMessage, response: ServerResponse, serve: (pair: Pair) => void): void {
    const { socket } = request;
    const connection = this.#open.get(socket);
    if (connection === undefined) return;
    const { current, waiting } = connection;
    if (connection.isOver) {
      request.resume();
      connection.ignored += 1;
      if (connection.ignored > maxWaiting) socket.destroy();
      return;
    }
    const pair = { request, response };
    if (current === undefined || (waiting.length === 0 && current.response.writableFinished))
      this.#begin(connection, pair, serve);
    else if (waiting.length >= maxWaiting) socket.destroy();
    else if (waiting.push(pair) === 1) this.#follow(connection, serve);
  }

  /** The request that came last on a connection. */
  newest(socket: Socket): Pair | undefined {
    const connection = this.#open.get(socket);
    return connection?.waiting.at(-1) ?? connection?.current;
  }

  /** Whether a connection is open, and its handshake made. */
  has(socket: Socket): boolean {
    return this.#open.has(socket);
  }

  /** Resets a connection (TCP RST). TLS has no reset of its own: that below it is. */
  reset(socket: Socket): void {
    (this.carrierOf(socket) ?? socket).resetAndDestroy();
  }

  /** The TCP connection below one of TLS, while it is open. */
  carrierOf(socket: Socket): Socket | undefined {
    return [...this.#carriers].find(
      ({ remoteAddress, remotePort }) => remotePort === socket.remotePort && remoteAddress === socket.remoteAddress,
    );
  }

  /** Whether nothing that still comes on a connection is executed. */
  isOver(socket: Socket): boolean {
    return this.#open.get(socket)?.isOver ?? true;
  }

  /** Executes nothing more of what comes on a connection. */
  finish(socket: Socket): void {
    const connection = this.#open.get(socket);
    if (connection !== undefined) connection.isOver = true;
  }

  /** Withholds the answer to the current request until the client ends the connection. */
  hold(socket: Socket): void {
    const connection = this.#open.get(socket);
    if (connection === undefined) return;
    connection.isOver = true;
    // Unread bodies would keep the end of the connection from being noticed.
    for (const { request } of connection.waiting.splice(0)) request.resume();
    if (this.#isEnding || socket.readableEnded) return void socket.destroy();
    connection.current = undefined;
    socket.once("end", () => socket.destroy());
    socket.setTimeout(longestHold, () => socket.destroy());
  }

  /**
   * Stops listening and closes every connection: at once, or when its answer is out.
   *
   * @param cut ends the wait for answers
   */
  async end(cut: AbortSignal = AbortSignal.abort()): Promise<void> {
    this.#isEnding = true;
    const closed = new Promise<void>((done) => this.#server.close(() => done()));
    for (const [socket, { current, waiting }] of this.#open) {
      waiting.length = 0;
      if (cut.aborted || current === undefined || current.response.writableFinished) socket.destroy();
      else lastAnswer(current);
    }
    const cutAll = (): void => {
      for (const socket of [...this.#open.keys(), ...this.#carriers]) socket.destroy();
    };
    if (cut.aborted) cutAll();
    cut.addEventListener("abort", cutAll);
    await closed;
    cut.removeEventListener("abort", cutAll);
  }

  #begin(connection: Connection, pair: Pair, serve: (pair: Pair) => void): void {
    connection.current = pair;
    if (this.#isEnding) lastAnswer(pair);
    serve(pair);
  }

  #follow(connection: Connection, serve: (pair: Pair) => void): void {
    connection.current?.response.once("close", () => {
      const next = connection.waiting.shift();
      if (next === undefined || next.request.socket.destroyed) return;
      // A refusal may be written already.
      if (next.response.headersSent) connection.current = next;
      else this.#begin(connection, next, serve);
      if (connection.waiting.length > 0) this.#follow(connection, serve);
    });
  }

  /** Closes the oldest connection without a header, without a request, or without a whole body; otherwise the new one. */
  #makeRoom(socket: Socket): void {
    const ranks: ((connection: Connection) => boolean)[] = [
      ({ current }) => current === undefined,
      ({ current }) => current?.response.writableFinished === true,
      ({ current }) => current?.request.complete === false,
    ];
    for (const fits of ranks)
      for (const [other, connection] of this.#open)
        if (fits(connection)) {
          this.#open.delete(other);
          return void other.destroy();
        }
    socket.destroy();
  }
}

/** Closes the connection behind an answer. */
function lastAnswer({ request: { socket }, response }: Pair): void {
  if (!response.headersSent) response.shouldKeepAlive = false;
  response.once("close", () => socket.destroySoon());
}
