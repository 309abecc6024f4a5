import { join } from "node:path";
import { build } from "esbuild";

/** The script of every page, bundled into one. */
export async function siteScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "client/main.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    write: false,
    legalComments: "none",
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? "";
}
