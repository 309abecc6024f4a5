// npm run generate. 직접 고치지 않습니다.
/** What the generator tells the runtime about the API. No field code stands in the runtime itself. */
export interface Contract {
  operations: Record<string, OperationContract>;
  /** Korean name of every field code. */
  names: Record<string, string>;
  /** Codes of fields that hold personal data; their values never reach an error. */
  sensitive: readonly string[];
  schemes: Record<string, { header: string; prefix: string }>;
  /** Field codes by what they mean to a client; several where the bank uses several. */
  roles: Record<Role, readonly string[]>;
  errorShape: Shape;
  errorCodes: Record<string, ErrorAdvice>;
}

export type Role =
  "errorCode" | "errorMessage" | "errorList" | "listCode" | "listMessage" | "globalId" | "businessError";

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
  response: Shape;
  validateRequest?: Validator;
  validateResponse: Validator;
}

/** What a value should be: text, a number, a list of a shape, an object of shapes, or anything. */
export type Shape = "text" | "number" | "any" | readonly [Shape] | { readonly [code: string]: Shape };

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
