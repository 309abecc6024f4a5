import { basename } from "node:path";
import { deref, nodeAt, type OpenApi, operationsOf, pointerSegments, type Schema } from "../../bundle/openapi.ts";
import { type Erratum, type FieldRow, type FieldTable, readTypeNotation } from "../../bundle/source.ts";
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
  const rows = rowsByPointer(spec);
  const decided = decisionsByPointer(spec);
  return reachedFields(spec.api, schemaPointer).flatMap(({ at, code, pointer }) => {
    const row = rows.get(pointer);
    return row === undefined ? [] : [{ ...printedField(row), ...decided.get(pointer), at, code }];
  });
}

/** The rows of the document's tables that no body and no parameter of an operation encodes, as `section at.code`. */
export function unreachedRows(spec: SpecUnderTest): string[] {
  const reached = new Set(
    spec.bodies.flatMap(({ schemaPointer }) => reachedFields(spec.api, schemaPointer).map(({ pointer }) => pointer)),
  );
  const parameters = new Set(parametersOf(spec.api).map((parameter) => `${parameter.in} ${parameter.name}`));
  return tablesOf(spec).flatMap(({ section, schema, rows }) => {
    const fields = reachedFields(spec.api, componentOf(schema)).filter(({ pointer }) => reached.has(pointer));
    const isEncoded = ({ at, code }: FieldRow): boolean =>
      parameters.has(`${at} ${code}`) || fields.some((field) => field.at === at && field.code === code);
    return rows.filter((row) => !isEncoded(row)).map(({ at, code }) => `${section} ${at}.${code}`);
  });
}

/** The document's rows for the parameters of an operation; `at` is query, path or header. */
export function documentedParameters(spec: SpecUnderTest, operationId: string): DocumentedField[] {
  const rows = tablesOf(spec).flatMap((table) => table.rows);
  return parametersOf(spec.api)
    .filter((parameter) => parameter.operationId === operationId)
    .flatMap((parameter) => rows.filter(({ at, code }) => at === parameter.in && code === parameter.name))
    .map(printedField);
}

/** The parameters of every operation, with those of its path. */
function parametersOf(api: OpenApi): { operationId: string; in: string; name: string }[] {
  return operationsOf(api).flatMap(({ path, operation }) =>
    [operation, api.paths[path]].flatMap((holder) => {
      const { parameters = [] } = holder as { parameters?: { in: string; name: string }[] };
      return parameters.map((parameter) => ({ ...parameter, operationId: operation.operationId }));
    }),
  );
}

const tablesOf = ({ spec }: SpecUnderTest): FieldTable[] => spec.source<FieldTable[]>("fields.yaml");

/** The schema of a file; a table of parameters has none. */
const componentOf = (file = ""): string => `/components/schemas/${basename(file, ".yaml")}`;

/** The row of each field of the tables. A field that stands in several tables has the first one's. */
function rowsByPointer(spec: SpecUnderTest): Map<string, FieldRow> {
  const found = new Map<string, FieldRow>();
  for (const { schema, rows } of tablesOf(spec)) {
    for (const { at, code, pointer } of reachedFields(spec.api, componentOf(schema))) {
      const row = rows.find((one) => one.at === at && one.code === code);
      if (row !== undefined && !found.has(pointer)) found.set(pointer, row);
    }
  }
  return found;
}

function printedField({ at, code, required, type }: FieldRow): DocumentedField {
  const { type: jsonType = "string", length } = readTypeNotation(type);
  return { at, code, required: required === "Y", type: jsonType, ...(length !== undefined && { maxLength: length }) };
}

function decisionsByPointer({ spec }: SpecUnderTest): Map<string, object> {
  const found = new Map<string, object>();
  for (const { at, decided } of spec.source<Erratum[]>("errata.yaml").flatMap(({ places }) => places)) {
    const [file = "", pointer = ""] = at.split("#");
    const place = componentOf(file) + pointer;
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
