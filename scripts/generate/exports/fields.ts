import type { Field } from "../../bundle/field-dictionary.ts";
import { maxLengthOf } from "../../bundle/openapi.ts";
import { csv } from "../../lib/csv.ts";

/** The columns of the field dictionary as data. */
function record({ code, name, printedName, section, at, type, required, schema, demanded, component }: Field) {
  return {
    code,
    name,
    documentName: printedName,
    section,
    at,
    documentType: type,
    documentRequired: required,
    type: schema.type ?? "",
    maxLength: maxLengthOf(schema) ?? null,
    required: demanded,
    sensitive: schema["x-sensitive"] === true,
    description: schema.description ?? "",
    errata: schema["x-errata"] ?? [],
    schema: component,
  };
}

/** The field dictionary as JSON: a list of records. */
export function fieldsJson(fields: readonly Field[]): string {
  return `${JSON.stringify(fields.map(record), null, 2)}\n`;
}

/** The field dictionary as CSV. */
export function fieldsCsv(fields: readonly Field[]): string {
  const rows = fields.map(record);
  const cell = (value: unknown): string => (Array.isArray(value) ? value.join(" ") : String(value ?? ""));
  return csv([Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row).map(cell))]);
}
