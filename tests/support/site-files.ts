import type { Site } from "../../scripts/docs/site.ts";

/** All files of a site by name. */
export async function siteFiles(site: Site): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for await (const [file, text] of site.files()) all.set(file, text);
  return all;
}
