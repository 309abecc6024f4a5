import { createHash } from "node:crypto";

/** The sources that a page may load besides its own inline scripts. */
interface CspSources {
  /** `'unsafe-inline'`, or the inline style of the page. */
  style: "'unsafe-inline'" | { text: string };
  /** Whether the page may call its own server. */
  connect: boolean;
  /** Whether the page has a font as a data: URL. */
  font: boolean;
}

/** The Content-Security-Policy of a page that loads nothing: its inline scripts run by their hashes (CSP Level 3, 8.4). */
export function contentSecurityPolicy(scripts: readonly string[], { style, connect, font }: CspSources): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts.map(hash).join(" ")}`,
    `style-src ${typeof style === "string" ? style : hash(style.text)}`,
    "img-src data:",
    ...(font ? ["font-src data:"] : []),
    `connect-src ${connect ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
