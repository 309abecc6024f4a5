import { isObject } from "../../lib/is-object.ts";
import { type Schema, toPointer } from "../../bundle/openapi.ts";
import type { PrintedRow, PrintedTable, RowPointer, SourceDocument } from "../../bundle/source.ts";
import { pointsAt } from "../../bundle/source.ts";
import { type Place, type Spec, walk } from "../../bundle/spec-files.ts";
import { groupBy } from "../../lib/group-by.ts";

/** The file of the document's field tables. */
export const tablesFile = "source/fields.yaml";

/** A field of the spec: a property of a schema, or a parameter. Its place is where its `x-source` stands. */
export interface Field extends Place {
  /** The property's key, or the parameter's name. */
  code: string;
  /** `query`, `path` or `header` for a parameter. */
  in?: string;
  schema: Schema;
  /** Pointer of the schema from the field: "" for a property. */
  schemaAt: string;
  required: boolean;
  /** What `x-source` holds, which may have any form. */
  source: unknown;
}

/** A row of a table and its place: that of `repeats` where the row stands in another table. */
export interface LocatedRow extends Place {
  table: PrintedTable;
  row: PrintedRow;
}

/** `file#pointer`, the way the errata register writes a place. */
export function placeName({ file, pointer }: Place): string {
  return `${file}#${pointer}`;
}

/**
 * Every field of the spec's schemas and parameters but the envelope's two. A field that several objects hold is there
 * once for each; one that an unresolved `$ref` should lead to is left out.
 */
export function fieldsIn(spec: Spec): Field[] {
  const { keys } = spec.source<SourceDocument>("document.yaml").envelope;
  const found = new Map<string, Field>();
  const add = (field: Field): void =>
    void found.set(JSON.stringify([placeName(field), field.code, field.required]), field);
  for (const file of spec.openapiFiles) {
    walk(file, (node, pointer) => {
      const { properties, required, parameters } = node;
      for (const code of isObject(properties) ? Object.keys(properties) : []) {
        const { node: schema, ...place } = spec.resolve({
          file: file.path,
          pointer: pointer + toPointer(["properties", code]),
        });
        if (!isObject(schema) || keys.includes(code)) continue;
        const isRequired = Array.isArray(required) && required.includes(code);
        add({ ...place, code, schema, schemaAt: "", required: isRequired, source: schema["x-source"] });
      }
      for (const index of Array.isArray(parameters) ? parameters.keys() : []) {
        const { node: parameter, ...place } = spec.resolve({
          file: file.path,
          pointer: pointer + toPointer(["parameters", index]),
        });
        if (!isObject(parameter)) continue;
        const { node: schema } = spec.resolve({ ...place, pointer: `${place.pointer}/schema` });
        add({
          ...place,
          code: String(parameter["name"]),
          in: String(parameter["in"]),
          schema: isObject(schema) ? schema : {},
          schemaAt: "/schema",
          required: parameter["required"] === true,
          source: parameter["x-source"],
        });
      }
    });
  }
  return [...found.values()];
}

/** Every row of the document's field tables, in each table that prints it. */
export function rowsIn(spec: Spec): LocatedRow[] {
  return spec.tables.flatMap((table, index) => {
    const repeated = table.rows.filter((row) => isRepeated({ table, row })).length;
    return table.rows.map((row, position) => ({
      table,
      row,
      file: tablesFile,
      pointer: position < repeated ? `/${index}/repeats` : `/${index}/rows/${position - repeated}`,
    }));
  });
}

/** Rows by the section and the code that an `x-source` names. */
export type RowIndex = ReadonlyMap<string, readonly LocatedRow[]>;

export function indexRows(rows: readonly LocatedRow[]): RowIndex {
  return groupBy(rows, ({ row }) => `${row.home} ${row.code}`);
}

/** The rows that a pointer means, in each table that prints them. */
export function rowsMeant(pointer: RowPointer, rows: RowIndex): LocatedRow[] {
  return rows.get(`${pointer.section} ${pointer.code}`)?.filter(({ row }) => pointsAt(pointer, row)) ?? [];
}

/** Whether a row of a table stands in another table, whose rows this one repeats. */
export function isRepeated({ table, row }: Pick<LocatedRow, "table" | "row">): boolean {
  return row.home !== table.section;
}

/** The pointers of a field's `x-source` that have their form; undefined where one has not. */
export function wellFormedPointers(source: unknown): RowPointer[] | undefined {
  const list = [source].flat();
  const isWellFormed = list.every(
    (one) =>
      isObject(one) &&
      Object.keys(one).every((key) => ["section", "code", "at"].includes(key)) &&
      typeof one["section"] === "string" &&
      typeof one["code"] === "string" &&
      ["string", "undefined"].includes(typeof one["at"]),
  );
  return isWellFormed && list.length > 0 ? (list as RowPointer[]) : undefined;
}

/** The rows that a field encodes: of several, those of its own code before those that another field shares its schema with. */
export function rowsOf(field: Field, rows: RowIndex): LocatedRow[] {
  const meant = (wellFormedPointers(field.source) ?? []).flatMap((pointer) => {
    const matches = rowsMeant(pointer, rows);
    return new Set(matches.map(({ row }) => row.at)).size === 1 ? matches.slice(0, 1) : [];
  });
  const own = meant.filter(({ row }) => row.code === field.code);
  return own.length > 0 ? own : meant;
}

/** Where the fields under a schema file stand on the wire, by place; undefined where a `$ref` on the way leads nowhere. */
export function wirePlaces(spec: Spec, schema: string): Map<string, Set<string>> | undefined {
  const found = new Map<string, Set<string>>();
  let isWhole = true;
  const visit = (place: Place, at: string, around: readonly string[]): void => {
    const { file, pointer, node } = spec.resolve(place);
    const name = placeName({ file, pointer });
    if (!isObject(node)) isWhole = false;
    if (!isObject(node) || around.includes(name)) return;
    const inside = [...around, name];
    if (node["items"] !== undefined) visit({ file, pointer: `${pointer}/items` }, `${at}[]`, inside);
    for (const code of isObject(node["properties"]) ? Object.keys(node["properties"]) : []) {
      const { node: _, ...child } = spec.resolve({ file, pointer: pointer + toPointer(["properties", code]) });
      found.set(placeName(child), (found.get(placeName(child)) ?? new Set()).add(at));
      visit(child, at === "" ? code : `${at}.${code}`, inside);
    }
  };
  visit({ file: schema, pointer: "" }, "", []);
  return isWhole ? found : undefined;
}
