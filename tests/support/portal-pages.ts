import type { Reply } from "./http.ts";
import type { Visitor } from "./portal.ts";

/**
 * The pages that somebody reaches from the first one by links, by their paths below /portal.
 *
 * @param most how many there are of pages that differ in the id or the query alone
 */
export async function pagesOf(person: Visitor, most = 3): Promise<Map<string, Reply>> {
  const pages = new Map<string, Reply>();
  const kinds = new Map<string, number>();
  const waiting = ["/", "/login", "/sign-up"];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = path.replace(/\?.*/, "?").replaceAll(/\/\d+/g, "/:id");
    if (pages.has(path) || (kinds.get(kind) ?? 0) >= most) continue;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const reply = await person.get(path);
    pages.set(path, reply);
    for (const [, link = ""] of reply.text.matchAll(/href="\/portal(\/[^"#]*)/g))
      if (!link.startsWith("/assets/")) waiting.push(link.replaceAll("&amp;", "&"));
  }
  return pages;
}
