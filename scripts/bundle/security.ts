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
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The header fields that a request lacks for the security alternative it comes nearest to; none where one is met. */
export function missingCredentials(schemes: Schemes, { security }: Operation, headers: IncomingHttpHeaders): string[] {
  const lacking = security.map((alternative) =>
    Object.keys(alternative).filter((name) => credential(schemes, name, headers) === undefined),
  );
  const [missing = []] = lacking.sort((a, b) => a.length - b.length);
  return missing.map((name) => credentialHeader(schemes, name));
}

/** The token of an Authorization field; undefined where it is no Bearer token (RFC 6750, 2.1; the scheme in any case, RFC 9110, 11.1). */
export function bearerToken(authorization: string): string | undefined {
  return /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(authorization)?.[1];
}
