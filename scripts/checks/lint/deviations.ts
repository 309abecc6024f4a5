import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { isObject } from "../../lib/is-object.ts";
import {
  httpMethods,
  maxLengthOf,
  type Operation,
  type Response,
  type SecurityScheme,
  toPointer,
} from "../../bundle/openapi.ts";
import { type Erratum, type Facet, readTypeNotation, type SourceDocument } from "../../bundle/source.ts";
import { type Place, type Spec, walk } from "../../bundle/spec-files.ts";
import { type Field, fieldsIn, indexRows, type LocatedRow, rowsIn, rowsOf } from "./fields.ts";

/** How a place of the spec differs from the document or decides an open point. */
export interface Deviation extends Place {
  facet: Facet;
  /** Whether only the transcription of the document differs; undefined where that is not known. */
  isTranscription?: boolean;
  /** Korean sentences on both sides, where there is more to tell than the facet. */
  detail?: string;
  /** Pointer from the place to the difference. */
  within?: string;
}

/** Every deviation of the spec. */
export function deviations(spec: Spec): Deviation[] {
  const found: Deviation[] = [];
  const add: Add = ({ file, pointer }, facet, more) => void found.push({ file, pointer, facet, ...more });
  const rows = indexRows(rowsIn(spec));
  for (const field of fieldsIn(spec))
    for (const located of rowsOf(field, rows)) found.push(...fieldDeviations(field, located));
  const document = spec.source<SourceDocument>("document.yaml");
  addOperations(spec, document, add);
  addServersAndHeaders(spec, document, add);
  addErrorResponses(spec, add);
  addClosedObjects(spec, add);
  addSamples(spec, document, add);
  return found;
}

/** What a field makes of a row that is not as the document has it. */
function fieldDeviations(field: Field, { table, row }: LocatedRow): Deviation[] {
  const { file, pointer, schema, schemaAt, code, required } = field;
  const { type, length } = readTypeNotation(row.type);
  const differs = (
    facet: Facet,
    keyword: string | undefined,
    spec: string | number | undefined,
    source: string | number | undefined,
  ): Deviation => ({
    file,
    pointer,
    facet,
    isTranscription: false,
    detail: `명세는 ${spec ?? "빈 값"}, 원문 ${table.section}의 ${row.code} 행은 ${source ?? "빈 값"}입니다.`,
    ...(keyword !== undefined && keyword in schema && { within: `${schemaAt}/${keyword}` }),
  });
  const found: Deviation[] = [];
  if (code !== row.code) found.push(differs("code", undefined, code, row.code));
  if (schema.title !== row.name) found.push(differs("name", "title", schema.title, row.name));
  for (const facet of ["name", "at"] as const)
    if ((row.transcribed?.[facet] ?? row[facet]) !== row[facet])
      found.push({
        ...differs(facet, facet === "name" ? "title" : undefined, row[facet], row.transcribed?.[facet]),
        isTranscription: true,
      });
  if (schema.type !== type) found.push(differs("type", "type", schema.type, row.type || undefined));
  // maxLength counts the characters of text; the digits of a number have no keyword in JSON Schema.
  const longest = length === undefined ? schema.maxLength : maxLengthOf(schema);
  if (schema.type === "string" && longest !== length)
    found.push(
      differs(
        "length",
        schema.enum === undefined ? "maxLength" : "enum",
        longest ?? "제한 없음",
        row.type || undefined,
      ),
    );
  if (row.required === "" || required !== (row.required === "Y"))
    found.push(
      differs("required", undefined, required ? "필수" : "선택", { Y: "필수", N: "선택", "": undefined }[row.required]),
    );
  const [keyword] = valueKeywords(schema);
  if (keyword !== undefined) found.push(differs("values", keyword, keyword, row.type || undefined));
  return found;
}

/** The keywords of a field that restrict its values beyond the document's type notation. */
export function valueKeywords(schema: object): string[] {
  const plain = ["type", "title", "description", "maxLength", "items", "required"];
  return Object.keys(schema).filter((keyword) => !plain.includes(keyword) && !keyword.startsWith("x-"));
}

type Add = (place: Place, facet: Facet, more?: Pick<Deviation, "detail" | "within">) => void;

function addOperations(spec: Spec, document: SourceDocument, add: Add): void {
  const printed = new Set(document.requests.map(({ path, method }) => `${method} ${path}`));
  for (const { path, method, place, operation } of operationsIn(spec)) {
    if (!printed.has(`${method.toUpperCase()} ${path}`))
      add(place, "method", { detail: `원문에는 ${method.toUpperCase()} ${path} 요청이 없습니다.` });
    const names = [operation.requestBody, ...Object.values(operation.responses ?? {})].flatMap((body) =>
      Object.keys((body !== undefined && "content" in body ? body.content : {}) ?? {}),
    );
    const isOther = names.some(
      (name) => !document.mediaTypes.some((type) => type.name === name && type.printed === undefined),
    );
    const section = document.requests.find((request) => request.path === path)?.section;
    const isLeftOut = document.mediaTypes.some((type) => type.section === section && !names.includes(type.name));
    if (isOther || isLeftOut) add(place, "mediaType");
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
    const { file, pointer, node } = spec.resolve({ file: "openapi.yaml", pointer: toPointer(["paths", path]) });
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
      const within = firstDifference(spec.at({ file: name, pointer: "/value" }), sample, "/value");
      if (within !== undefined) add({ file: name, pointer: "" }, "sample", { within });
    }
  }
}

/** The pointer of the first part in which two values of JSON differ; undefined where they do not. */
function firstDifference(value: unknown, other: unknown, pointer: string): string | undefined {
  if (isDeepStrictEqual(value, other)) return undefined;
  if (!isObject(value) || !isObject(other)) return pointer;
  const keys = new Set([...Object.keys(value), ...Object.keys(other)]);
  return [...keys]
    .map((key) => firstDifference(value[key], other[key], pointer + toPointer([key])))
    .find((found) => found !== undefined);
}

/** The errata register, as it stands in the spec. */
export function errataOf(spec: Spec): Erratum[] {
  return spec.source<Erratum[]>("errata.yaml");
}
