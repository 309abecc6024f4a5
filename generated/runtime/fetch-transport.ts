// npm run generate. 직접 고치지 않습니다.
import { WooriTransportError } from "./errors.ts";
import { Collector, type Transport } from "./transport.ts";

/** The transport of browsers, edge runtimes and a caller's own fetch. fetch refuses a GET with a body. */
export function fetchTransport(fetch: (request: Request) => Promise<Response>): Transport {
  // Node's fetch refers to a Request weakly: once it is collected, its signal aborts nothing and the connection stays.
  const underWay = new Set<Request>();
  return {
    carriesGetBody: false,
    close: () => {},
    send: async ({ url, method, headers, body }, maxBytes, signal) => {
      const request = new Request(url, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
        redirect: "manual",
        credentials: "omit",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        signal,
      });
      underWay.add(request);
      let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
      // A caller's fetch may ignore the signal.
      signal.addEventListener("abort", () => void reader?.cancel().catch(() => {}), { once: true });
      try {
        const response = await fetch(request);
        const { status } = response;
        reader = response.body?.getReader();
        // A caller's fetch may have followed a redirect; this is reported although it cannot be undone.
        if (
          response.redirected ||
          response.type === "opaqueredirect" ||
          (status >= 300 && status < 400 && status !== 304)
        ) {
          throw new WooriTransportError("redirect", status === 0 ? {} : { status });
        }
        const collector = new Collector(maxBytes);
        for (let part = await reader?.read(); part?.done === false; part = await reader?.read())
          collector.add(part.value, status);
        return { status, headers: response.headers, body: collector.bytes() };
      } finally {
        underWay.delete(request);
        // Not awaited, as cancelling an endless body may never resolve.
        reader?.cancel().catch(() => {});
      }
    },
  };
}
