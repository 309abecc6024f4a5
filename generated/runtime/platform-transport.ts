// npm run generate. 직접 고치지 않습니다.
import { fetchTransport } from "./fetch-transport.ts";
import type { Transport } from "./transport.ts";

/** The transport of this platform: node:http where it is there, fetch elsewhere and where the caller gives his own. */
export function platformTransport(fetch: ((request: Request) => Promise<Response>) | undefined): Transport {
  const load = fetch === undefined ? builtinModules() : undefined;
  return load === undefined
    ? fetchTransport(fetch ?? ((request) => globalThis.fetch(request)))
    : loadedLate(async () => (await import("./node-transport.ts")).nodeTransport(load));
}

/** Node's way to its own modules. Bun and Deno have it too, but their HTTP differs; there the client uses fetch and POST. */
function builtinModules(): ((id: string) => unknown) | undefined {
  const runtime = globalThis as {
    process?: { getBuiltinModule?: (id: string) => unknown };
    Bun?: unknown;
    Deno?: unknown;
  };
  return runtime.Bun === undefined && runtime.Deno === undefined ? runtime.process?.getBuiltinModule : undefined;
}

/** The module of node:http comes with the first call, so that a browser loads none of it. */
function loadedLate(load: () => Promise<Transport>): Transport {
  let loaded: Promise<Transport> | undefined;
  return {
    carriesGetBody: true,
    close: () => void loaded?.then((transport) => transport.close()),
    send: async (...request) => (await (loaded ??= load())).send(...request),
  };
}
