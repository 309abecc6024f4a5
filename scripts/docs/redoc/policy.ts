import { createHash } from "node:crypto";

/**
 * The Content-Security-Policy of a page that may run these inline scripts and ask nobody for anything. Styles are
 * 'unsafe-inline': React writes style attributes and styled-components makes its rules while the page runs, so there
 * is nothing to hash.
 */
export function policyFor(scripts: string[]): string {
  const hashes = scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  return [
    "default-src 'none'",
    `script-src ${hashes.join(" ")}`,
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
