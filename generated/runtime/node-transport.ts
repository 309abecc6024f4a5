// npm run generate. 직접 고치지 않습니다.
import { WooriTransportError } from "./errors.ts";
import { Collector, type Transport, type WireRequest, type WireResponse } from "./transport.ts";

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
  end(body?: string): void;
  destroy(): void;
}
interface Agent {
  destroy(): void;
}
interface RequestOptions {
  method: string;
  headers: Record<string, string>;
  agent: Agent;
}
interface HttpModule {
  Agent: new (options: { keepAlive: boolean }) => Agent;
  request: (url: string, options: RequestOptions) => Outgoing;
}
interface ZlibModule {
  createGunzip: () => Decoder;
  createInflate: () => Decoder;
  createBrotliDecompress: () => Decoder;
}
/**
 * The transport of Node: node:http(s) with keep-alive, which sends a GET with a body as the document asks (4.1.1).
 *
 * @param load gives a built-in module at run time, so that a browser bundler includes none
 */
export function nodeTransport(load: (id: string) => unknown): Transport {
  const http = load("node:http") as HttpModule;
  const https = load("node:https") as HttpModule;
  const zlib = load("node:zlib") as ZlibModule;
  const agents = { "http:": new http.Agent({ keepAlive: true }), "https:": new https.Agent({ keepAlive: true }) };
  const decoders: Decoders = new Map([
    ["gzip", zlib.createGunzip],
    ["x-gzip", zlib.createGunzip],
    ["deflate", zlib.createInflate],
    ["br", zlib.createBrotliDecompress],
  ]);
  const open = ({ url, method, headers, body }: WireRequest): Outgoing => {
    const isSecure = new URL(url).protocol === "https:";
    const length = body === undefined ? {} : { "content-length": String(new TextEncoder().encode(body).length) };
    return (isSecure ? https : http).request(url, {
      method,
      headers: { ...headers, ...length } as Record<string, string>,
      agent: agents[isSecure ? "https:" : "http:"],
    });
  };
  return {
    carriesGetBody: true,
    close: () => Object.values(agents).forEach((agent) => agent.destroy()),
    send: (request, maxBytes, signal) => receiveAnswer(open(request), request.body, decoders, maxBytes, signal),
  };
}

type Decoders = ReadonlyMap<string, () => Decoder>;

/** Sends an open request's body and reads the answer up to `maxBytes`, decompressed. */
function receiveAnswer(
  request: Outgoing,
  requestBody: string | undefined,
  decoders: Decoders,
  maxBytes: number,
  signal: AbortSignal,
): Promise<WireResponse> {
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
      const status = response.statusCode ?? 0;
      if (status >= 300 && status < 400 && status !== 304)
        return refuse(new WooriTransportError("redirect", { status }));
      const collector = new Collector(maxBytes);
      const encoding = String(response.headers["content-encoding"] ?? "")
        .trim()
        .toLowerCase();
      if (!["", "identity"].includes(encoding)) {
        decoder = decoders.get(encoding)?.();
        if (decoder === undefined) return refuse(new WooriTransportError("encoding", { status }));
        decoder.on("error", () => refuse(new WooriTransportError("encoding", { status })));
      }
      response.on("error", refuse);
      response.on("aborted", () => refuse(new WooriTransportError("connection", { status, systemCode: "ECONNRESET" })));
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
    request.on("response", (response) => attempt(() => receive(response)));
    // An answer such as 101 closes without a response and without an error.
    request.on("close", () => void (hasAnswered || refuse(new WooriTransportError("connection"))));
    request.end(requestBody);
  });
}

function headersOf({ headers }: Incoming): Headers {
  const all = new Headers();
  for (const [name, value] of Object.entries(headers)) for (const one of [value ?? []].flat()) all.append(name, one);
  return all;
}
