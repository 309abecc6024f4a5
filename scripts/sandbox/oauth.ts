import { type OpenApi, operationsOf } from "../bundle/openapi.ts";
import { groupBy } from "../lib/group-by.ts";
import * as say from "./messages.ts";

/** Where the sandbox's OAuth server is: its issuer is this path behind the origin. The bank published none. */
export const oauthPath = "/__sandbox/oauth";

/** Where its metadata is (RFC 8414, 3.1). */
export const oauthMetadataPath = `/.well-known/oauth-authorization-server${oauthPath}`;

/** A scope: it lets a token call one API. */
export interface Scope {
  /** The first operationId of the API's path. */
  name: string;
  path: string;
  /** The API's Korean name. */
  title: string;
}

/** The scopes of a bundle, one an API, in document order. */
export function scopesOf(api: OpenApi): Scope[] {
  return [...groupBy(operationsOf(api), ({ path }) => path)].map(([path, [first]]) => {
    const { operationId, summary } = first?.operation as { operationId: string; summary: string };
    return { name: operationId, path, title: summary };
  });
}

/** The names in an app's OAuth Scope field, which blanks stand between. */
export function scopeNames(text: string): string[] {
  return text.split(/\s+/).filter((name) => name !== "");
}

/** The OAuth Scope of an app as people read it. */
export function scopeText({ scope }: { scope: string }): string {
  return scope === "" ? say.everyScope : scope;
}

/** What is wrong with an app's OAuth Scope field, as a Korean sentence; undefined where nothing is. */
export function scopeProblem(text: string, known: readonly string[]): string | undefined {
  const unknown = scopeNames(text).find((name) => !known.includes(name));
  if (unknown === undefined) return undefined;
  return say.unknownScope(unknown, known.join(", "));
}

/** Schemes that a browser would run or open itself instead of going back to an app. */
const refusedSchemes = ["javascript:", "vbscript:", "data:", "blob:", "file:", "about:"];

/** What is wrong with an app's OAuth Callback URL, as a Korean sentence; undefined where nothing is. */
export function callbackProblem(text: string): string | undefined {
  const url = URL.parse(text);
  const isGood =
    url !== null &&
    /^[!-~]+$/.test(text) &&
    !text.includes("#") &&
    url.username === "" &&
    !refusedSchemes.includes(url.protocol);
  return isGood ? undefined : say.badCallback;
}
