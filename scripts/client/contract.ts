/** The API as the generator describes it to the runtime. The runtime itself names no field code. */
export interface Contract {
  operations: Record<string, OperationContract>;
  schemes: Record<string, { header: string; prefix: string }>;
  errorCodes: Record<string, ErrorAdvice>;
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

/** A row of the error-code catalogue. */
export interface ErrorAdvice {
  meaning: string;
  advice: string;
  retryable: boolean;
}

export interface OperationContract {
  path: string;
  method: string;
  /** The operation of the same path and body that stands in where a GET cannot carry a body. */
  fallback?: string;
  /** Alternatives; in each, the schemes it needs. */
  security: readonly (readonly string[])[];
  /** Path variables, query and headers, by place and name; absent where the operation takes none. */
  parameters?: FieldNode;
  request?: FieldNode;
  response: FieldNode;
  /** The error body (3.6). */
  error: FieldNode;
  validateParameters?: Validator;
  validateRequest?: Validator;
  validateResponse: Validator;
}

/**
 * A field at its place in a body. The same code may have another meaning at another place.
 * Operations share the nodes of the components they refer to.
 */
export interface FieldNode {
  readonly kind: "text" | "number" | "list" | "object" | "any";
  /** Korean name; absent for the envelope's parts and for objects that are no field. */
  readonly name?: string;
  /** Holds personal data: its value never reaches an error. */
  readonly sensitive?: true;
  readonly role?: Role;
  /** Other names under which the bank has sent the field. */
  readonly aliases?: readonly string[];
  /** The fields of an object, by code. */
  readonly fields?: { readonly [code: string]: FieldNode };
  /** The items of a list. */
  readonly item?: FieldNode;
}

/** A validator that Ajv compiled. */
export interface Validator {
  (value: unknown): boolean;
  errors?: ValidatorError[] | null;
}

export interface ValidatorError {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}
