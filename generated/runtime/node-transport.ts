// npm run generate. 직접 수정하지 마십시오.
import type { Agent, NodeModules } from "./node-options.ts";
import { Collector, type Exchange, Fault, type Transport, type WireRequest, type WireResponse } from "./transport.ts";

// The used part of Node's types, so that browser projects compile without @types/node.
interface Readable {
  on(event: "data", listener: (chunk: Uint8Array) => void): this;
  on(event: "error", listener: (error: Error) => void): this;
  on(event: "end" | "aborted", listener: () => void): this;
  pipe(to: Decoder): Readable;
}
interface Decoder extends Readable {
  destroy(): void;
}
interface Incoming extends Readable {
  statusCode?: number;
  headers: Record<string, string | string[] | undefined>;
}
interface Outgoing {
  on(event: "error", listener: (error: Error) => void): this;
  on(event: "response", listener: (response: Incoming) => void): this;
  on(event: "close", listener: () => void): this;
  on(event: "socket", listener: (socket: Socket) => void): this;
  end(body?: string): void;
  destroy(): void;
}
interface Socket {
  connecting: boolean;
  encrypted?: boolean;
  once(event: "connect" | "secureConnect", listener: () => void): this;
}

/** How connections are made. */
export interface ConnectionOptions {
  proxy: string | undefined;
  agent: object | undefined;
  /** ca, cert, key and passphrase of the caller. */
  tls: object;
  idleTimeout: number | undefined;
}

/** The transport of Node: node:http(s) with keep-alive, which sends a GET with a body as the document asks (4.1.1). */
export function nodeTransport({ http, https, zlib }: NodeModules, options: ConnectionOptions): Transport {
  const agents = options.agent === undefined ? ownAgents({ http, https }, options) : undefined;
  const decoders: Decoders = new Map([
    ["gzip", zlib.createGunzip],
    ["x-gzip", zlib.createGunzip],
    ["deflate", zlib.createInflate],
    ["br", zlib.createBrotliDecompress],
  ] as [string, () => Decoder][]);
  const open = ({ url, method, headers, body }: WireRequest): Outgoing => {
    const isSecure = new URL(url).protocol === "https:";
    const length = body === undefined ? {} : { "content-length": String(new TextEncoder().encode(body).length) };
    return (isSecure ? https : http).request(url, {
      method,
      headers: { ...headers, ...length } as Record<string, string>,
      agent: options.agent ?? agents?.[isSecure ? "https:" : "http:"],
      // Agents of libraries take these from the request.
      ...(options.agent === undefined ? {} : secured(options.tls)),
    }) as Outgoing;
  };
  return {
    carriesGetBody: true,
    // An agent of the caller stays his.
    close: () => Object.values(agents ?? {}).forEach((agent) => agent.destroy?.()),
    send: (request, exchange) => receiveAnswer(open(request), request.body, decoders, exchange),
  };
}

function ownAgents(
  { http, https }: Pick<NodeModules, "http" | "https">,
  { proxy, tls, idleTimeout = 500 }: ConnectionOptions,
): Record<"http:" | "https:", Agent> {
  // Node's own clients obey the environment where it says so; their agents then hold it.
  const proxyOf = (agent: Agent): object => {
    const proxyEnv = proxy === undefined ? agent.options?.proxyEnv : { HTTP_PROXY: proxy, HTTPS_PROXY: proxy };
    return proxyEnv === undefined ? {} : { proxyEnv };
  };
  const kept = { keepAlive: idleTimeout > 0, timeout: idleTimeout };
  return {
    "http:": new http.Agent({ ...kept, ...proxyOf(http.globalAgent) }),
    "https:": new https.Agent({ ...kept, ...proxyOf(https.globalAgent), ...secured(tls) }),
  };
}

/** NODE_TLS_REJECT_UNAUTHORIZED must not hand the keys to anyone. */
function secured(tls: object): object {
  return { ...tls, rejectUnauthorized: true };
}

type Decoders = ReadonlyMap<string, () => Decoder>;

/** Sends an open request's body and reads the answer, decompressed. */
function receiveAnswer(
  request: Outgoing,
  requestBody: string | undefined,
  decoders: Decoders,
  exchange: Exchange,
): Promise<WireResponse> {
  const { maxBytes, signal } = exchange;
  return new Promise<WireResponse>((done, fail) => {
    let decoder: Decoder | undefined;
    let isSettled = false;
    let hasAnswered = false;
    const refuse = (error: unknown): void => {
      if (isSettled) return;
      isSettled = true;
      // The decoder would go on with the data that it has.
      decoder?.destroy();
      request.destroy();
      fail(error as Error);
    };
    const receive = (response: Incoming): void => {
      hasAnswered = true;
      exchange.sent = "yes";
      const status = response.statusCode ?? 0;
      if (status >= 300 && status < 400 && status !== 304) return refuse(new Fault("redirect", { status }));
      // Only a proxy on the way asks for it.
      if (status === 407) return refuse(new Fault("proxy", { status }));
      const collector = new Collector(maxBytes);
      const encoding = String(response.headers["content-encoding"] ?? "")
        .trim()
        .toLowerCase();
      if (!["", "identity"].includes(encoding)) {
        decoder = decoders.get(encoding)?.();
        if (decoder === undefined) return refuse(new Fault("encoding", { status }));
        decoder.on("error", () => refuse(new Fault("encoding", { status })));
      }
      response.on("error", refuse);
      response.on("aborted", () => refuse(new Fault("reset", { status, systemCode: "ECONNRESET" })));
      const body = decoder === undefined ? response : response.pipe(decoder);
      body.on("data", (chunk) => attempt(() => (isSettled ? undefined : collector.add(chunk, status))));
      body.on("end", () =>
        attempt(() => {
          if (isSettled) return;
          done({ status, headers: headersOf(response), body: collector.bytes() });
          isSettled = true;
        }),
      );
    };
    /** An exception in an event handler would end the process. */
    const attempt = (step: () => void): void => {
      try {
        step();
      } catch (error) {
        refuse(error);
      }
    };
    signal.addEventListener("abort", () => refuse(new Error("stopped")), { once: true });
    request.on("error", refuse);
    request.on("socket", (socket) => {
      const leave = (): void => void (exchange.sent = "maybe");
      // A socket that was kept is open already.
      if (socket.connecting) socket.once(socket.encrypted === true ? "secureConnect" : "connect", leave);
      else leave();
    });
    request.on("response", (response) => attempt(() => receive(response)));
    // An answer such as 101 closes without a response and without an error.
    request.on("close", () => void (hasAnswered || refuse(new Fault("reset"))));
    request.end(requestBody);
  });
}

function headersOf({ headers }: Incoming): Headers {
  const all = new Headers();
  for (const [name, value] of Object.entries(headers)) for (const one of [value ?? []].flat()) all.append(name, one);
  return all;
}
