import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { httpMethods, type Operation, type Response, type Schema, type SecurityScheme } from "../../bundle/openapi.ts";
import {
  type Erratum,
  type Facet,
  type FieldRow,
  type FieldTable,
  type SourceDocument,
  typeNotation,
} from "../../bundle/source.ts";
import { type Place, type Spec, walk } from "../../bundle/spec-files.ts";

/** A field of the spec that an encoded table reaches. */
export interface Field extends Place {
  /** Its parents on the wire, as in FieldRow. */
  at: string;
  code: string;
  schema: Schema;
  required: boolean;
}

/** `file#pointer`, the way the errata register writes a place. */
export function placeName({ file, pointer }: Place): string {
  return `${file}#${pointer}`;
}

/** All fields under a table's schema that carry the table's section in `x-source`, in schema order. */
export function fieldsOf(spec: Spec, table: FieldTable): Field[] {
  const { keys } = spec.source<SourceDocument>("document.yaml").envelope;
  const found: Field[] = [];
  const visit = (place: Place, at: string): void => {
    const { file, pointer, node } = spec.resolve(place);
    const schema = (node ?? {}) as Schema;
    if (schema.items !== undefined) visit({ file, pointer: `${pointer}/items` }, `${at}[]`);
    for (const code of Object.keys(schema.properties ?? {})) {
      const child = spec.resolve({ file, pointer: `${pointer}/properties/${code}` });
      const field = (child.node ?? {}) as Schema;
      const isEnvelope = at === "" && keys.includes(code);
      if (!isEnvelope && field["x-source"]?.section === table.section) {
        const required = schema.required?.includes(code) ?? false;
        found.push({ file: child.file, pointer: child.pointer, at, code, schema: field, required });
      }
      visit(child, at === "" ? code : `${at}.${code}`);
    }
  };
  visit({ file: table.schema, pointer: "" }, "");
  return found;
}

/** Every place of the spec that differs from the document, or decides what the document leaves open, and in what. */
export function deviations(spec: Spec): Map<string, Set<Facet>> {
  const found = new Map<string, Set<Facet>>();
  const add = (place: Place, ...facets: Facet[]): void => {
    if (facets.length > 0) found.set(placeName(place), new Set([...(found.get(placeName(place)) ?? []), ...facets]));
  };
  for (const table of spec.source<FieldTable[]>("fields.yaml")) {
    for (const field of fieldsOf(spec, table)) {
      const row = table.rows.find(({ at, code }) => at === field.at && code === field.code);
      if (row !== undefined) add(field, ...fieldDeviations(field, row));
    }
  }
  const document = spec.source<SourceDocument>("document.yaml");
  addOperations(spec, document, add);
  addServersAndHeaders(spec, document, add);
  addErrorResponses(spec, add);
  addClosedObjects(spec, add);
  addSamples(spec, document, add);
  return found;
}

function fieldDeviations({ schema, required }: Field, row: FieldRow): Facet[] {
  const [, textOrNumber, length, decimal] = typeNotation.exec(row.type) ?? [];
  const letter = textOrNumber ?? decimal;
  const wantType = letter === undefined ? undefined : { S: "string", N: "integer", D: "number" }[letter];
  // maxLength counts the characters of text; the digits of a number have no keyword in JSON Schema.
  const wantLength = length === undefined || schema.type !== "string" ? undefined : Number(length);
  const differs: [Facet, boolean][] = [
    ["name", schema.title !== row.name || (row.transcribed?.name ?? row.name) !== row.name],
    ["at", (row.transcribed?.at ?? row.at) !== row.at],
    ["type", schema.type !== wantType],
    ["length", schema.maxLength !== wantLength],
    ["required", row.required === "" || required !== (row.required === "Y")],
    ["values", valueKeywords(schema).length > 0],
  ];
  return differs.filter(([, is]) => is).map(([facet]) => facet);
}

/** The keywords of a field that narrow its values beyond what the document's type notation says. */
export function valueKeywords(schema: object): string[] {
  const plain = ["type", "title", "description", "maxLength", "items", "required"];
  return Object.keys(schema).filter((keyword) => !plain.includes(keyword) && !keyword.startsWith("x-"));
}

type Add = (place: Place, ...facets: Facet[]) => void;

