import { type Html, html } from "./html.ts";
import type { Model } from "./model.ts";

/** A link to an erratum by its topic. */
export function erratumLink({ errata }: Pick<Model, "errata">, id: string): Html {
  return html`<a href="#erratum-${id}">${errata.find((row) => row.id === id)?.topic ?? id}</a>`;
}
