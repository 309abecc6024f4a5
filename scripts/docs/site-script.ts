import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import { root } from "../lib/paths.ts";

/** The script of every page, bundled into one, with the licences of the libraries in it. */
export async function siteScript(): Promise<string> {
  return (await bundleSiteScript()).text;
}

/** The script, and what it was made from. */
export async function bundleSiteScript(): Promise<{ text: string; metafile: Metafile }> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(import.meta.dirname, "client/main.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    outfile: "site.js",
    write: false,
    legalComments: "none",
    metafile: true,
    tsconfigRaw: {},
  });
  return { text: licences(metafile) + (outputFiles[0]?.text ?? ""), metafile };
}

/** The licence of each library in a script, as a comment. */
function licences({ inputs }: Metafile): string {
  const folders = new Set(
    Object.keys(inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []),
  );
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as {
        name: string;
        version: string;
      };
      const text = readFileSync(join(root, folder, "LICENSE"), "utf8")
        .replaceAll("\r\n", "\n")
        .trim();
      return `/*! ${name} ${version}\n${text} */\n`;
    })
    .join("");
}
