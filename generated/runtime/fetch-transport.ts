// npm run generate. 직접 수정하지 마십시오.
import { nodeOptions, type Need } from "./check-options.ts";
import { needsAllOf, nodeOnly } from "./messages.ts";
import type { WooriOptions } from "./options.ts";
import { Collector, Fault, type Transport } from "./transport.ts";

/** The transport of browsers, edge runtimes and a caller's own fetch. fetch refuses a GET with a body. */
export function fetchTransport(options: WooriOptions, need: Need): Transport {
  for (const name of nodeOptions) need(options?.[name] === undefined, name, "", nodeOnly);
  const fetch = options?.fetch ?? globalThis.fetch;
  const needed = ["Request", "Response", "Headers", "TextDecoder"];
  need(
    typeof fetch === "function" && needed.every((name) => name in globalThis),
    "fetch",
    "",
    needsAllOf(needed.join(", ")),
  );
  // Node's fetch refers to a Request weakly: once it is collected, its signal aborts nothing and the connection stays.
  const underWay = new Set<Request>();
  return {
    carriesGetBody: false,
    close: () => {},
    send: async ({ url, method, headers, body }, exchange) => {
      const { maxBytes, signal } = exchange;
      const request = new Request(url, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
        redirect: "manual",
        credentials: "omit",
        // Some runtimes refuse it, and know no cache either.
        ...("cache" in Request.prototype ? { cache: "no-store" as const } : {}),
        referrerPolicy: "no-referrer",
        signal,
      });
      underWay.add(request);
      let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
      // A caller's fetch may ignore the signal.
      signal.addEventListener("abort", () => void reader?.cancel().catch(() => {}), { once: true });
      try {
        exchange.sent = "maybe";
        const response = await fetch(request);
        exchange.sent = "yes";
        const { status } = response;
        const { body: answer } = response;
        // Some libraries' bodies are no streams of the platform, or are not there at all.
        const isStream = typeof answer?.getReader === "function";
        if (isStream) reader = answer.getReader();
        // A caller's fetch may have followed a redirect; this is reported although it cannot be undone.
        if (
          response.redirected ||
          response.type === "opaqueredirect" ||
          (status >= 300 && status < 400 && status !== 304)
        )
          throw new Fault("redirect", { status: status || undefined });
        const collector = new Collector(maxBytes);
        for (let part = await reader?.read(); part?.done === false; part = await reader?.read())
          collector.add(part.value, status);
        if (!isStream && answer !== null) collector.add(new Uint8Array(await response.arrayBuffer()), status);
        return { status, headers: response.headers, body: collector.bytes() };
      } finally {
        underWay.delete(request);
        // Not awaited, as cancelling an endless body may never resolve.
        reader?.cancel().catch(() => {});
      }
    },
  };
}
