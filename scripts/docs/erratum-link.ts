import { type Html, html } from "./html.ts";
import type { Model } from "./model.ts";

/** A link to an erratum by its topic; a spec whose register lacks it says so. */
export function erratumLink({ errata }: Pick<Model, "errata">, id: string): Html {
  const row = errata.find((one) => one.id === id);
  return row === undefined ? html`없음` : html`<a href="#erratum-${id}">${row.topic}</a>`;
}
