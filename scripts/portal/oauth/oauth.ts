import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Provider } from "oidc-provider";
import { oauthMetadataPath, oauthPath, scopesOf } from "../../sandbox/oauth.ts";
import type { Portal } from "../../sandbox/server.ts";
import type { OauthContext } from "../../sandbox/start.ts";
import { requestTarget } from "../../server/request-target.ts";
import { interactionPages } from "./interaction.ts";
import { createProvider } from "./provider.ts";

/** Origins that the sandbox remembers a server for: a browser and a container may call it by different names. */
const mostOrigins = 16;

/**
 * The sandbox's OAuth 2.0 server (RFC 6749), by oidc-provider, with the portal's apps as its clients.
 *
 * @returns answers the requests under its own path, and for its metadata
 */
export function createOauth(context: OauthContext): Portal {
  const { store, api, isSecure, tokenLifetime } = context;
  const scopes = scopesOf(api);
  const providers = new Map<string, Provider>();
  const providerOf = ({ headers: { host = "" } }: IncomingMessage): Provider => {
    const origin = originOf(isSecure, host) ?? "";
    const known = providers.get(origin);
    if (known !== undefined) return known;
    const [oldest] = providers.keys();
    if (providers.size >= mostOrigins && oldest !== undefined) providers.delete(oldest);
    const provider = createProvider(origin, { database: store.database, scopes, tokenLifetime });
    providers.set(origin, provider);
    return provider;
  };
  const pages = getRequestListener(interactionPages(context, scopes, providerOf).fetch, {
    overrideGlobalObjects: false,
  }) as Portal;
  return async (request: IncomingMessage, response: ServerResponse) => {
    if (originOf(isSecure, request.headers.host ?? "") === undefined) {
      request.resume();
      return void response.writeHead(400, { "content-length": 0 }).end();
    }
    const { path, raw } = requestTarget(request.url ?? "");
    const own = path.slice(oauthPath.length);
    if (path !== oauthMetadataPath && /^\/(interaction|assets)\//.test(own)) return pages(request, response);
    // The provider knows the paths below its issuer's, and by baseUrl what they stand below.
    const url =
      path === oauthMetadataPath ? raw.replace(oauthPath, "") : raw.slice(oauthPath.length).replace(/^(?!\/)/, "/");
    Object.assign(request, { url, baseUrl: oauthPath });
    await providerOf(request).callback()(request, response);
  };
}

/** The origin that a request was made to; undefined where its Host makes none. */
function originOf(isSecure: boolean, host: string): string | undefined {
  return URL.parse(`${isSecure ? "https" : "http"}://${host}`)?.origin;
}
