import { groupBy } from "../lib/group-by.ts";

/** A row of one of the document's field tables, spec/source/fields.yaml. */
export interface FieldRow {
  /** Where the field is on the wire: its parents joined by dots, `[]` behind a list; `query`, `path` or `header` for a parameter. */
  at: string;
  code: string;
  name: string;
  required: "Y" | "N" | "";
  /** As printed: `S(39)`, or "" where the document has none. */
  type: string;
  /** What the transcription of the document has instead. */
  transcribed?: { name?: string; at?: string };
}

export interface FieldTable {
  section: string;
  title: string;
  /** The schema file that encodes the table; a table of parameters alone has none. */
  schema?: string;
  /** Rows of another section that the document prints in this table again: those at this place and under it. */
  repeats?: { section: string; at: string };
  /** The rows of its own. */
  rows: FieldRow[];
}

/** A row as a table prints it. */
export interface PrintedRow extends FieldRow {
  /** The section by which `x-source` points at it: that of its own table, also where another table repeats it. */
  home: string;
}

/** A field table with all rows that the document prints in it. */
export interface PrintedTable extends FieldTable {
  rows: PrintedRow[];
}

/** The tables as the document prints them: rows that a table repeats stand before its own. */
export function printedTables(tables: readonly FieldTable[]): PrintedTable[] {
  const ownRows = tables.map(({ section, rows }) => rows.map((row): PrintedRow => ({ ...row, home: section })));
  const bySection = groupBy(ownRows.flat(), ({ home }) => home);
  return tables.map((table, index) => {
    const { repeats } = table;
    const repeated = repeats === undefined ? [] : (bySection.get(repeats.section) ?? []);
    return { ...table, rows: [...repeated.filter(({ at }) => isUnder(at, repeats?.at)), ...(ownRows[index] ?? [])] };
  });
}

function isUnder(at: string, place = ""): boolean {
  return at === place || at.startsWith(`${place}.`) || at.startsWith(`${place}[`);
}

/** Where a row stands: the `x-source` of a field points at it and repeats nothing of it. */
export interface RowPointer {
  section: string;
  code: string;
  /** The row's `at`, where the table has the code at several places. */
  at?: string;
}

/** `x-source`: the rows that a field encodes, or the section that anything else comes from. */
export type SourcePointer = { section: string } | RowPointer | RowPointer[];

/** The rows that an `x-source` points at; none where it names a section alone. */
export function rowPointers(source: SourcePointer | undefined): RowPointer[] {
  if (source === undefined) return [];
  return Array.isArray(source) ? source : "code" in source ? [source] : [];
}

/** Tells whether a pointer means a row. */
export function pointsAt({ section, code, at }: RowPointer, row: PrintedRow): boolean {
  return section === row.home && code === row.code && (at ?? row.at) === row.at;
}

/** How a place of the spec can differ from the document. The first seven are about a field. */
export const facets = [
  "code",
  "name",
  "at",
  "type",
  "length",
  "required",
  "values",
  "method",
  "server",
  "status",
  "mediaType",
  "header",
  "security",
  "closed",
  "sample",
] as const;
export type Facet = (typeof facets)[number];

/** An entry of the errata register, spec/source/errata.yaml. */
export interface Erratum {
  id: string;
  kind: "transcription" | "document" | "decision";
  section: string;
  topic: string;
  source: string;
  spec: string;
  evidence: { strength: "B" | "L" | "C" | "I"; fact: string }[];
  confidence: "high" | "medium" | "low";
  /** `decided`: the keywords, or `required`, that the spec has in place of the document's. */
  places: { at: string; differs?: Facet[]; decided?: Record<string, unknown> }[];
}

/** What the document fixes outside its field tables, spec/source/document.yaml. */
export interface SourceDocument {
  sections: string[];
  /** Every server of the spec that is not written like this is a deviation. */
  server: { section: string; template: string };
  requests: { section: string; method: string; path: string }[];
  mediaTypes: { section: string; name: string; printed?: string }[];
  headers: { section: string; name: string }[];
  envelope: { section: string; keys: string[] };
  samples: { section: string; file: string; example: string; corrected?: string }[];
}

/** The steps of figure 1.3, spec/source/flow.yaml. */
export interface Flow {
  section: string;
  lanes: string[];
  /** Chains stand beside one another; the events of one follow one another. */
  steps: { title: string; chains: { lanes: string[]; does: string }[][] }[];
}

/** What the document tells about the developer portal, spec/source/portal.yaml. */
export interface Portal {
  title: string;
  steps: { section: string; title: string; screen?: string; prepare: string[]; does: string[] }[];
}

/** A type notation of the document: S 문자, N 숫자, D 소수점을 가지는 숫자, with a length, or a length and decimals. */
export const typeNotation: RegExp = /^(?:(?<letter>[SN])\((?<length>\d+)\)|(?<decimal>D)\(\d+,\d+\))$/;

const jsonTypes: Record<string, string> = { S: "string", N: "integer", D: "number" };

/**
 * Reads a type notation such as `S(39)`.
 *
 * @returns the type in JSON Schema's words and the length in characters or digits, as far as the notation says them
 */
export function readTypeNotation(notation: string): { type?: string; length?: number } {
  const { letter, length, decimal } = typeNotation.exec(notation)?.groups ?? {};
  const type = jsonTypes[letter ?? decimal ?? ""];
  return { ...(type !== undefined && { type }), ...(length !== undefined && { length: Number(length) }) };
}
