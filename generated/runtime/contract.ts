// npm run generate. 직접 수정하지 마십시오.
import type { Problem } from "./problem.ts";

/** What all operations of the platform share, as the generator describes it to the runtime. */
export interface Platform {
  /** The header of each security scheme, and what stands before its value. */
  schemes: Record<string, { header: string; prefix: string }>;
  /** Loads the catalogue of error codes: the first error brings it. */
  errorCodes: () => Promise<Record<string, ErrorAdvice>>;
}

/** What a field means to a client (x-role). */
export const roles = [
  "errorCode",
  "errorMessage",
  "errorList",
  "listCode",
  "listMessage",
  "globalId",
  "businessError",
] as const;
export type Role = (typeof roles)[number];

/**
 * What must happen before the same call may be sent again:
 * - `afterChange`: refused before processing, and would be again: change the request or the app.
 * - `afterWait`: refused before processing: wait.
 * - `afterNewToken`: refused before processing: get a new access token.
 * - `afterChecking`: it may have been processed: find out first; no program sends it again by itself.
 */
export type Resend = "afterChange" | "afterWait" | "afterNewToken" | "afterChecking";

/** A row of the error-code catalogue. */
export interface ErrorAdvice {
  meaning: string;
  advice: string;
  resend: Resend;
}

/** An operation as the generator describes it to the runtime. The runtime itself names no field code. */
export interface Operation {
  id: string;
  path: string;
  method: string;
  /** The operation of the same path and body that stands in where a GET cannot carry a body. */
  fallback?: string;
  /** Alternatives; in each, the schemes it needs. */
  security: readonly (readonly string[])[];
  /** Path variables, query and headers, by place and name; absent where the operation takes none. */
  parameters?: FieldNode;
  parameterCode?: ParameterCode;
  request?: FieldNode;
  response: FieldNode;
  /** The error body (3.6). */
  error: FieldNode;
}

/** The parameters of a call by place and name. */
export type Params = Record<string, Record<string, unknown>>;

/** What is done with parameters. A program without any need not carry it. */
export interface ParameterCode {
  split(node: FieldNode, input: unknown): { params: Params; body: unknown };
  problems(node: FieldNode, params: Params, redact: (text: string) => string): Problem[];
  /** The path with its query, and the headers. */
  address(path: string, params: Params): { path: string; headers: Record<string, string> };
}

/**
 * A field at its place in a body, and what its value may be. The same code may have another meaning at another place.
 * Operations share the nodes of the components they refer to.
 */
export interface FieldNode {
  readonly kind: "text" | "number" | "integer" | "boolean" | "list" | "object" | "any";
  /** Korean name; absent for the envelope's parts and for objects that are no field. */
  readonly name?: string;
  /** Holds personal data: its value never reaches an error. */
  readonly sensitive?: true;
  readonly role?: Role;
  /** Other names under which the bank has sent the field. */
  readonly aliases?: readonly string[];
  /** Bounds, both included: code points of a text, items of a list, keys of an object, or the number itself. */
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
  /** The only values it may have. */
  readonly values?: readonly unknown[];
  /** The fields of an object, by code. */
  readonly fields?: { readonly [code: string]: FieldNode };
  /** The codes that an object may lack; it must have the others. */
  readonly optional?: readonly string[];
  /** An object that may have no other field. */
  readonly closed?: true;
  /** The items of a list. */
  readonly item?: FieldNode;
  /** A quick answer, made by the generator: true is certain; after false, `violations` decides. */
  readonly accepts?: (value: any) => boolean;
}

/** A node that the generator made a quick answer for: a component or a whole body. */
export interface SchemaNode extends FieldNode {
  readonly accepts: (value: any) => boolean;
}
