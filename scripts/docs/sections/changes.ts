import { Marked } from "marked";
import { Html, html } from "../html.ts";
import type { MakeSection } from "../page-section.ts";

/** CHANGELOG.md. */
export const changes: MakeSection = ({ changelog }) => {
  const versions = [...changelog.matchAll(/^## (.+)$/gm)].map(([, version]) => String(version));
  const anchor = (version: string): string => `version-${version.split(" ")[0] ?? ""}`;
  const marked = new Marked({
    renderer: {
      // The page has headings above: the versions are its third level.
      heading({ tokens, depth, text }) {
        return depth === 1 ? "" : `<h3 id="${anchor(text)}">${this.parser.parseInline(tokens)}</h3>\n`;
      },
    },
  });
  return {
    id: "changes",
    title: "변경 이력",
    body: html`${new Html(marked.parse(changelog, { async: false }))}`,
    entries: versions.map((version) => ({
      anchor: anchor(version),
      title: version,
      kind: "변경 이력",
      searchText: "CHANGELOG 버전",
    })),
  };
};
