import type {
  ErrorCode,
  Example,
  MediaType,
  OpenApi,
  Operation,
  Response,
  Schema,
} from "../../../../scripts/bundle/openapi.ts";
import { api } from "../../../support/bundle.ts";

/** The parts of a bundle that the edits reach for. A part that is not there fails the edit. */
export interface Parts {
  api: OpenApi & { tags: { name: string; description: string }[]; servers: Server[] };
  schema: (name: string) => Required<Pick<Schema, "properties" | "required">> & Schema;
  field: (schema: string, code: string) => Schema & Record<string, unknown>;
  loan: (method: "get" | "post") => Operation & Record<string, unknown>;
  token: Operation & Record<string, unknown>;
  response: (name: string) => Response;
  example: (name: string) => Example;
  /** The maps of components that the types of scripts/ do not speak of. */
  components: Record<"responses" | "examples", Record<string, unknown>>;
  code: (code: string) => ErrorCode;
  scheme: (name: string) => Record<string, unknown>;
}

export interface Server {
  url: string;
  description: string;
  variables?: Record<string, { default: string; enum?: string[] }>;
}

export const loanPath = "/oai/wb/v1/credit/getCreditLoanBasicInfo";
export const tokenPath = "/oap/wb/v2/oauth/tokencheck";

/** The parts of a bundle. */
export function partsOf(bundle: OpenApi): Parts {
  const api = bundle as Parts["api"];
  const components = api.components as unknown as Parts["components"];
  const found = <T>(part: unknown, name: string): T => {
    if (part === undefined) throw new Error(`no ${name} in the bundle`);
    return part as T;
  };
  return {
    api,
    components,
    schema: (name) => found(api.components.schemas[name], name),
    field: (schema, code) => found(api.components.schemas[schema]?.properties?.[code], code),
    loan: (method) => found(api.paths[loanPath]?.[method], method),
    token: found(api.paths[tokenPath]?.["get"], tokenPath),
    response: (name) => found(components.responses[name], name),
    example: (name) => found(components.examples[name], name),
    code: (code) =>
      found(
        api["x-error-catalogue"].codes.find((row) => row.code === code),
        code,
      ),
    scheme: (name) => found(api.components.securitySchemes[name], name),
  };
}

/** The JSON content of an operation's 200, or of its request body. */
export function jsonOf(operation: Operation, side: "request" | "response"): MediaType {
  const content =
    side === "request" ? operation.requestBody?.content : (operation.responses["200"] as Response).content;
  const json = content?.["application/json"];
  if (json === undefined) throw new Error(`no JSON ${side} of ${operation.operationId}`);
  return json;
}

/** One edit of the bundle, and the changes that it and its reverse are: `class rule subject`. */
export interface EditRow {
  name: string;
  edit: (parts: Parts) => void;
  there: string[];
  back: string[];
}

/** Takes a key off an object whose type says that it is always there. */
export function drop(node: object, key: string): void {
  delete (node as Record<string, unknown>)[key];
}

/** The bundle, edited. */
export function edited(edit: (parts: Parts) => void): typeof api {
  const copy = structuredClone(api);
  edit(partsOf(copy));
  return copy;
}
