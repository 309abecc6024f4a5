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

/** A text as HTML text or attribute value. */
function escape(text: string): string {
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

/** A table with a caption; the first cell of a row is its header. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly { id?: string; cells: readonly Value[]; attributes?: Html }[],
): Html {
  const body = rows.map(
    ({ id, cells, attributes }) =>
      html`<tr${id === undefined ? "" : html` id="${id}"`}${attributes}>${cells.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>\n`,
  );
  return html`<div class="wide" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${body}</tbody></table></div>
`;
}

/** A block of code. `run` names what a test and a reader can do with it. */
export function code(text: string, language: "sh" | "ts" | "json" | "http" | "text", run?: string): Html {
  return html`<pre data-language="${language}"${run === undefined ? "" : html` data-run="${run}"`} tabindex="0"><code>${text}</code></pre>
`;
}
