import { basename } from "node:path";
import { deref, nodeAt, type OpenApi, operationsOf, pointerSegments, type Schema } from "../../bundle/openapi.ts";
import { parametersOf } from "../../bundle/parameters.ts";
import {
  type Erratum,
  type FieldRow,
  pointsAt,
  type PrintedRow,
  readTypeNotation,
  rowPointers,
  type SourcePointer,
} from "../../bundle/source.ts";
import type { SpecUnderTest } from "./spec-under-test.ts";

/** A field of a body as the document prints it, with what the errata decide in its place. */
export interface DocumentedField {
  /** Its parents on the wire, as in FieldRow. */
  at: string;
  code: string;
  required: boolean;
  type: string;
  /** Keywords that narrow its values: maxLength from the type notation, the rest from errata. */
  maxLength?: number;
  minLength?: number;
  pattern?: string;
  enum?: unknown[];
}

/** A field that a schema reaches. */
interface ReachedField {
  at: string;
  code: string;
  /** Of its schema in the bundle. */
  pointer: string;
  schema: Schema;
}

/** The documented fields of the body whose schema is at a pointer of the bundle, in schema order. */
export function documentedFields(spec: SpecUnderTest, schemaPointer: string): DocumentedField[] {
  const rowOf = rowFinder(spec);
  const decided = decisionsByPointer(spec);
  return reachedFields(spec.api, schemaPointer).flatMap(({ at, code, pointer, schema }) => {
    const row = rowOf(schema["x-source"]);
    return row === undefined ? [] : [{ ...printedField(row), ...decided.get(pointer), at, code }];
  });
}

/** The rows of the document's tables that no field of a body and no parameter points at, as `section at.code`. */
export function unreachedRows(spec: SpecUnderTest): string[] {
  const fields = spec.bodies.flatMap(({ schemaPointer }) =>
    reachedFields(spec.api, schemaPointer).map(({ schema }) => schema),
  );
  const parameters = operationsOf(spec.api).flatMap(({ path, method }) => parametersOf(spec.api, path, method));
  const pointers = [...fields, ...parameters].flatMap((one) => rowPointers(one["x-source"]));
  return spec.spec.tables.flatMap(({ section, rows }) =>
    rows
      .filter((row) => !pointers.some((pointer) => pointsAt(pointer, row)))
      .map(({ at, code }) => `${section} ${at}.${code}`),
  );
}

/** The documented parameters of an operation; `at` is query, path or header. */
export function documentedParameters(spec: SpecUnderTest, path: string, method: string): DocumentedField[] {
  const rowOf = rowFinder(spec);
  return parametersOf(spec.api, path, method).flatMap((parameter) => {
    const row = rowOf(parameter["x-source"]);
    return row === undefined ? [] : [{ ...printedField(row), at: parameter.in, code: parameter.name }];
  });
}

/** Finds the row that a field's `x-source` points at; of several, which lint compares, the first. */
function rowFinder({ spec }: SpecUnderTest): (source: SourcePointer | undefined) => PrintedRow | undefined {
  const rows = spec.tables.flatMap((table) => table.rows);
  return (source) =>
    rowPointers(source)
      .flatMap((pointer) => rows.find((row) => pointsAt(pointer, row)) ?? [])
      .at(0);
}

function printedField({ at, code, required, type: notation }: FieldRow): DocumentedField {
  const { type = "string", length } = readTypeNotation(notation);
  return { at, code, required: required === "Y", type, ...(length !== undefined && { maxLength: length }) };
}

function decisionsByPointer({ spec }: SpecUnderTest): Map<string, object> {
  const found = new Map<string, object>();
  for (const { at, decided } of spec.source<Erratum[]>("errata.yaml").flatMap(({ places }) => places)) {
    const [file = "", pointer = ""] = at.split("#");
    const place = `/components/schemas/${basename(file, ".yaml")}${pointer}`;
    found.set(place, { ...found.get(place), ...decided });
  }
  return found;
}

/** Every field that a schema reaches, through references too. A schema that contains itself is entered once. */
export function reachedFields(api: OpenApi, schemaPointer: string): ReachedField[] {
  const found: ReachedField[] = [];
  const visit = (place: string, at: string, above: readonly string[]): void => {
    const { pointer, schema } = resolve(api, place);
    if (above.includes(pointer)) return;
    if (schema.items !== undefined) visit(`${pointer}/items`, `${at}[]`, [...above, pointer]);
    for (const code of Object.keys(schema.properties ?? {})) {
      const child = `${pointer}/properties/${code}`;
      found.push({ at, code, ...resolve(api, child) });
      visit(child, at === "" ? code : `${at}.${code}`, [...above, pointer]);
    }
  };
  visit(schemaPointer, "", []);
  return found;
}

/** Follows references from a place to the schema that is meant; one that is not there is empty. */
function resolve(api: OpenApi, place: string): { pointer: string; schema: Schema } {
  const schema = (nodeAt(api, pointerSegments(place)) ?? {}) as Schema;
  return schema.$ref === undefined ? { pointer: place, schema } : resolve(api, schema.$ref.slice(1));
}

/** A value of a schema in which every field is there, and every list has one item. */
export function sampleOf(api: OpenApi, schema: Schema): unknown {
  const { type, enum: values, items, properties = {}, ...rest } = deref<Schema>(api, schema);
  const { pattern = "", const: only } = rest as { pattern?: string; const?: unknown };
  if (only !== undefined) return only;
  if (values?.[0] !== undefined) return values[0];
  if (items !== undefined) return [sampleOf(api, items)];
  if (type === "object")
    return Object.fromEntries(Object.entries(properties).map(([code, field]) => [code, sampleOf(api, field)]));
  if (type === "integer" || type === "number") return 1;
  if (type === "boolean") return true;
  return ["1", "A", ""].find((text) => new RegExp(pattern, "u").test(text)) ?? "";
}
