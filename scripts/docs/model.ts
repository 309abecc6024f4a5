import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  deref,
  type ErrorCode,
  maxLengthOf,
  type OpenApi,
  type Operation,
  operationsOf,
  type Schema,
} from "../bundle/openapi.ts";
import { parametersOf } from "../bundle/parameters.ts";
import { root } from "../lib/paths.ts";
import {
  type Erratum,
  type FieldRow,
  type Flow,
  pointsAt,
  type Portal,
  type PrintedTable,
  type RowPointer,
  rowPointers,
  type SourceDocument,
  type SourcePointer,
} from "../bundle/source.ts";
import type { Spec } from "../bundle/spec-files.ts";
import { type App, defaultApps } from "../sandbox/apps.ts";
import { UserError } from "../lib/user-error.ts";

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

/** The data of the site. */
export interface Model {
  api: OpenApi;
  /** The base URL in the samples. */
  url: string;
  document: SourceDocument & { title: string; version: string; date: string };
  fields: Field[];
  tables: readonly PrintedTable[];
  errata: Erratum[];
  codes: ErrorCode[];
  operations: { path: string; method: string; operation: Operation }[];
  flow: Flow;
  portal: Portal;
  apps: App[];
  /** CHANGELOG.md. */
  changelog: string;
}

/** A search entry of a section. */
export interface Entry {
  /** id of the place. */
  anchor: string;
  /** The title in the result list: a code, a name or a heading. */
  title: string;
  /** 필드, 오류 코드, 절 … */
  kind: string;
  /** Further text that a search finds it by. */
  searchText: string;
}

/** Reads the data of the site. */
export function readModel(api: OpenApi, spec: Spec, url: string): Model {
  const { tables } = spec;
  return {
    api,
    url,
    document: spec.source("document.yaml"),
    tables,
    fields: fieldsOf(api, tables),
    errata: spec.source("errata.yaml"),
    codes: api["x-error-catalogue"].codes,
    operations: operationsOf(api),
    flow: spec.source("flow.yaml"),
    portal: spec.source("portal.yaml"),
    apps: defaultApps(),
    changelog: readFileSync(join(root, "CHANGELOG.md"), "utf8"),
  };
}

/** The fields of all tables, in their order. One that several tables list is there once. */
function fieldsOf(api: OpenApi, tables: readonly PrintedTable[]): Field[] {
  const encoded = encodedRows(api);
  const found = new Map<Schema, Field & { sections: Set<string> }>();
  const taken = new Set<string>();
  for (const table of tables) {
    for (const row of table.rows) {
      const one = encoded.get(`${row.home} ${row.code}`)?.find(({ pointer }) => pointsAt(pointer, row));
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
      const id = freeId(taken, component, row.code);
      taken.add(id);
      found.set(schema, {
        ...row,
        id,
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

/** A field of a schema, or a parameter, that points at a row of a table. */
interface EncodedRow extends Pick<Field, "component" | "schema" | "demanded"> {
  pointer: RowPointer;
}

/** Every field and parameter by the section and code that its `x-source` points at. */
function encodedRows(api: OpenApi): Map<string, EncodedRow[]> {
  const found = new Map<string, EncodedRow[]>();
  const add = (source: SourcePointer | undefined, one: Omit<EncodedRow, "pointer">): void => {
    for (const pointer of rowPointers(source)) {
      const key = `${pointer.section} ${pointer.code}`;
      found.set(key, [...(found.get(key) ?? []), { ...one, pointer }]);
    }
  };
  const walk = (component: string, schema: Schema): void => {
    for (const [code, field] of Object.entries(schema.properties ?? {})) {
      add(field["x-source"], { component, schema: field, demanded: schema.required?.includes(code) ?? false });
      walk(component, field);
    }
    if (schema.items !== undefined) walk(component, schema.items);
  };
  for (const [component, schema] of Object.entries(api.components.schemas)) walk(component, schema);
  for (const { path, method, operation } of operationsOf(api)) {
    for (const { schema = {}, ...parameter } of parametersOf(api, path, method)) {
      const one = { component: operation.operationId, schema: deref<Schema>(api, schema) };
      add(parameter["x-source"], { ...one, demanded: parameter.required === true });
    }
  }
  return found;
}

function freeId(taken: ReadonlySet<string>, component: string, code: string): string {
  const wanted = [`field-${code}`, `field-${component}-${code}`];
  for (let count = 2; wanted.every((id) => taken.has(id)); count++) wanted.push(`field-${component}-${code}-${count}`);
  return wanted.find((id) => !taken.has(id)) ?? "";
}

/** The length of a field or parameter in the spec, as a reader is told. */
export function lengthOf({ schema }: Pick<Field, "schema">): string {
  if (schema.type === "array") return "목록";
  const longest = maxLengthOf(schema);
  return longest === undefined ? "제한 없음" : `${longest}자`;
}

/** The JSON answers of an operation by status: their schema and examples. */
export function answersOf(api: OpenApi, { operation }: { operation: Operation }) {
  return Object.entries(operation.responses).map(([status, reference]) => ({
    status: Number(status),
    response: deref(api, reference),
  }));
}
