import { idIn } from "./fragment.ts";
import { loadScript } from "./load-script.ts";

declare global {
  /** The ids of the site, whole or their beginnings, by file: assets/places.js. */
  var wooriPlaces: Record<string, string[]> | undefined;
}

/**
 * Leads a link to an id that is not on this page to the page that has it. Links to the site from when it was one page, or to
 * its former reference, arrive so.
 */
export function leadOn(): void {
  const lead = (): void => {
    const id = idIn(location.hash);
    if (id === "" || id === "search" || document.getElementById(id) !== null) return;
    void loadScript("assets/places.js").then(
      () => {
        const place = placeOf(id, globalThis.wooriPlaces ?? {});
        if (place !== undefined && place !== here()) location.replace(place);
      },
      // Without the list the page stays as it is.
      () => undefined,
    );
  };
  addEventListener("hashchange", lead);
  lead();
}

/** The file and the fragment that an id leads to. */
function placeOf(id: string, places: Record<string, string[]>): string | undefined {
  const files = new Map(Object.entries(places).flatMap(([file, ids]) => ids.map((one) => [one, file] as const)));
  for (let part = id; part !== ""; part = part.slice(0, Math.max(0, part.lastIndexOf("-")))) {
    const file = files.get(part);
    if (file !== undefined) return `${file}#${encodeURIComponent(id)}`;
  }
  // The former reference named an operation by its tag and its id, in lower case.
  const parts = new Set(
    id
      .toLowerCase()
      .split(/[/#]/)
      .map((part) => `op-${part}`),
  );
  const found = [...files].find(([one]) => parts.has(one.toLowerCase()));
  return found === undefined ? undefined : `${found[1]}#${encodeURIComponent(found[0])}`;
}

function here(): string {
  return `${document.body.dataset["page"]}${location.hash}`;
}