function addOperations(spec: Spec, document: SourceDocument, add: Add): void {
  for (const { path, method, place, operation } of operationsIn(spec)) {
    const isPrinted = document.requests.some(
      (request) => request.path === path && request.method === method.toUpperCase(),
    );
    if (!isPrinted) add(place, "method");
    const names = [operation.requestBody, ...Object.values(operation.responses ?? {})].flatMap((body) =>
      Object.keys((body !== undefined && "content" in body ? body.content : {}) ?? {}),
    );
    const deviates = names.some(
      (name) => !document.mediaTypes.some((printed) => printed.name === name && printed.printed === undefined),
    );
    if (deviates) add(place, "mediaType");
    // The document asks for every header with every call, and prints no alternative.
    const asked = document.headers.filter(({ name }) => name !== "Authorization").length;
    const [alternative = {}, ...more] = operation.security ?? [];
    if (more.length > 0 || Object.keys(alternative).length !== asked || "bearer" in alternative) add(place, "security");
  }
}

/** Every operation of the index with the place that holds it. */
export function operationsIn(spec: Spec): { path: string; method: string; place: Place; operation: Operation }[] {
  const paths = (spec.file("openapi.yaml").data as { paths?: Record<string, unknown> }).paths ?? {};
  return Object.keys(paths).flatMap((path) => {
    const { file, pointer, node } = spec.resolve({
      file: "openapi.yaml",
      pointer: `/paths/${path.replaceAll("/", "~1")}`,
    });
    return httpMethods.flatMap((method) => {
      const operation = (node as Record<string, Operation> | undefined)?.[method];
      return operation === undefined
        ? []
        : [{ path, method, place: { file, pointer: `${pointer}/${method}` }, operation }];
    });
  });
}

/** The places of the index's security schemes. */
export function securitySchemesIn(spec: Spec): Place[] {
  const { components } = spec.file("openapi.yaml").data as {
    components?: { securitySchemes?: Record<string, unknown> };
  };
  return Object.keys(components?.securitySchemes ?? {}).map((name) => {
    const { file, pointer } = spec.resolve({ file: "openapi.yaml", pointer: `/components/securitySchemes/${name}` });
    return { file, pointer };
  });
}

/** The header that carries a security scheme, or undefined for one that is in no header. */
export function headerOf(scheme: SecurityScheme | undefined): string | undefined {
  return scheme?.type === "http" ? "Authorization" : scheme?.in === "header" ? scheme.name : undefined;
}

function addServersAndHeaders(spec: Spec, document: SourceDocument, add: Add): void {
  const { servers = [] } = spec.file("openapi.yaml").data as { servers?: { url: string }[] };
  for (const [position, { url }] of servers.entries()) {
    if (url !== document.server.template) add({ file: "openapi.yaml", pointer: `/servers/${position}` }, "server");
  }
  for (const place of securitySchemesIn(spec)) {
    const header = headerOf(spec.at(place) as SecurityScheme | undefined);
    if (!document.headers.some((printed) => printed.name === header)) add(place, "header");
  }
}

function addClosedObjects(spec: Spec, add: Add): void {
  for (const file of spec.openapiFiles) {
    walk(file, (node, pointer) => {
      if (node["additionalProperties"] === false || node["maxProperties"] === 0)
        add({ file: file.path, pointer }, "closed");
    });
  }
}

function addErrorResponses(spec: Spec, add: Add): void {
  for (const file of spec.openapiFiles) {
    walk(file, (node, pointer) => {
      if (!("x-error-status" in node)) return;
      add({ file: file.path, pointer }, "status");
      if (Object.keys((node as unknown as Response).content).includes("text/html"))
        add({ file: file.path, pointer }, "mediaType");
    });
  }
}

function addSamples(spec: Spec, document: SourceDocument, add: Add): void {
  for (const { file, example, corrected } of document.samples) {
    const sample: unknown = JSON.parse(readFileSync(join(spec.dir, "source", file), "utf8"));
    for (const name of [example, corrected]) {
      if (name === undefined) continue;
      if (!isDeepStrictEqual(spec.at({ file: name, pointer: "/value" }), sample))
        add({ file: name, pointer: "" }, "sample");
    }
  }
}

/** The errata register, as it stands in the spec. */
export function errataOf(spec: Spec): Erratum[] {
  return spec.source<Erratum[]>("errata.yaml");
}
