import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { loadSpec } from "../../scripts/bundle/spec-files.ts";
import { specDir } from "../../scripts/lib/paths.ts";
import { buildSite } from "../../scripts/docs/build.ts";
import { api } from "./bundle.ts";

/** The docs site of the committed bundle and spec, built by the first test file of a run that asks for it. */
export const site = await builtSite(join(inject("runFolder"), "site.json"));

async function builtSite(kept: string): Promise<Map<string, string>> {
  if (existsSync(kept)) return new Map(JSON.parse(readFileSync(kept, "utf8")) as [string, string][]);
  const built = await buildSite(api, loadSpec(specDir));
  // Written whole or not at all: another file may be looking.
  writeFileSync(`${kept}.${process.pid}`, JSON.stringify([...built]));
  renameSync(`${kept}.${process.pid}`, kept);
  return built;
}

/** The site's page of guides and dictionaries. */
export const indexPage = site.get("index.html") ?? "";

/** The text of an HTML fragment without tags. */
export function plain(fragment: string): string {
  return fragment
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
