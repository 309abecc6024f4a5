import { nodeOptions, type Need, type WooriOptions } from "./options.ts";
import { Collector, Fault, type Transport } from "./transport.ts";

/** The transport of browsers, edge runtimes and a caller's own fetch. fetch refuses a GET with a body. */
export function fetchTransport(options: WooriOptions, need: Need): Transport {
  for (const name of nodeOptions)
    need(
      options?.[name] === undefined,
      name,
      "Node의 기본 전송에서만 쓰는 설정",
      "fetch로 보내는 환경에서 쓸 수 없는 값",
    );
  const fetch = options?.fetch ?? globalThis.fetch;
  need(typeof fetch === "function" && typeof Request === "function", "fetch", "이 환경에 없는 fetch", "없는 값");
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
        reader = response.body?.getReader();
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
        return { status, headers: response.headers, body: collector.bytes() };
      } finally {
        underWay.delete(request);
        // Not awaited, as cancelling an endless body may never resolve.
        reader?.cancel().catch(() => {});
      }
    },
  };
}
