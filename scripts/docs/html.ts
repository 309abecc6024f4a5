import { highlight, type Language, type Token } from "./highlight.ts";
import { changedLines, type Json, newLines } from "./changed-lines.ts";

/** HTML that is already escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = Html | string | number | undefined | false | readonly Value[];

/** HTML from a template; values are escaped unless they are Html themselves, lists joined, false and undefined left out. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(parts.map((part, index) => part + (index < values.length ? render(values[index]) : "")).join(""));
}

function render(value: Value): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(render).join("");
  return value === undefined || value === false ? "" : escape(String(value as string | number));
}

/** A text as HTML text alone: JSON is full of quotes, which need nothing there. */
function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A text as HTML text or attribute value. */
function escape(text: string): string {
  if (!/[&<>"']/.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** A sentence with `code` between backticks. */
export function prose(text: string): Html {
  return new Html(escape(text).replaceAll(/`([^`]+)`/g, "<code>$1</code>"));
}

/** The most columns of a table that a phone shows as such. */
const widestTable = 5;

/** A table with a caption; the first cell of a row is its header. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly { id?: string; cells: readonly Value[]; attributes?: Html }[],
): Html {
  const isStacked = head.length > widestTable;
  const body = rows.map(
    ({ id, cells, attributes }) =>
      html`<tr${id === undefined ? "" : html` id="${id}"`}${attributes}>${cells.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td${isStacked && html` data-head="${head[index]}"`}>${new Html(render(cell).trim())}</td>`))}</tr>\n`,
  );
  return html`<div class="wide${isStacked && " stacked"}" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${body}</tbody></table></div>
`;
}

/**
 * A block of code, coloured by assets/code.css.
 *
 * @param run what a test and a reader can do with it
 * @param base a text of the same kind: lines that it lacks are marked
 */
export function code(text: string, language: Language, run?: string, base?: string): Html {
  return block(marked(text, language, base === undefined ? new Map() : newLines(text, base)), language, run);
}

/**
 * A value as JSON on many lines. Lines that differ from `base` are marked, for screen readers too; an object that lacks
 * keys of the base is marked where it begins. Copied text holds no marks.
 */
export function jsonExample(value: Json, { base }: { base?: Json } = {}): Html {
  const text = JSON.stringify(value, null, 2);
  const changed = base === undefined ? new Map<number, string>() : changedLines(value, base);
  return block(marked(text, "json", changed), "json");
}

/** The lines of a text, those with a note marked. */
function marked(text: string, language: Language, notes: ReadonlyMap<number, string>): Html[] {
  return highlight(text, language).map((tokens, at) => {
    const note = notes.get(at);
    return note === undefined ? lineOf(tokens) : html`<mark data-note="${note}">${lineOf(tokens)}</mark>`;
  });
}

function block(lines: readonly Html[], language: Language, run?: string): Html {
  const body = new Html(lines.map(({ text }) => text).join("\n"));
  return html`<pre data-language="${language}"${run === undefined ? "" : html` data-run="${run}"`} tabindex="0"><code>${body}</code></pre>
`;
}

/** The lines that many samples share are written once. */
const written = new WeakMap<readonly Token[], Html>();

function lineOf(tokens: readonly Token[]): Html {
  const known = written.get(tokens);
  if (known !== undefined) return known;
  const line = tokens.map(({ text, kind }) =>
    kind === "" ? escapeText(text) : `<span class="${kind}">${escapeText(text)}</span>`,
  );
  const made = new Html(line.join(""));
  written.set(tokens, made);
  return made;
}
