import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deref, type ErrorCode, type OpenApi, type Operation, operationsOf, type Schema } from "../bundle/openapi.ts";
import { root } from "../lib/paths.ts";
import {
  type Erratum,
  type FieldRow,
  type FieldTable,
  type Flow,
  pointsAt,
  type Portal,
  rowPointers,
  type SourceDocument,
} from "../bundle/source.ts";
import type { Spec } from "../bundle/spec-files.ts";
import { type App, defaultAppsFile, readApps } from "../sandbox/apps.ts";

/** A field of the document's tables with what the spec makes of it. */
export interface Field extends FieldRow {
  section: string;
  /** As the document prints it; `name` is the spec's. */
  printedName: string;
  schema: Schema;
  /** Whether the spec demands it. */
  demanded: boolean;
}

/** Everything the site is made from. */
export interface Model {
  api: OpenApi;
  /** Where the samples send to. */
  url: string;
  document: SourceDocument & { title: string; version: string; date: string };
  fields: Field[];
  tables: FieldTable[];
  errata: Erratum[];
  codes: ErrorCode[];
  operations: { path: string; method: string; operation: Operation }[];
  flow: Flow;
  portal: Portal;
  apps: App[];
  /** CHANGELOG.md. */
  changelog: string;
}

/** Where a section's part of the page is found by a search. */
export interface Entry {
  /** id of the place. */
  anchor: string;
  /** What the reader is shown: a code, a name, a heading. */
  title: string;
  /** 필드, 오류 코드, 절 … */
  kind: string;
  /** What else finds it. */
  words: string;
}

/** Reads all that the site needs. */
export function readModel(api: OpenApi, spec: Spec, url: string): Model {
  const tables = spec.source<FieldTable[]>("fields.yaml");
  return {
    api,
    url,
    document: spec.source("document.yaml"),
    tables,
    fields: tables.flatMap((table) => table.rows.map((row) => fieldOf(api, table, row))),
    errata: spec.source("errata.yaml"),
    codes: api["x-error-catalogue"].codes,
    operations: operationsOf(api),
    flow: spec.source("flow.yaml"),
    portal: spec.source("portal.yaml"),
    apps: readApps(defaultAppsFile),
    changelog: readFileSync(join(root, "CHANGELOG.md"), "utf8"),
  };
}

function fieldOf(api: OpenApi, table: FieldTable, row: FieldRow): Field {
  for (const parent of Object.values(api.components.schemas)) {
    const schema = parent.properties?.[row.code];
    if (schema !== undefined && rowPointers(schema["x-source"]).some((pointer) => pointsAt(pointer, table, row)))
      return {
        ...row,
        name: schema.title ?? row.name,
        printedName: row.name,
        section: table.section,
        schema,
        demanded: parent.required?.includes(row.code) ?? false,
      };
  }
  throw new Error(`the bundle has no field ${row.code} of ${table.section}`);
}

/** The length of a field in the spec, as a reader is told. */
export function lengthOf({ schema }: Field): string {
  if (schema.type === "array") return "목록";
  return schema.maxLength === undefined ? "제한 없음" : `${schema.maxLength}자`;
}

/** The JSON answers of an operation by status: their schema and examples. */
export function answersOf(api: OpenApi, { operation }: { operation: Operation }) {
  return Object.entries(operation.responses).map(([status, reference]) => ({
    status: Number(status),
    response: deref(api, reference),
  }));
}
