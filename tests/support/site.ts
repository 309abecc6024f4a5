import { loadSpec } from "../../scripts/bundle/spec-files.ts";
import { specDir } from "../../scripts/lib/paths.ts";
import { siteOf } from "../../scripts/docs/site.ts";
import { api } from "./bundle.ts";
import { oncePerRun } from "./once-per-run.ts";

/** The docs site of the committed bundle and spec by file name, made once a run. */
export const site = new Map(await oncePerRun("site", async () => [...(await siteOf(api, loadSpec(specDir)).all())]));

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
