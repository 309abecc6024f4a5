import { Marked } from "marked";
import { Html, html } from "../html.ts";
import type { MakePage } from "../docs-page.ts";

/** CHANGELOG.md. */
export const changes: MakePage = ({ changelog }) => {
  const anchor = (version: string): string => `version-${version.split(" ")[0] ?? ""}`;
  const marked = new Marked({
    renderer: {
      // The page has its own title: the versions are its second level.
      heading({ tokens, depth, text }) {
        return depth === 1 ? "" : `<h2 id="${anchor(text)}">${this.parser.parseInline(tokens)}</h2>\n`;
      },
    },
  });
  return html`${new Html(marked.parse(changelog, { async: false }))}`;
};
