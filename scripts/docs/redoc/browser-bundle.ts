import { readFile } from "node:fs/promises";
import { redoclyFile } from "../../bundle/redocly.ts";
import { patchRedoc } from "./patches.ts";

const exported = /export\{[^}]*\};?\s*$/;

/**
 * Redoc for the browser, patched as the prerenderer is, with its names in scope instead of exported. It comes from
 * the CLI itself: the npm package holds the same bytes but asks for React, a router and telemetry beside them.
 */
export async function browserBundle(): Promise<string> {
  const code = await readFile(redoclyFile("lib/chunks/redoc.standalone.js"), "utf8");
  if (!exported.test(code)) throw new Error("Redoc has changed: its bundle no longer ends with its exports");
  return patchRedoc(code.replace(exported, ""));
}

/** Code that may stand in a script element: in strings, templates and patterns `\x3C` means what `<` means. */
export function inlineScript(code: string): string {
  return code.replaceAll("\r\n", "\n").replace(/<(?=!--|\/?script)/gi, "\\x3C");
}
