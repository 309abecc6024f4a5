import { generateKeyPairSync } from "node:crypto";
import { type Client, type Context, errors, Provider } from "oidc-provider";
import { reportDefect } from "../../lib/user-error.ts";
import { oauthPath, type Scope } from "../../sandbox/oauth.ts";
import { customerById } from "../../sandbox/store/customers.ts";
import type { Database } from "../../sandbox/store/database.ts";
import { type OauthClient, oauthClient } from "../../sandbox/store/oauth-clients.ts";
import { OauthRecords } from "../../sandbox/store/oauth-records.ts";
import { errorPage, isForeseen } from "./error-page.ts";
import { pageHeaders } from "./layout.ts";
import * as say from "../messages.ts";

/** What the providers of a sandbox share. */
export interface ProviderOptions {
  database: Database;
  scopes: readonly Scope[];
  /** Seconds for which an access token lasts. */
  tokenLifetime: number;
}

const day = 24 * 60 * 60;

/** oidc-provider wants a key, with which nothing is signed here: there are no ID tokens. */
const keys = { keys: [generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" })] };

/** The OAuth server under an origin. All of them share the store. */
export function createProvider(origin: string, options: ProviderOptions): Provider {
  const { database, scopes, tokenLifetime } = options;
  const names = scopes.map(({ name }) => name);
  const provider = new Provider(origin + oauthPath, {
    adapter: (model: string) =>
      model === "Client" ? clientsOf(options) : model === "Session" ? noSessions : new OauthRecords(database, model),
    jwks: keys,
    clientDefaults: { id_token_signed_response_alg: "ES256", grant_types: [], response_types: [] },
    scopes: names,
    claims: {},
    responseTypes: ["code"],
    clientAuthMethods: ["client_secret_basic", "client_secret_post", "none"],
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      introspection: { enabled: true, allowedPolicy: isOwnToken },
      revocation: { enabled: true, allowedPolicy: isOwnToken },
    },
    routes: { authorization: "/authorize", token: "/token", revocation: "/revoke", introspection: "/introspect" },
    // Runs after the library has checked what is asked for, and left out what it does not know.
    extraParams: {
      scope: ({ oidc, query }: Context, value: string | undefined, { scope: allowed }: Client) => {
        checkScope(query["scope"], names);
        oidc.params["scope"] = value ?? allowed;
      },
    },
    clientBasedCORS: (_: Context, from: string, { clientAuthMethod, redirectUris }: Client) =>
      clientAuthMethod === "none" && redirectUris.some((one) => URL.parse(one)?.origin === from),
    interactions: { url: (_: Context, { uid }: { uid: string }) => `${oauthPath}/interaction/${uid}` },
    // The store knows a customer by number; another app's is none of this one's.
    findAccount: ({ oidc }: Context, accountId: string) => {
      const app = oauthClient(database, oidc.entities.Client.clientId, scopes);
      const customer = app && customerById(database, app.id, Number(accountId));
      return customer && { accountId, claims: () => ({ sub: accountId }) };
    },
    expiresWithSession: () => false,
    issueRefreshToken: (_: Context, client: Client) => client.grantTypeAllowed("refresh_token"),
    rotateRefreshToken: ({ oidc }: Context) => oidc.entities.Client.clientAuthMethod === "none",
    renderError: (context: Context, out: Parameters<typeof errorPage>[0], thrown: Error) => {
      context.set(pageHeaders());
      context.body = String(errorPage(out, thrown));
    },
    ttl: {
      AccessToken: tokenLifetime,
      AuthorizationCode: 60,
      // The one place where the scope of a token for the app itself can be set.
      ClientCredentials: ({ oidc }: Context, token: { scope?: string }, { scope: allowed }: Client) => {
        checkScope(oidc.body["scope"], names);
        token.scope ??= allowed;
        return tokenLifetime;
      },
      Grant: 14 * day,
      IdToken: tokenLifetime,
      Interaction: 600,
      RefreshToken: 14 * day,
      Session: 600,
    },
  });
  provider.use(async (context, next) => {
    await next();
    if (context.path.includes("/.well-known/") && context.status === 200)
      context.body = onlyOauth(context.body as Record<string, unknown>, names);
  });
  const report = (error: unknown): void => {
    if (!isForeseen(error)) reportDefect(say.oauthDefect, error);
  };
  provider.on("server_error", (_, error) => report(error));
  provider.on("error", report);
  return provider;
}

/** Nobody stays logged in: each authorization asks for the customer of its own app. */
const noSessions = {
  find: async () => undefined,
  findByUid: async () => undefined,
  upsert: async () => {},
  destroy: async () => {},
};

/** The portal's apps as clients, read anew each time: what changes there counts at once. */
function clientsOf({ database, scopes }: ProviderOptions): object {
  return {
    find: async (appKey: string) => {
      const app = oauthClient(database, appKey, scopes);
      return app && metadataOf(appKey, app);
    },
  };
}

/** RFC 7591, 2. */
function metadataOf(appKey: string, { name, callbackUrl, secretKey, scopes }: OauthClient): object {
  const hasCallback = callbackUrl !== "";
  return {
    client_id: appKey,
    client_name: name,
    ...(secretKey === undefined ? { token_endpoint_auth_method: "none" } : { client_secret: secretKey }),
    // As a native app's, a loopback address would match with any port.
    application_type: /^https?:/i.test(callbackUrl) || !hasCallback ? "web" : "native",
    redirect_uris: hasCallback ? [callbackUrl] : [],
    response_types: hasCallback ? ["code"] : [],
    grant_types: [
      ...(hasCallback ? ["authorization_code", "refresh_token"] : []),
      ...(secretKey === undefined ? [] : ["client_credentials"]),
    ],
    scope: scopes.map((scope) => scope.name).join(" "),
  };
}

/** Refuses what no API is named by; the library checks what an app may not have. */
function checkScope(text: string | undefined, known: readonly string[]): void {
  const unknown = text?.split(" ").find((name) => !known.includes(name));
  if (unknown !== undefined) throw new errors.InvalidScope("requested scope is not known", unknown);
}

function isOwnToken(_: Context, { clientId }: Client, token: { clientId: string }): boolean {
  return clientId === token.clientId;
}

/** Metadata without what belongs to OpenID Connect alone. */
function onlyOauth(metadata: Record<string, unknown>, names: readonly string[]): object {
  const foreign = /^(claim|id_token_|subject_types|acr_|userinfo_|request_(parameter|uri)|jwks_uri$)/;
  const own = Object.entries(metadata).filter(([key]) => !foreign.test(key));
  return { ...Object.fromEntries(own), scopes_supported: names };
}
