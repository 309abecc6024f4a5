import type { Operation, SecurityScheme } from "../bundle/openapi.ts";

/** The code of the catalogue for a token that is refused. */
export const tokenCode = "SYSCD03001";

/**
 * The WWW-Authenticate field of a 401 (RFC 9110, 11.6.1): a challenge for each kind of scheme that the operation's security
 * has, in one field, as Java's HttpURLConnection gives the last field alone. It also has ERRCODE: that class drops the body
 * of a 401 where it streams the request.
 *
 * @param code ERRCODE of the answer
 * @param scope what a valid token lacks; undefined where the token itself is refused, or nothing of it
 */
export function challengeFor(
  schemes: Record<string, SecurityScheme>,
  { security }: Operation,
  code: string,
  scope?: string,
): { "www-authenticate": string } {
  const names = new Set(security.flatMap((alternative) => Object.keys(alternative)));
  const kinds = new Set([...names].map((name) => schemes[name]?.type));
  const isToken = code === tokenCode;
  const reason = `error_description="${code}"`;
  const tokenError = scope === undefined ? 'error="invalid_token"' : `error="insufficient_scope", scope="${scope}"`;
  const challenges = [
    // Keys in header fields have no registered scheme; browsers show no dialog for this one, nor for Bearer.
    ...(kinds.has("apiKey") ? [`ApiKey realm="sandbox"${isToken ? "" : `, ${reason}`}`] : []),
    // RFC 6750, 3.
    ...(kinds.has("http") ? [`Bearer realm="sandbox"${isToken ? `, ${tokenError}, ${reason}` : ""}`] : []),
  ];
  return { "www-authenticate": challenges.join(", ") };
}
