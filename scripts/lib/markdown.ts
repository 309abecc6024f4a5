/** A table in Markdown (GFM 0.29, 4.10). Cells are Markdown; a bar or line break in a cell does not end it. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (markdown: string): string => markdown.replaceAll(/\s+/g, " ").replaceAll(/(?<!\\)\|/g, "\\|");
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A text as Markdown and HTML show it unchanged (CommonMark 0.31, 2.4; GFM 0.29, 4.10 and 6.5). */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_[\]<>|~&#$]/g, "\\$&");
}
