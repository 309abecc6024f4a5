import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { onTestFinished } from "vitest";
import { createWooriClient, type WooriClient, type WooriClientOptions, WooriError } from "../../generated/client.ts";
import type { CreditLoanBasicInfoRequest } from "../../generated/types.ts";
import { cases, sampleRequest } from "./bundle.ts";

/** Values that stand for secrets and personal data: none may appear in anything that can be printed. */
export const canary = {
  appKey: "CANARY-APP-KEY",
  secretKey: "CANARY-SECRET-KEY",
  accessToken: "CANARY-ACCESS-TOKEN",
  ip: "CANARY-IP-ADDRESS",
  device: "CANARY-DEVICE-ID",
  phone: "CANARY-PHONE-NUMBER",
  serial: "CANARY-SERIAL",
};

/** The document's sample request, its personal fields replaced by canaries. */
export function input(): CreditLoanBasicInfoRequest {
  const sample = sampleRequest() as unknown as CreditLoanBasicInfoRequest;
  const { ip, device, phone, serial } = canary;
  const personal = {
    UTZPE_CNCT_IPAD: ip,
    UTZPE_CNCT_MCHR_UNQ_ID: device,
    UTZPE_CNCT_TEL_NO_TXT: phone,
    UTZPE_CNCT_MCHR_IDF_SRNO: serial,
  };
  return { ...sample, dataHeader: { ...sample.dataHeader, ...personal } };
}

/** The corrected answer of 4.1.5 as an object that a test may change. */
export function successBody(): { dataHeader: Record<string, unknown>; dataBody: Record<string, unknown> } {
  return structuredClone(cases.find(({ name }) => name === "success")?.value) as ReturnType<typeof successBody>;
}

export const success = JSON.stringify(successBody());

/** A request as a server saw it. */
export interface Seen {
  method: string;
  url: string;
  rawHeaders: string[];
  body: string;
}

export interface TestServer {
  url: string;
  seen: Seen[];
  /** Connections that are open. */
  sockets: Set<Socket>;
  /** Connections there have been. */
  connections: () => number;
  /** Requests that are neither answered nor broken off. */
  underWay: () => number;
}

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A server on loopback that reads each request whole, then does what the test says. It is gone when the test ends. */
export async function serve(handler: Handler): Promise<TestServer> {
  const seen: Seen[] = [];
  let connections = 0;
  let underWay = 0;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    underWay += 1;
    response.on("close", () => (underWay -= 1));
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      seen.push({ method: request.method ?? "", url: request.url ?? "", rawHeaders: request.rawHeaders, body });
      handler(request, response, body);
    });
  });
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    sockets,
    connections: () => connections,
    underWay: () => underWay,
  };
}

/** Answers every request with this text. */
export function answering(
  text: string | Buffer,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Handler {
  return (_request, response) =>
    void response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
}

/** A client with canaries for credentials, closed when the test ends. */
export function clientFor(baseUrl: string, options: Partial<WooriClientOptions> = {}): WooriClient {
  const { appKey, secretKey, accessToken } = canary;
  const client = createWooriClient({ baseUrl, appKey, secretKey, accessToken, ...options });
  onTestFinished(() => client.close());
  return client;
}

/** The error of a call that must fail with one of the client's own. */
export async function errorOf(call: Promise<unknown>): Promise<WooriError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof WooriError) return error;
  throw new Error(`expected a WooriError, got ${String(error)}`, { cause: error });
}

/** The three ways a client reaches a server: Node's documented GET, Node's POST, and a fetch of the caller. */
export const ways: { way: string; options: Partial<WooriClientOptions> }[] = [
  { way: "GET by node:http", options: { method: "GET" } },
  { way: "POST by node:http", options: { method: "POST" } },
  { way: "POST by fetch", options: { fetch: (request) => fetch(request) } },
];
