import { maxLengthOf } from "../bundle/openapi.ts";
import type { Field, Model } from "./model.ts";

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
export function fieldsJson({ fields }: Model): string {
  return `${JSON.stringify(fields.map(record), null, 2)}\n`;
}

/** The field dictionary as CSV (RFC 4180) in UTF-8, with the byte order mark that Excel needs to read Korean. */
export function fieldsCsv({ fields }: Model): string {
  const rows = fields.map(record);
  const head = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) =>
    Object.values(row)
      .map((value) => cell(Array.isArray(value) ? value.join(" ") : String(value ?? "")))
      .join(","),
  );
  return `\uFEFF${[head.join(","), ...lines].join("\r\n")}\r\n`;
}

/** Quoted where it must be. A sign before anything but white space would make a spreadsheet read a formula. */
function cell(text: string): string {
  const safe = /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
