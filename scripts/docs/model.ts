import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Field, fieldDictionary } from "../bundle/field-dictionary.ts";
import {
  deref,
  type ErrorCode,
  maxLengthOf,
  type OpenApi,
  type Operation,
  operationsOf,
  type Schema,
} from "../bundle/openapi.ts";
import { root } from "../lib/paths.ts";
import type { Erratum, Flow, Portal, PrintedTable, SourceDocument } from "../bundle/source.ts";
import type { Spec } from "../bundle/spec-files.ts";
import type { SearchWord } from "./search/index-data.ts";
import { type App, defaultApps } from "../sandbox/apps.ts";

/** The data of the site. */
export interface Model {
  api: OpenApi;
  /** The base URL in the samples. */
  url: string;
  document: SourceDocument & { title: string; version: string; date: string };
  fields: Field[];
  tables: readonly PrintedTable[];
  /** Each field by the schema that encodes it. */
  fieldOf: ReadonlyMap<Schema, Field>;
  errata: Erratum[];
  erratumOf: ReadonlyMap<string, Erratum>;
  codes: ErrorCode[];
  operations: { path: string; method: string; operation: Operation }[];
  flow: Flow;
  portal: Portal;
  apps: App[];
  searchWords: SearchWord[];
  /** CHANGELOG.md. */
  changelog: string;
}

/** Reads the data of the site. */
export function readModel(api: OpenApi, spec: Spec, url: string): Model {
  const { tables } = spec;
  const fields = fieldDictionary(api, tables);
  const errata = spec.source<Erratum[]>("errata.yaml");
  return {
    api,
    url,
    document: spec.source("document.yaml"),
    tables,
    fields,
    fieldOf: new Map(fields.map((field) => [field.schema, field])),
    errata,
    erratumOf: new Map(errata.map((erratum) => [erratum.id, erratum])),
    codes: api["x-error-catalogue"].codes,
    operations: operationsOf(api),
    flow: spec.source("flow.yaml"),
    portal: spec.source("portal.yaml"),
    searchWords: spec.source("search-words.yaml"),
    apps: defaultApps(),
    changelog: readFileSync(join(root, "CHANGELOG.md"), "utf8"),
  };
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
