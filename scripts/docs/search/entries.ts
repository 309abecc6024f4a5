/** A place of the site that a search finds: a page, a section, a row. */
export interface Entry {
  /** From the site's folder: a file, with an anchor where the place has one. */
  url: string;
  /** The page's or the heading's title; of a row, its first two cells. */
  title: string;
  kind: string;
  /** The title of its page. */
  page: string;
  /** The heads of its columns, of a table's row. */
  columns: string;
  /** What stands there: a line for each block, cell or line of code. */
  text: string;
}

/** The most characters of a block of code that are searched. */
const longestCode = 1000;
/** A longer text is no name. */
const longestName = 60;

/** A tag, or the text up to the next. In the site's pages every > of an attribute is escaped. */
const token = /<(\/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+/g;
const block = /^(?:p|div|section|article|details|summary|caption|table|thead|tr|t[hd]|[uod]l|li|d[td]|h[1-6]|br|pre)$/;
const heading = /^h[2-4]$/;
const row = /^(?:tr|li|dt)$/;
/** Pictures and controls: their words are no text of the page. */
const silent = /^(?:svg|button|select|textarea|script|style|template)$/;

/**
 * The places of a page: itself, each heading (h2 to h4) with an id, and each row (tr, li, dt) with an id, each with the text
 * up to the next. Code that repeats other code in a further language is none.
 *
 * @param body HTML as the site's templates write it: what opens is closed, attributes in quotes
 */
export function entriesOf({ file, title, kind }: { file: string; title: string; kind: string }, body: string): Entry[] {
  const reader = new PlaceReader(title);
  let skipped: string | undefined;
  let isRepeat = false;
  for (const [text, slash, tag, attributes = ""] of body.matchAll(token)) {
    if (skipped !== undefined) {
      if (tag === skipped && slash === "/") skipped = undefined;
    } else if (tag === undefined) reader.text(decoded(text));
    else if (slash === "" && (silent.test(tag) || (isRepeat && tag === "pre"))) skipped = tag;
    else if (block.test(tag)) {
      if (tag === "div") isRepeat = slash === "" && attributes.includes(" data-repeat");
      if (slash === "/") reader.close(tag);
      else reader.open(tag, / id="([^"]*)"/.exec(attributes)?.[1]);
    }
  }
  return reader
    .end()
    .map(({ id, names, lines, columns }) => ({
      url: id === undefined ? file : `${file}#${decoded(id)}`,
      title: names.join(" "),
      kind,
      page: title,
      columns,
      text: lines.join("\n"),
    }));
}

/** A place while its text is gathered. */
interface Place {
  id: string | undefined;
  tag: string;
  /** The lines that name it. */
  names: string[];
  lines: string[];
  columns: string;
}

/** Gathers the lines of a page's places. */
class PlaceReader {
  readonly #places: Place[] = [];
  /** The page or its last heading: what stands in no row is its text. */
  #section: Place;
  #row: Place | undefined;
  /** The heading or dt that is open. */
  #naming: Place | undefined;
  /** The number of the row's cell. */
  #cell = 0;
  #heads: string[] | undefined;
  #columns = "";
  /** The characters of the block of code that is open. */
  #code: number | undefined;
  #line = "";

  constructor(title: string) {
    this.#section = this.#begin(undefined, "main", "");
    this.#section.names.push(title);
  }

  text(text: string): void {
    if (this.#code === undefined) this.#line += text;
    else if (this.#code < longestCode) {
      const [first = "", ...more] = text.slice(0, longestCode - this.#code).split("\n");
      this.#line += first;
      for (const line of more) {
        this.#endLine();
        this.#line = line;
      }
      this.#code += text.length;
    }
  }

  open(tag: string, id: string | undefined): void {
    this.#endLine();
    if (id !== undefined && heading.test(tag)) {
      this.#section = this.#naming = this.#begin(id, tag, "");
      this.#row = undefined;
    } else if (id !== undefined && row.test(tag)) {
      this.#row = this.#begin(id, tag, tag === "tr" ? this.#columns : "");
      this.#cell = 0;
      if (tag === "dt") this.#naming = this.#row;
    }
    if (tag === "th" || tag === "td") this.#cell++;
    if (tag === "thead") this.#heads = [];
    if (tag === "pre") this.#code = 0;
  }

  close(tag: string): void {
    this.#endLine();
    if (tag === this.#naming?.tag) this.#naming = undefined;
    // A dt's text is the dd after it.
    if (tag === (this.#row?.tag === "dt" ? "dl" : this.#row?.tag)) this.#row = undefined;
    if (tag === "pre") this.#code = undefined;
    if (tag === "thead") {
      this.#columns = this.#heads?.join(" ") ?? "";
      this.#heads = undefined;
    }
  }

  end(): readonly Place[] {
    this.#endLine();
    return this.#places;
  }

  #begin(id: string | undefined, tag: string, columns: string): Place {
    const place: Place = { id, tag, names: [], lines: [], columns };
    this.#places.push(place);
    return place;
  }

  #endLine(): void {
    const line = this.#line.replaceAll(/\s+/g, " ").trim().normalize("NFC");
    this.#line = "";
    if (line === "") return;
    this.#heads?.push(line);
    const at = this.#row ?? this.#section;
    if (this.#naming !== undefined) this.#naming.names.push(line);
    else if (this.#namesCell(line)) at.names.push(line);
    else {
      at.lines.push(line);
      if (at.tag === "li" && at.names.length === 0)
        at.names.push((line.split(/: |\. /)[0] ?? "").slice(0, longestName));
    }
  }

  /** Whether a line is the first of one of a row's first two cells. */
  #namesCell(line: string): boolean {
    if (this.#row?.tag !== "tr" || this.#cell > 2 || line.length > longestName) return false;
    return this.#row.names.length < this.#cell;
  }
}

const characters: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&", nbsp: " " };

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:#(\d+)|(\w+));/g, (whole, number?: string, name = "") =>
    number === undefined ? (characters[name as string] ?? whole) : String.fromCodePoint(Number(number)),
  );
}
