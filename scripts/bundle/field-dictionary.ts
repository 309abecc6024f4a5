import { groupBy } from "../lib/group-by.ts";
import { UserError } from "../lib/user-error.ts";
import { deref, type OpenApi, operationsOf, type Schema } from "./openapi.ts";
import { parametersOf } from "./parameters.ts";
import {
  type FieldRow,
  pointsAt,
  type PrintedTable,
  type RowPointer,
  rowPointers,
  type SourcePointer,
} from "./source.ts";

/** A field of the document's tables with its schema; one entry, however many tables list it. */
export interface Field extends FieldRow {
  /** Its anchor: that of the code, or of schema and code where another field has the code already. */
  id: string;
  /** The component it stands in, or the operation of a parameter. */
  component: string;
  /** The sections of the tables that list it, joined by commas. */
  section: string;
  /** As the document prints it; `name` is the spec's. */
  printedName: string;
  schema: Schema;
  /** Whether the spec requires the field. */
  demanded: boolean;
}

/** A field of a schema, or a parameter. */
interface Encoded extends Pick<Field, "code" | "component" | "schema" | "demanded"> {
  pointers: RowPointer[];
}

/**
 * The fields of all tables, in their order. One that several tables list is there once.
 *
 * @throws {UserError} where the bundle lacks a field that a table has
 */
export function fieldDictionary(api: OpenApi, tables: readonly PrintedTable[]): Field[] {
  const encoded = byRow(encodedFields(api));
  const found = new Map<Schema, Field & { sections: Set<string> }>();
  const taken = new Set<string>();
  for (const table of tables) {
    for (const row of table.rows) {
      const one = encoded
        .get(`${row.home} ${row.code}`)
        ?.find(({ pointers }) => pointers.some((pointer) => pointsAt(pointer, row)));
      if (one === undefined)
        throw new UserError(
          `문서를 만들 수 없습니다. 원문 ${table.section}의 ${row.code} 행을 나타내는 필드가 명세에 없습니다. 같은 버전의 명세를 지정하십시오.`,
        );
      const { component, schema, demanded } = one;
      const known = found.get(schema);
      if (known !== undefined) {
        known.sections.add(table.section);
        continue;
      }
      found.set(schema, {
        ...row,
        id: newId(taken, component, row.code),
        component,
        name: schema.title ?? row.name,
        printedName: row.name,
        section: table.section,
        sections: new Set([table.section]),
        schema,
        demanded,
      });
    }
  }
  return [...found.values()].map(({ sections, ...field }) => ({ ...field, section: [...sections].join(", ") }));
}

/** The fields of a bundle whose document is not here, in the order of its schemas: what a table would print is "". */
export function fieldsWithoutTables(api: OpenApi): Field[] {
  const taken = new Set<string>();
  return encodedFields(api).map(({ pointers, code, component, schema, demanded }) => ({
    id: newId(taken, component, code),
    code,
    component,
    section: [...new Set(pointers.map(({ section }) => section))].join(", "),
    at: pointers[0]?.at ?? "",
    name: schema.title ?? "",
    printedName: "",
    type: "",
    required: "",
    schema,
    demanded,
  }));
}

/** Whether the fields of a bundle and the rows of a document's tables are the same. */
export function isMadeOf(tables: readonly PrintedTable[], api: OpenApi): boolean {
  const rows = groupBy(
    tables.flatMap((table) => table.rows),
    ({ home, code }) => `${home} ${code}`,
  );
  const encoded = new Set<object>();
  let isComplete = true;
  JSON.stringify(api, (key, value: unknown) => {
    if (key !== "x-source") return value;
    for (const pointer of rowPointers(value as SourcePointer)) {
      const found = rows.get(`${pointer.section} ${pointer.code}`)?.filter((row) => pointsAt(pointer, row)) ?? [];
      isComplete &&= found.length > 0;
      for (const row of found) encoded.add(row);
    }
    return value;
  });
  return isComplete && [...rows.values()].flat().every((row) => encoded.has(row));
}

/** Every field of the schemas and every parameter, those within others too. */
function encodedFields(api: OpenApi): Encoded[] {
  const found: Encoded[] = [];
  const walk = (component: string, schema: Schema): void => {
    for (const [code, field] of Object.entries(schema.properties ?? {})) {
      const demanded = schema.required?.includes(code) ?? false;
      found.push({ component, code, schema: field, demanded, pointers: rowPointers(field["x-source"]) });
      walk(component, field);
    }
    if (schema.items !== undefined) walk(component, schema.items);
  };
  for (const [component, schema] of Object.entries(api.components.schemas)) walk(component, schema);
  for (const { path, method, operation } of operationsOf(api)) {
    for (const { name, schema = {}, required = false, ...parameter } of parametersOf(api, path, method)) {
      const one = { component: operation.operationId, code: name, schema: deref<Schema>(api, schema) };
      found.push({ ...one, demanded: required, pointers: rowPointers(parameter["x-source"]) });
    }
  }
  return found;
}

/** The fields by section and code of each row that their `x-source` points at. */
function byRow(fields: readonly Encoded[]): Map<string, Encoded[]> {
  const found = new Map<string, Encoded[]>();
  for (const field of fields)
    for (const { section, code } of field.pointers) {
      const key = `${section} ${code}`;
      found.set(key, [...(found.get(key) ?? []), field]);
    }
  return found;
}

function newId(taken: Set<string>, component: string, code: string): string {
  const wanted = [`field-${code}`, `field-${component}-${code}`];
  for (let count = 2; wanted.every((id) => taken.has(id)); count++) wanted.push(`field-${component}-${code}-${count}`);
  const id = wanted.find((one) => !taken.has(one)) ?? "";
  taken.add(id);
  return id;
}
