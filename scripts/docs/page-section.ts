import { type Html, html } from "./html.ts";
import type { Entry, Model } from "./model.ts";

/** One section of the page. */
export interface Section {
  /** The section's anchor. */
  id: string;
  title: string;
  body: Html;
  /** Search entries besides the section's own title. */
  entries: Entry[];
}

/** Makes a section from the spec. */
export type MakeSection = (model: Model) => Section;

/** Links to an erratum by its topic; says 없음 where the register lacks it. */
export function erratumLink({ errata }: Pick<Model, "errata">, id: string): Html {
  const row = errata.find((one) => one.id === id);
  return row === undefined ? html`없음` : html`<a href="#erratum-${id}">${row.topic}</a>`;
}
