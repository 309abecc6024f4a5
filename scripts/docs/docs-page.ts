import { type Html, html } from "./html.ts";
import type { Model } from "./model.ts";

/** One page of the site. */
export interface DocsPage {
  /** The file's name; all pages lie in one folder. */
  file: string;
  /** What contents, headings and search call it. */
  title: string;
  /** A word before the title in the contents: an operation's method. */
  badge?: string;
  /**
   * The ids on the page, each whole or by its part up to a hyphen. The first is the page's own, at its title.
   */
  anchors: readonly [own: string, ...others: string[]];
  /** What a search result on this page is: 필드, 오류 코드, 안내 … */
  kind: string;
  /** A wide page, with code at the right of the text. */
  isReference?: boolean;
  /** Whether the contents leave it out: the further pages of a long list. */
  isContinued?: boolean;
  /** Makes what stands below the title. Headings begin at the second level. */
  body: () => Html;
  /** Makes what the script of this page reads; the one-page edition has none. */
  data?: () => Html;
}

/** Makes a page's body from the spec. */
export type MakePage = (model: Model) => Html;

/** Links to an erratum by its topic; says 없음 where the register lacks it. */
export function erratumLink({ errata }: Pick<Model, "errata">, id: string): Html {
  const row = errata.find((one) => one.id === id);
  return row === undefined ? html`없음` : html`<a href="#erratum-${row.id}">${row.topic}</a>`;
}
