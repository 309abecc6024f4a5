import type { IncomingHttpHeaders } from "node:http";
import type { Operation, SecurityScheme } from "./openapi.ts";

type Schemes = Record<string, SecurityScheme>;

/** The header field that carries a security scheme's credential. */
export function credentialHeader(schemes: Schemes, name: string): string {
  const scheme = schemes[name];
  return scheme?.type === "http" ? "Authorization" : (scheme?.name ?? name);
}

/** The text before a credential in its header field: `Bearer ` or nothing. */
export function credentialPrefix(schemes: Schemes, name: string): string {
  return schemes[name]?.type === "http" ? "Bearer " : "";
}

/** The header fields that carry credentials, by scheme name. */
export function credentialHeaders(
  schemes: Schemes,
  names: readonly string[],
  credentials: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => [credentialHeader(schemes, name), credentialPrefix(schemes, name) + (credentials[name] ?? "")]),
  );
}

/** The value of a scheme's header field; undefined where the request has none. */
export function credential(schemes: Schemes, name: string, headers: IncomingHttpHeaders): string | undefined {
  const value = headers[credentialHeader(schemes, name).toLowerCase()];
  return isGiven(value) ? value : undefined;
}

function isGiven(value: string | string[] | undefined): value is string {
  return typeof value === "string" && value !== "";
}

/** The security of each operation as its alternatives' header fields. */
const alternatives = new WeakMap<Operation, readonly (readonly string[])[]>();

/**
 * The header fields that a request lacks for the security alternative it comes nearest to; none where one is met.
 *
 * @param excused a field that the request may lack
 */
export function missingCredentials(
  schemes: Schemes,
  operation: Operation,
  headers: IncomingHttpHeaders,
  excused?: string,
): readonly string[] {
  let fields = alternatives.get(operation);
  if (fields === undefined) {
    fields = operation.security.map((names) => Object.keys(names).map((name) => credentialHeader(schemes, name)));
    alternatives.set(operation, fields);
  }
  let nearest: readonly string[] | undefined;
  for (const alternative of fields) {
    const missing = alternative.filter((field) => field !== excused && !isGiven(headers[field.toLowerCase()]));
    if (missing.length === 0) return missing;
    if (nearest === undefined || missing.length < nearest.length) nearest = missing;
  }
  return nearest ?? [];
}

/** The token of an Authorization field; undefined where it is no Bearer token (RFC 6750, 2.1; the scheme in any case, RFC 9110, 11.1). */
export function bearerToken(authorization: string): string | undefined {
  return /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(authorization)?.[1];
}
