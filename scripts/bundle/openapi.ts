import type { Resend } from "../client/contract.ts";
import type { SourcePointer } from "./source.ts";

/** The parts of an OpenAPI 3.1 bundle that the toolchain reads. */
export interface Schema {
  $ref?: string;
  type?: string;
  title?: string;
  description?: string;
  examples?: unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  minProperties?: number;
  maxProperties?: number;
  enum?: string[];
  const?: unknown;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean;
  items?: Schema;
  "x-source"?: SourcePointer;
  "x-errata"?: string[];
  "x-sensitive"?: true;
  "x-role"?: string;
  "x-aliases"?: string[];
  /** The scenario of each value of the field, in the syntax of the sandbox's Prefer header. */
  "x-scenarios"?: Record<string, string>;
}

/** The most characters that a text may have: of allowed values the longest; undefined where there is no limit. */
export function maxLengthOf({ type, maxLength, enum: values }: Schema): number | undefined {
  if (type !== "string" || values === undefined) return maxLength;
  return Math.max(...values.map((value) => [...String(value)].length));
}

export interface Example {
  summary: string;
  description?: string;
  value: unknown;
  "x-omits"?: string[];
}

export interface MediaType {
  schema: Schema;
  examples?: Record<string, Example | { $ref: string }>;
  "x-legacy-samples"?: Record<string, Example>;
}

export interface Response {
  description: string;
  content: Record<string, MediaType>;
  "x-error-status"?: number;
  "x-errata"?: string[];
}

/** Where a value beside the body stands: a path variable, the query, or a header field. */
export interface Parameter {
  name: string;
  /** `path`, `query` or `header`; the others are refused. */
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
  example?: unknown;
  examples?: Record<string, { value?: unknown } | { $ref: string }>;
  content?: object;
  style?: string;
  allowReserved?: boolean;
  allowEmptyValue?: boolean;
  "x-sensitive"?: true;
  /** The row of the document, or several. */
  "x-source"?: SourcePointer;
  "x-errata"?: string[];
}

export interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  tags?: string[];
  security: Record<string, string[]>[];
  requestBody?: { required: boolean; content: Record<string, MediaType> };
  responses: Record<string, Response | { $ref: string }>;
  "x-source"?: SourcePointer;
  "x-errata"?: string[];
}

/** A row of the error-code catalogue, spec/common/error-codes.yaml. */
export interface ErrorCode {
  code: string;
  meaning: string;
  message: string;
  layer: "gateway" | "api-server";
  cause: string;
  action: string;
  resend: Resend;
  status: number[];
  statusAssumed: boolean;
  reproduce: Reproduction;
}

/**
 * What to change in an example request so that the sandbox answers a code: that of the first operation that has what is
 * changed. Fields are `dataBody.CODE`.
 */
interface Reproduction {
  path?: string;
  query?: string;
  /** null leaves a header out. */
  headers?: Record<string, string | null>;
  set?: Record<string, unknown>;
  remove?: string;
  /** In place of the example. */
  body?: string;
}

export interface SecurityScheme {
  type: "apiKey" | "http";
  in?: string;
  name?: string;
  description?: string;
  "x-errata"?: string[];
}

export interface OpenApi {
  openapi: string;
  /** In a bundle: how it was made. */
  "x-generated"?: string;
  info: { title: string; version: string; summary?: string };
  servers: object[];
  tags?: { name: string; description?: string; "x-displayName"?: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, SecurityScheme> };
  "x-error-catalogue": { "x-source": { section: string }; codes: ErrorCode[] };
}

/** The form of a field that a reproduction sets or removes. */
export const reproducedField = "^data(Header|Body)\\.[A-Z][A-Z0-9_]*$";

/** The parts of every JSON body (3.5). */
export const envelopeKeys: readonly string[] = ["dataHeader", "dataBody"];

/** The statuses that every operation answers an error with. */
export const errorStatuses: number[] = [400, 401, 403, 404, 405, 500, 503, 504];

/** The methods a Path Item may hold, in the order of OpenAPI 3.1.1, 4.8.9.1. */
export const httpMethods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** Every operation of a bundle with its path and method, in document order. */
export function operationsOf(api: OpenApi): { path: string; method: string; operation: Operation }[] {
  return Object.entries(api.paths).flatMap(([path, item]) =>
    httpMethods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ path, method, operation }];
    }),
  );
}

/** Every field of a bundle's schemas with its code, in the order of the schemas. */
export function fieldsOf(api: Pick<OpenApi, "components">): [code: string, field: Schema][] {
  return Object.values(api.components.schemas).flatMap((schema) => Object.entries(schema.properties ?? {}));
}

/**
 * A part of a bundle whose references lead to the `$defs` of a JSON Schema document (2020-12, 8.2.4) in place of the
 * bundle's components.
 *
 * @param document URI of that document; "" is the one the part is put into
 */
export function withRefsToDefinitions<T>(part: T, document = ""): T {
  return JSON.parse(JSON.stringify(part).replaceAll("#/components/schemas/", `${document}#/$defs/`)) as T;
}

/**
 * Follows a local `$ref` (RFC 6901 pointer behind `#`) until there is none.
 *
 * @throws {Error} when the pointer leads nowhere, or round
 */
export function deref<T extends object>(api: OpenApi, node: T | { $ref: string }): T {
  let current: unknown = node;
  for (let steps = 0; typeof current === "object" && current !== null && "$ref" in current; steps++) {
    const ref = String(current.$ref);
    if (steps > 100) throw new Error(`$ref leads round: ${ref}`);
    current = nodeAt(api, pointerSegments(ref.replace(/^#/, "")));
    if (current === undefined) throw new Error(`$ref leads nowhere: ${ref}`);
  }
  return current as T;
}

/** The node at unescaped segments of a document; undefined where there is none. */
export function nodeAt(document: unknown, segments: readonly string[]): unknown {
  return segments.reduce<unknown>(
    (node, key) =>
      typeof node === "object" && node !== null && Object.hasOwn(node, key)
        ? (node as Record<string, unknown>)[key]
        : undefined,
    document,
  );
}

/** The unescaped segments of a JSON Pointer (RFC 6901); "" is the whole document. */
export function pointerSegments(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => decoded(segment).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Percent-encoding as in a URI fragment (RFC 6901, 6); text that is none stays. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The JSON Pointer (RFC 6901) of unescaped segments. */
export function toPointer(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
