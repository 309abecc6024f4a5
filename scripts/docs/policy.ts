import { createHash } from "node:crypto";

/** What a page may do beside running the scripts that stand in it. */
export interface Leave {
  /** `'unsafe-inline'`, or the style that stands in the page. */
  style: "'unsafe-inline'" | { text: string };
  /** Whether it may ask the server that it came from. */
  connect: boolean;
  /** Whether it carries a font as a data: URL. */
  font: boolean;
}

/** The Content-Security-Policy of a page that loads nothing: its inline scripts run by their hashes (CSP Level 3, 8.4). */
export function contentSecurityPolicy(scripts: readonly string[], { style, connect, font }: Leave): string {
  return [
    "default-src 'none'",
    `script-src ${scripts.map(hash).join(" ")}`,
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
