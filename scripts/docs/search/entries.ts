/** A place of the site that a search finds: a page, a section, a row. */
export interface Entry {
  /** From the site's folder: a file, with an anchor where the place has one. */
  url: string;
  /** The page's or the heading's title; of a row, its first two cells. */
  title: string;
  kind: string;
  /** The title of its page. */
  page: string;
  /** What stands there: a line for each block, cell or line of code. */
  text: string;
}

/** The most characters of a block of code that are searched. */
const longestCode = 1000;
/** A longer text is no name. */
const longestName = 60;

const token = /<!--[^]*?-->|<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+|</gi;
const block = /^(?:p|div|section|article|details|summary|caption|table|tr|t[hd]|[uod]l|li|d[td]|h[1-6]|br|pre)$/;
const heading = /^h[2-4]$/;
const row = /^(?:tr|li|dt)$/;
/** Pictures and controls: their words are no text of the page. */
const silent = /^(?:svg|button|select|textarea|script|style|template)$/;

/** A place while its text is gathered. */
interface Place {
  id?: string;
  tag: string;
  /** The lines that name it. */
  names: string[];
  lines: string[];
}

/**
 * The places of a page: itself, each heading (h2 to h4) with an id, and each row (tr, li, dt) with an id, each with the text
 * up to the next.
 *
 * @param body HTML as the site's templates write it: every tag closed, attributes in quotes
 */
export function entriesOf({ file, title, kind }: { file: string; title: string; kind: string }, body: string): Entry[] {
  const own: Place = { tag: "main", names: [title], lines: [] };
  const places = [own];
  let section = own;
  let inRow: Place | undefined;
  let naming: Place | undefined;
  let cell = 0;
  let skipped: string | undefined;
  let code: number | undefined;
  let line = "";

  const endLine = (): void => {
    const text = line.replaceAll(/\s+/g, " ").trim().normalize("NFC");
    line = "";
    if (text === "") return;
    if (naming !== undefined) naming.names.push(text);
    else if (inRow?.tag === "tr" && inRow.names.length < cell && cell <= 2 && text.length <= longestName)
      inRow.names.push(text);
    else if (inRow?.tag === "li" && inRow.names.length === 0) {
      const [name = ""] = text.split(/: |\. /);
      inRow.names.push(name.slice(0, longestName));
      inRow.lines.push(text);
    } else (inRow ?? section).lines.push(text);
  };
  const open = (tag: string, id: string | undefined): void => {
    if (id !== undefined && heading.test(tag)) {
      places.push((section = naming = { id, tag, names: [], lines: [] }));
      inRow = undefined;
    } else if (id !== undefined && row.test(tag)) {
      places.push((inRow = { id, tag, names: [], lines: [] }));
      if (tag === "dt") naming = inRow;
      cell = 0;
    }
    if (tag === "th" || tag === "td") cell++;
    if (tag === "pre") code = 0;
  };
  const close = (tag: string): void => {
    if (tag === naming?.tag) naming = undefined;
    if (tag === inRow?.tag && tag !== "dt") inRow = undefined;
    if (tag === "dl" && inRow?.tag === "dt") inRow = undefined;
    if (tag === "pre") code = undefined;
  };
  const addCode = (text: string, length: number): void => {
    for (const [index, part] of text.slice(0, longestCode - length).split("\n").entries()) {
      if (index > 0) endLine();
      line += part;
    }
    code = length + text.length;
  };

  for (const [text, slash, name, attributes = ""] of body.matchAll(token)) {
    const tag = name?.toLowerCase();
    if (skipped !== undefined) {
      if (tag === skipped && slash === "/") skipped = undefined;
    } else if (tag === undefined) {
      if (text.startsWith("<!--")) continue;
      if (code === undefined) line += decoded(text);
      else if (code < longestCode) addCode(decoded(text), code);
    } else if (slash === "" && silent.test(tag)) skipped = tag;
    else if (block.test(tag)) {
      endLine();
      if (slash === "/") close(tag);
      else open(tag, / id="([^"]*)"/.exec(attributes)?.[1]);
    }
  }
  endLine();
  return places.map(({ id, names, lines }) => ({
    url: id === undefined ? file : `${file}#${decoded(id)}`,
    title: names.join(" "),
    kind,
    page: title,
    text: lines.join("\n"),
  }));
}

const characters: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&", nbsp: " " };

function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|(\w+));/g, (whole, number?: string, name = "") =>
    number === undefined ? (characters[name as string] ?? whole) : String.fromCodePoint(Number(number)),
  );
}
