import { join } from "node:path";
import * as client from "openid-client";
import { oauthOf } from "../../scripts/portal/oauth/open.ts";
import { portalOf } from "../../scripts/portal/open.ts";
import { oauthPath, scopesOf } from "../../scripts/sandbox/oauth.ts";
import { readApps } from "../../scripts/sandbox/apps-file.ts";
import type { SandboxOptions } from "../../scripts/sandbox/sandbox-options.ts";
import { startSandbox } from "../../scripts/sandbox/start.ts";
import { saveCustomer } from "../../scripts/sandbox/store/customers.ts";
import { hashPassword } from "../../scripts/sandbox/store/passwords.ts";
import { demoPassword } from "../../scripts/sandbox/store/seed.ts";
import type { Store } from "../../scripts/sandbox/store/store.ts";
import { api } from "./bundle.ts";
import { Customer } from "./customer.ts";
import { type Reply, send } from "./http.ts";
import { useServer } from "./servers.ts";

const appsFile = join(import.meta.dirname, "oauth-apps.yaml");
const apps = new Map((await readApps(appsFile, () => api)).map((app) => [app.appKey, app]));

/** An app of the tests: its keys and its callback. */
export function appOf(name: "CONFIDENTIAL" | "OTHER" | "PUBLIC" | "NATIVE" | "NARROW" | "NOWHERE") {
  const { appKey = "", secretKey = "", callbackUrl = "", type } = apps.get(`TEST-${name}-KEY`) ?? {};
  return { appKey, secretKey, callbackUrl, isPublic: type === "public" };
}

export type TestApp = ReturnType<typeof appOf>;

/** Runs a sandbox with its portal and the apps of the tests. */
export function useOauth(options: SandboxOptions = {}) {
  let store: Store | undefined;
  const { url } = useServer(() =>
    startSandbox({ apps: appsFile, ...options }, undefined, portalOf, (context) => {
      ({ store } = context);
      return oauthOf(context);
    }),
  );
  const opened = (): Store => {
    if (store === undefined) throw new Error("the sandbox is not open");
    return store;
  };
  return {
    url,
    database: () => opened().database,
    /** Makes a customer of an app; without a password it is the sandbox's own. Returns the id. */
    async customer({ appKey }: TestApp, login: string, password?: string): Promise<number> {
      const { directory, database } = opened();
      const passwordHash = password === undefined ? null : await hashPassword(password);
      const customer = { login, name: `${login} 고객`, passwordHash, isDefault: false, answers: {} };
      return saveCustomer(database, { appId: directory.app(appKey)?.id ?? 0, source: "file", customer });
    },
    /** A library that knows the server by its metadata, and an app by its keys. */
    discover: (app: TestApp): Promise<client.Configuration> => discover(url(), app),
  };
}

/** Reads the metadata of a sandbox as an app's OAuth library. */
export function discover(url: string, { appKey, secretKey, isPublic }: TestApp): Promise<client.Configuration> {
  return client.discovery(
    new URL(url + oauthPath),
    appKey,
    undefined,
    isPublic ? client.None() : client.ClientSecretBasic(secretKey),
    { algorithm: "oauth2", execute: [client.allowInsecureRequests] },
  );
}

/** What somebody does on the login page. */
export interface Decision {
  login?: string;
  password?: string;
  decision?: "agree" | "refuse";
}

/** An authorization that is under way. */
export interface Authorization {
  app: TestApp;
  config: client.Configuration;
  verifier: string;
  state: string;
  /** Where the customer's browser is sent. */
  url: URL;
}

/** Begins an authorization as an app does. */
export async function authorization(
  config: client.Configuration,
  app: TestApp,
  parameters: Record<string, string> = {},
): Promise<Authorization> {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: app.callbackUrl,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state,
    ...parameters,
  });
  return { app, config, verifier, state, url };
}

/** Logs in and decides; the address that the app is called back at. */
export async function decide(begun: Authorization, url: string, values: Decision = {}): Promise<URL> {
  const customer = new Customer(url);
  const { login = "hong", password = demoPassword, decision = "agree" } = values;
  const reply = await customer.send(await customer.open(begun.url), { login, password, decision });
  const { location } = reply.headers;
  if (location === undefined) throw new Error(`no way back to the app: ${reply.status} ${reply.text}`);
  return new URL(location);
}

/** Exchanges the code that an app was called back with. */
export function exchange({ config, verifier, state }: Authorization, callback: URL) {
  return client.authorizationCodeGrant(config, callback, { pkceCodeVerifier: verifier, expectedState: state });
}

/** The tokens of a customer of an app, from the beginning. */
export async function tokensOf(
  config: client.Configuration,
  app: TestApp,
  url: string,
  { scope, ...values }: Decision & { scope?: string } = {},
) {
  const begun = await authorization(config, app, scope === undefined ? {} : { scope });
  return exchange(begun, await decide(begun, url, values));
}

/** The headers of a call by an app with a token. */
export function callHeaders({ appKey, secretKey }: TestApp, token: string): Record<string, string> {
  return { appkey: appKey, secretkey: secretKey, authorization: `Bearer ${token}` };
}

/** Calls the operation that the scope of the narrow app lets a token call. */
export function checkToken(url: string, app: TestApp, token: string): Promise<Reply> {
  const [path = ""] = scopesOf(api).flatMap((scope) =>
    scope.name === apps.get("TEST-NARROW-KEY")?.scope ? [scope.path] : [],
  );
  return send(url + path, { headers: callHeaders(app, token) });
}
