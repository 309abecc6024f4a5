// npm run generate. 직접 고치지 않습니다.
import { fetchTransport } from "./fetch-transport.ts";
import type { Transport } from "./transport.ts";

/** Takes the place of platform-transport.ts in the package's builds for browsers, which need no node:http. */
export function platformTransport(fetch: (request: Request) => Promise<Response> = browserFetch): Transport {
  return fetchTransport(fetch);
}

function browserFetch(request: Request): Promise<Response> {
  return globalThis.fetch(request);
}
