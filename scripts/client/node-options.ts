import type { Need } from "./check-options.ts";
import {
  besideAgent,
  giveAgent,
  giveCertAndKey,
  giveIdleTime,
  givePem,
  giveProxy,
  newerNode,
  unfitPem,
} from "./messages.ts";
import type { NodeOptions } from "./options.ts";
import { absent } from "./problem.ts";

/** The built-in modules that Node's transport uses. */
export interface NodeModules {
  http: HttpModule;
  https: HttpModule;
  tls: { createSecureContext: (options: object) => unknown };
  crypto: { X509Certificate: new (pem: unknown) => object };
  zlib: Record<"createGunzip" | "createInflate" | "createBrotliDecompress", () => unknown>;
}

// The used part of Node's types, so that browser projects compile without @types/node.
interface HttpModule {
  Agent: new (options?: object) => Agent;
  globalAgent: Agent;
  request: (url: string, options: object) => unknown;
}
export interface Agent {
  addRequest?: unknown;
  options?: { proxyEnv?: unknown };
  destroy?: () => void;
}

/**
 * Node's modules, where node:http opens sockets of its own: it then carries the body of a GET, and certificates and proxies
 * count. Undefined on platforms without it, or whose node:http is made of fetch.
 */
export function nodeModules(): NodeModules | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } };
  const load = (id: string): unknown => process?.getBuiltinModule?.(`node:${id}`);
  const http = load("http") as NodeModules["http"] | undefined;
  const hasHeaders = typeof Headers === "function" && typeof TextDecoder === "function";
  if (http === undefined || !hasHeaders || !asksItsAgent(http)) return undefined;
  return { http, https: load("https"), tls: load("tls"), crypto: load("crypto"), zlib: load("zlib") } as NodeModules;
}

/** Whether a request leaves its connection to its agent. No connection is opened. */
function asksItsAgent(http: HttpModule): boolean {
  let asks = false;
  try {
    const agent = new http.Agent();
    agent.addRequest = () => void (asks = true);
    const request = http.request("http://127.0.0.1/", { agent }) as {
      on: (event: string, listener: () => void) => void;
      destroy: () => void;
    };
    request.on("error", () => {});
    request.destroy();
  } catch {
    // A platform that has the module but not its parts.
  }
  return asks;
}

export function checkNodeOptions(options: NodeOptions, { http, tls, crypto }: NodeModules, need: Need): void {
  const { proxy, agent, ca, cert, key, passphrase, idleTimeout } = options;
  need(agent === undefined || typeof (agent as Agent | null)?.addRequest === "function", "agent", giveAgent);
  for (const [name, value] of Object.entries({ proxy, idleTimeout }))
    need(agent === undefined || value === undefined, name, "", besideAgent);
  need(
    idleTimeout === undefined || (Number.isInteger(idleTimeout) && idleTimeout >= 0 && idleTimeout < 2 ** 31),
    "idleTimeout",
    giveIdleTime,
  );
  if (proxy !== undefined) {
    need(isProxy(proxy), "proxy", giveProxy);
    need(readsProxy(http), "proxy", "", newerNode);
  }
  need((cert === undefined) === (key === undefined), cert === undefined ? "cert" : "key", giveCertAndKey, absent);
  if (cert === undefined && key === undefined && ca === undefined) return;
  try {
    // A context takes any text as an authority.
    for (const one of ca === undefined ? [] : [ca].flat()) new crypto.X509Certificate(one);
    tls.createSecureContext({ ca, cert, key, passphrase });
  } catch {
    // The platform's message may quote what it could not read.
    need(
      false,
      [ca && "ca", cert && "cert", key && "key", passphrase && "passphrase"].filter(Boolean).join(", "),
      givePem,
      unfitPem,
    );
  }
}

function isProxy(value: unknown): boolean {
  try {
    return ["http:", "https:"].includes(new URL(String(value)).protocol);
  } catch {
    return false;
  }
}

/** Whether this Node's agents take a proxy from their options. */
function readsProxy(http: HttpModule): boolean {
  let isRead = false;
  const env = new Proxy(
    {},
    {
      get: () => {
        isRead = true;
        return undefined;
      },
    },
  );
  new http.Agent({ proxyEnv: env });
  return isRead;
}
