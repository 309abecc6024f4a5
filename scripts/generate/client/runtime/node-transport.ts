import { WooriTransportError } from "./errors.ts";
import { Collector, type Transport, type WireResponse } from "./transport.ts";

// The little of Node's types that is used, so that a project for browsers compiles without @types/node.
interface Readable {
  on(event: "data", listener: (chunk: Uint8Array) => void): this;
  on(event: "error", listener: (error: Error) => void): this;
  on(event: "end" | "aborted", listener: () => void): this;
  pipe(to: Readable): Readable;
}
interface Incoming extends Readable {
  statusCode?: number;
  headers: Record<string, string | string[] | undefined>;
}
interface Outgoing {
  on(event: "error", listener: (error: Error) => void): this;
  on(event: "response", listener: (response: Incoming) => void): this;
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
  signal: AbortSignal;
}
interface HttpModule {
  Agent: new (options: { keepAlive: boolean }) => Agent;
  request: (url: string, options: RequestOptions) => Outgoing;
}
interface ZlibModule {
  createGunzip: () => Readable;
  createInflate: () => Readable;
  createBrotliDecompress: () => Readable;
}
interface NodeModules {
  http: HttpModule;
  https: HttpModule;
  zlib: ZlibModule;
}

/**
 * Node's modules, or undefined elsewhere. They are asked for at run time, so that a bundler for browsers sees none.
 * Bun and Deno have them too, but their HTTP differs; there the client posts by fetch.
 */
export function nodeModules(): NodeModules | undefined {
  const runtime = globalThis as { process?: { getBuiltinModule?: (id: string) => unknown }; Bun?: unknown; Deno?: unknown };
  const load = runtime.process?.getBuiltinModule;
  if (load === undefined || runtime.Bun !== undefined || runtime.Deno !== undefined) return undefined;
  return { http: load("node:http") as HttpModule, https: load("node:https") as HttpModule, zlib: load("node:zlib") as ZlibModule };
}

/** The transport of Node: node:http(s) with keep-alive, which sends a GET with a body as the document asks (4.1.1). */
export function nodeTransport({ http, https, zlib }: NodeModules): Transport {
  const agents = { "http:": new http.Agent({ keepAlive: true }), "https:": new https.Agent({ keepAlive: true }) };
  return {
    carriesGetBody: true,
    close: () => Object.values(agents).forEach((agent) => agent.destroy()),
    send: ({ url, method, headers, body }, maxBytes, signal) =>
      new Promise<WireResponse>((done, fail) => {
        const secure = new URL(url).protocol === "https:";
        const length: Record<string, string> = body === undefined ? {} : { "content-length": String(new TextEncoder().encode(body).length) };
        const request = (secure ? https : http).request(url, { method, headers: { ...headers, ...length }, agent: agents[secure ? "https:" : "http:"], signal });
        const refuse = (error: unknown): void => {
          request.destroy();
          fail(error as Error);
        };
        request.on("error", refuse);
        request.on("response", (response) => {
          const status = response.statusCode ?? 0;
          if (status >= 300 && status < 400) return refuse(new WooriTransportError("redirect", { status }));
          const collector = new Collector(maxBytes);
          const end = (): void => done({ status, headers: new Headers(flatten(response.headers)), body: collector.bytes() });
          const take = (chunk: Uint8Array): void => {
            try {
              collector.add(chunk, status);
            } catch (error) {
              refuse(error);
            }
          };
          response.on("error", refuse);
          response.on("aborted", () => refuse(Object.assign(new Error("aborted"), { code: "ECONNRESET" })));
          const encoding = String(response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
          if (encoding === "identity") return void response.on("data", take).on("end", end);
          const decoder = { gzip: zlib.createGunzip, "x-gzip": zlib.createGunzip, deflate: zlib.createInflate, br: zlib.createBrotliDecompress }[encoding];
          if (decoder === undefined) return refuse(new WooriTransportError("encoding", { status }));
          const decompressed = response.pipe(decoder());
          decompressed.on("error", () => refuse(new WooriTransportError("encoding", { status })));
          return void decompressed.on("data", take).on("end", end);
        });
        request.end(body);
      }),
  };
}

function flatten(headers: Incoming["headers"]): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, [value].flat().join(", ")]]));
}
