import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { deref, type ErrorCode, type OpenApi, type Operation, operationsOf, type Schema } from "../bundle/openapi.ts";
import { parametersOf } from "../bundle/parameters.ts";
import { places } from "../client/parameters.ts";
import { root } from "../lib/paths.ts";
import type { Erratum, FieldRow, FieldTable, Flow, Portal, SourceDocument } from "../bundle/source.ts";
import type { Spec } from "../bundle/spec-files.ts";
import { type App, defaultAppsFile, readApps } from "../sandbox/apps.ts";

/** A field of the document's tables with what the spec makes of it: one, however many tables list it. */
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
    fields: fieldsOf(api, tables),
    errata: spec.source("errata.yaml"),
    codes: api["x-error-catalogue"].codes,
    operations: operationsOf(api),
    flow: spec.source("flow.yaml"),
    portal: spec.source("portal.yaml"),
    apps: readApps(defaultAppsFile),
    changelog: readFileSync(join(root, "CHANGELOG.md"), "utf8"),
  };
}

/** The fields of all tables, in their order. A component that several tables list has each field once. */
function fieldsOf(api: OpenApi, tables: readonly FieldTable[]): Field[] {
  const found = new Map<Schema, Field & { sections: string[] }>();
  for (const { section, schema: file, rows } of tables) {
    for (const row of rows) {
      const { component, schema, demanded } = fieldAt(api, section, file, row);
      const known = found.get(schema);
      if (known !== undefined) {
        if (!known.sections.includes(section)) known.sections.push(section);
        continue;
      }
      found.set(schema, {
        ...row,
        id: freeId([...found.values()], component, row.code),
        component,
        name: schema.title ?? row.name,
        printedName: row.name,
        section,
        sections: [section],
        schema,
        demanded,
      });
    }
  }
  return [...found.values()].map(({ sections, ...field }) => ({ ...field, section: sections.join(", ") }));
}

/** What the spec has where a row of a table stands. */
function fieldAt(
  api: OpenApi,
  section: string,
  file: string | undefined,
  { at, code }: FieldRow,
): Pick<Field, "component" | "schema" | "demanded"> {
  if (places.some((place) => place === at)) return parameterAt(api, section, at, code);
  const { component, parent } = follow(api, basename(file ?? "", ".yaml"), at);
  const schema = parent.properties?.[code];
  if (schema === undefined) throw new Error(`the bundle has no field ${code} of ${section}`);
  return { component, schema, demanded: parent.required?.includes(code) ?? false };
}

/** The parameter of a row; the one that names the section where several operations have it. */
function parameterAt(
  api: OpenApi,
  section: string,
  at: string,
  code: string,
): Pick<Field, "component" | "schema" | "demanded"> {
  const found = operationsOf(api)
    .flatMap(({ path, method, operation }) =>
      parametersOf(api, path, method).map((parameter) => ({ parameter, component: operation.operationId })),
    )
    .filter(({ parameter }) => parameter.in === at && parameter.name === code);
  const isOf = ({ parameter }: (typeof found)[number]): boolean =>
    [parameter["x-source"] ?? []].flat().some((source) => source.section === section);
  const { parameter, component } = found.find(isOf) ?? found[0] ?? {};
  if (parameter === undefined || component === undefined)
    throw new Error(`the bundle has no parameter ${code} of ${section}`);
  return { component, schema: deref<Schema>(api, parameter.schema ?? {}), demanded: parameter.required === true };
}

/** The schema that a row's `at` leads to, from a component, and the component that it is part of. */
function follow(api: OpenApi, name: string, at: string): { component: string; parent: Schema } {
  let component = name;
  let schema: Schema = { $ref: `#/components/schemas/${name}` };
  const step = (next: Schema | undefined): void => {
    if (next?.$ref !== undefined) component = next.$ref.split("/").at(-1) ?? "";
    schema = deref<Schema>(api, next ?? {});
  };
  step(schema);
  for (const part of at.split(".")) {
    step(schema.properties?.[part.replace("[]", "")]);
    if (part.endsWith("[]")) step(schema.items);
  }
  return { component, parent: schema };
}

function freeId(others: readonly Field[], component: string, code: string): string {
  const taken = new Set(others.map(({ id }) => id));
  const wanted = [`field-${code}`, `field-${component}-${code}`];
  for (let count = 2; wanted.every((id) => taken.has(id)); count++) wanted.push(`field-${component}-${code}-${count}`);
  return wanted.find((id) => !taken.has(id)) ?? "";
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
