import type { IncomingMessage } from "node:http";

/** The header fields that let a page of any origin read an answer (Fetch standard, 3.3): the sandbox holds no real data. */
export function corsHeaders({ headers }: IncomingMessage): Record<string, string> {
  const { origin } = headers;
  if (origin === undefined) return { vary: "origin" };
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    "access-control-expose-headers": "*, allow, www-authenticate",
    vary: "origin",
  };
}

/** Whether a request is a CORS preflight (Fetch standard, 3.3.2). */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === "OPTIONS" && headers.origin !== undefined && headers["access-control-request-method"] !== undefined;
}

/** The answer to a preflight allows the requested method and headers; the gateway checks the request itself. */
export function preflightHeaders(request: IncomingMessage): Record<string, string> {
  const asked = request.headers["access-control-request-headers"];
  return {
    ...corsHeaders(request),
    "access-control-allow-methods": String(request.headers["access-control-request-method"]),
    ...(typeof asked === "string" ? { "access-control-allow-headers": asked } : {}),
    ...(request.headers["access-control-request-private-network"] === "true"
      ? { "access-control-allow-private-network": "true" }
      : {}),
    "access-control-max-age": "600",
  };
}
