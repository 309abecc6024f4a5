// npm run generate. 직접 수정하지 마십시오.
import { fetchTransport } from "./fetch-transport.ts";
import { checkNodeOptions, nodeModules } from "./node-options.ts";
import type { Need } from "./check-options.ts";
import type { WooriOptions } from "./options.ts";
import type { Transport } from "./transport.ts";

/** The transport of this platform: node:http where it opens sockets of its own, fetch elsewhere and where the caller gives his. */
export function platformTransport(options: WooriOptions, need: Need): Transport {
  const modules = options?.fetch === undefined ? nodeModules() : undefined;
  if (modules === undefined) return fetchTransport(options, need);
  const { proxy, agent, ca, cert, key, passphrase, idleTimeout } = options ?? {};
  checkNodeOptions(options ?? {}, modules, need);
  const tls = Object.fromEntries(Object.entries({ ca, cert, key, passphrase }).filter(([, one]) => one !== undefined));
  // The rest comes with the first call, so that a browser loads none of it.
  let loaded: Promise<Transport> | undefined;
  return {
    carriesGetBody: true,
    close: () => void loaded?.then((transport) => transport.close()),
    send: async (...request) =>
      (
        await (loaded ??= import("./node-transport.ts").then(({ nodeTransport }) =>
          nodeTransport(modules, { proxy, agent, tls, idleTimeout }),
        ))
      ).send(...request),
  };
}
