/** A table in Markdown (GFM 0.29, 4.10). Cells are Markdown; a bar or line break in a cell does not end it. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (markdown: string): string => markdown.replaceAll(/\s+/g, " ").replaceAll(/(?<!\\)\|/g, "\\|");
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A text as Markdown and HTML show it unchanged (CommonMark 0.31, 2.4; GFM 0.29, 4.10 and 6.5). */
export function escapeMarkdown(text: string): string {
  return (
    visible(text)
      .replaceAll(/\s+/g, " ")
      // Within a word, `_` is no mark.
      .replaceAll(/[\\`*[\]<>|~&#$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")
  );
}

/** A sentence whose only Markdown is `code` between backticks. */
export function proseMarkdown(text: string): string {
  return text
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 0 ? escapeMarkdown(part) : codeSpan(part)))
    .join("");
}

/** A text as code within a line, also of a table (CommonMark 0.31, 6.1). Nothing in it ends it. */
export function codeSpan(text: string): string {
  const code = visible(text).replaceAll(/\s+/g, " ");
  if (code.trim() === "") return "";
  // In a table, a backslash before a bar has no form that all parsers read alike.
  if (code.includes("\\|"))
    return `<code>${code.replaceAll(/[^\p{L}\p{N} ]/gu, (letter) => `&#${letter.codePointAt(0)};`)}</code>`;
  const fence = "`".repeat(longestRun(code, 0) + 1);
  const pad = /^[` ]|[` ]$/.test(code) ? " " : "";
  return `${fence}${pad}${code}${pad}${fence}`;
}

/** Lines to copy, as they are (CommonMark 0.31, 4.5); the fence is longer than any in them. */
export function codeBlock(text: string, language = ""): string {
  const fence = "`".repeat(longestRun(text, 2) + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function longestRun(text: string, least: number): number {
  return Math.max(least, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

/** Without what no editor shows: control characters, and those that turn the direction of the text (UAX #9, 3). */
function visible(text: string): string {
  return text.toWellFormed().replaceAll(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, " ");
}
