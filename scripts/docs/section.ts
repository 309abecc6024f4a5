import type { Html } from "./html.ts";
import type { Entry, Model } from "./model.ts";

/** One part of the page. */
export interface Section {
  /** The section's anchor. */
  id: string;
  title: string;
  body: Html;
  /** What a search finds in it, beside its own title. */
  entries: Entry[];
}

/** Makes a section from the spec. */
export type MakeSection = (model: Model) => Section;
