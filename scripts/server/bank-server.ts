import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { OperationTable } from "./checked-operation.ts";
import type { OpenApi } from "../bundle/openapi.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { letGo, type ParserError, refusalOf, refuseSocket } from "./socket-refusal.ts";

export interface BankServerOptions {
  api: OpenApi;
  table: OperationTable;
  /** Milliseconds in which a request must have arrived whole. */
  requestTimeout: number;
  onRequest: (request: IncomingMessage, response: ServerResponse) => void;
  /** Called for what was refused without an exchange, or in the middle of a request, which is given then. */
  onRefused: (refusal: Refusal, globalId: string, request: IncomingMessage | undefined) => void;
}

/**
 * An HTTP server that answers in the bank's envelope even where Node's own would not: what is no HTTP, CONNECT, requests that
 * never end. node:http by itself, because a framework would take away what is needed here: GET with a body, and connections
 * that are reset or cut in the middle.
 */
export function createBankServer({ api, table, requestTimeout, onRequest, onRefused }: BankServerOptions): Server {
  /** The newest exchange of each connection, and the answer that goes out before its own. */
  const current = new WeakMap<
    Socket,
    { request: IncomingMessage; response: ServerResponse; before: ServerResponse | undefined }
  >();
  /** Connections that are to end with a refusal: whatever else comes on them is thrown away. */
  const refused = new WeakSet<Socket>();
  const server = createServer({
    requestTimeout,
    headersTimeout: requestTimeout,
    connectionsCheckingInterval: Math.min(1000, requestTimeout),
    keepAliveTimeout: 60_000,
    // Node's own refusal would have no body.
    requireHostHeader: false,
  });
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    current.set(request.socket, { request, response, before: current.get(request.socket)?.response });
    onRequest(request, response);
  };
  server.on("request", take);
  // Expectations other than 100-continue are nobody's (RFC 9110, 10.1.1); the request is answered as it is.
  server.on("checkExpectation", take);
  const endWith = (socket: Socket, refusal: Refusal, request?: IncomingMessage): void => {
    const globalId = refuseSocket(api, socket, refusal);
    if (globalId !== undefined) onRefused(refusal, globalId, request);
  };
  server.on("connect", (_request, socket: Socket) => {
    // Node has let go of the connection: without a listener its errors would end the process.
    socket.on("error", () => {});
    after(current.get(socket)?.response, () =>
      endWith(socket, refuse("SYSCD02901", 405, ["HTTP Method: CONNECT는 받지 않습니다."], { headers: { allow: "" } })),
    );
  });
  server.on("clientError", (error: ParserError, socket: Socket) => {
    // An answer that closes the connection is on its way; cutting it now could lose the answer.
    if (refused.has(socket) || error.code === "HPE_CLOSED_CONNECTION") return;
    // A connection that sent nothing asked nothing: browsers open some ahead.
    if (error.code === "ECONNRESET" || socket.bytesRead === 0 || !socket.writable) return void socket.destroy();
    refused.add(socket);
    const last = current.get(socket);
    const inBody = last !== undefined && !last.request.complete;
    if (inBody && last.response.headersSent) after(last.response, () => letGo(socket));
    else
      after(inBody ? last.before : last?.response, () =>
        endWith(
          socket,
          refusalOf(error, { inBody, timeout: requestTimeout, table }),
          inBody ? last.request : undefined,
        ),
      );
  });
  return server;
}

/** Acts once an answer, and with it every one before it, has gone out. */
function after(response: ServerResponse | undefined, act: () => void): void {
  if (response === undefined || response.writableFinished) act();
  else response.once("finish", act);
}
