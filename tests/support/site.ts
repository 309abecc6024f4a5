import { loadSpec } from "../../scripts/bundle/spec-files.ts";
import { specDir } from "../../scripts/lib/paths.ts";
import { siteOf } from "../../scripts/docs/site.ts";
import { api } from "./bundle.ts";
import { oncePerRun } from "./once-per-run.ts";
import { siteFiles } from "./site-files.ts";

/** The docs site of the committed bundle and spec by file name, made once a run. */
export const site = new Map(
  await oncePerRun("site", async () => [...(await siteFiles(siteOf(api, loadSpec(specDir))))]),
);

/** The site's pages by file name, without the edition that repeats them all. */
export const pages = new Map([...site].filter(([file]) => file.endsWith(".html") && !file.startsWith("all")));

/** Every page below each other: the one-page edition. */
export const allPages = site.get("all.html") ?? "";

/** The ids of a page. */
export function idsOf(page = ""): string[] {
  return [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => String(id));
}

/** The links of a site that lead to no file, or to an id that their file lacks. */
export function brokenLinks(files: ReadonlyMap<string, string>): string[] {
  const ids = new Map<string, Set<string>>();
  const hasId = (file: string, id: string): boolean => {
    const known = ids.get(file) ?? new Set(idsOf(files.get(file)));
    ids.set(file, known);
    return known.has(id);
  };
  return [...files].flatMap(([file, text]) =>
    file.endsWith(".html")
      ? [...text.matchAll(/ (?:href|src)="([^"]*)"/g)].flatMap(([, target = ""]) => {
          if (target === "data:,") return [];
          const [name, id] = target.split("#");
          const leads = files.has(name || file) && (id === undefined || hasId(name || file, decodeURIComponent(id)));
          return leads ? [] : [`${file}: ${target}`];
        })
      : [],
  );
}

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
