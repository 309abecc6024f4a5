import { readFileSync } from "node:fs";
import type { Credentials } from "../bundle/example-request.ts";
import { defaultAppsFile } from "./sandbox-options.ts";

/** An app of the developer portal (2.3 to 2.5) as the gateway knows it. */
export interface App {
  name: string;
  appKey: string;
  /** Left out where the gateway does not look at the secret key. */
  secretKey?: string;
  /** 서비스 중, 준비 (not yet approved), or suspended. */
  state: "in-service" | "pending" | "suspended";
  /** operationIds the app may call; all where it is left out. */
  apis?: string[];
  /** Calls the gateway allows; unlimited where a number is left out. */
  plan?: { perSecond?: number; total?: number };
  /** 공개 apps have no secret towards the OAuth server; confidential where left out. */
  type?: "public" | "confidential";
  /** Where the OAuth server leads back to. */
  callbackUrl?: string;
  /** Names of scopes with blanks between; those of all its APIs where left out. */
  scope?: string;
  /** Access tokens issued for the app. */
  tokens?: Record<string, "valid" | "expired">;
}

/** What an access token is made of (RFC 6750, 2.1). */
export const tokenForm = /^[A-Za-z0-9\-._~+/]{1,200}=*$/;

/** The apps of the default file. It is read as JSON and not checked, which a start would have to wait for. */
export function defaultApps(): App[] {
  return (JSON.parse(readFileSync(defaultAppsFile, "utf8")) as { apps: App[] }).apps;
}

/**
 * The credentials that requests to paste are shown with: those of the first app in service, of those that have a secret
 * key where there are any. Keys of a team's own file may be
 * those of a test system and are not shown; what stands in their place says so.
 */
export function shownCredentials(apps: readonly App[]): Credentials {
  const serving = apps.filter(({ state }) => state === "in-service");
  const app = serving.find(({ secretKey }) => secretKey !== undefined) ?? serving[0];
  const [token] = Object.entries(app?.tokens ?? {}).find(([, state]) => state === "valid") ?? [];
  return {
    appKey: shown(app?.appKey, "<앱 키>"),
    secretKey: shown(app?.secretKey, "<시크릿 키>"),
    bearer: shown(token, "<액세스 토큰>"),
  };
}

/** A key if it is an obvious example, otherwise the given placeholder. */
export function shown(key: string | undefined, otherwise: string): string {
  return key?.startsWith("SANDBOX-") === true ? key : otherwise;
}
