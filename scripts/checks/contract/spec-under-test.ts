import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { ExampleRequest } from "../../bundle/example-request.ts";
import {
  deref,
  type Example,
  type MediaType,
  type OpenApi,
  operationsOf,
  pointerSegments,
  type Response,
  toPointer,
  withRefsToDefinitions,
} from "../../bundle/openapi.ts";
import type { Spec } from "../../bundle/spec-files.ts";
import { type Reply, send } from "../../lib/http.ts";

/** A body of an operation in one media type. */
export interface Body {
  operationId: string;
  path: string;
  method: string;
  /** undefined for a request. */
  status: number | undefined;
  contentType: string;
  mediaType: MediaType;
  /** Of its schema in the bundle; responses that share a component have the same. */
  schemaPointer: string;
}

/** An example of a body. */
export interface BodyExample extends Body {
  name: string;
  value: unknown;
}

/** The server that the checks call: Prism alone, or the sandbox. */
interface ServerUnderTest {
  /** Its address, once it listens. */
  url: () => string;
  /** Whether its errors carry a global id, which the examples lack. */
  addsGlobalId: boolean;
}

/** A spec, its bundle, and a server that answers from it. */
export interface SpecUnderTest {
  api: OpenApi;
  spec: Spec;
  /** Every body of every operation. */
  bodies: Body[];
  /** Every example of every body. */
  examples: BodyExample[];
  /** A strict JSON Schema 2020-12 validator for the schema at a pointer of the bundle. */
  validatorAt: (pointer: string) => ValidateFunction;
  addsGlobalId: boolean;
  /** Sends one request to the server. */
  call: (request: ExampleRequest) => Promise<Reply>;
}

/**
 * @param api the bundle of the spec
 * @param server answers from this bundle; left out where no check calls it
 * @throws {Error} when a reference of the bundle leads nowhere
 */
export function specUnderTest(api: OpenApi, spec: Spec, server?: ServerUnderTest): SpecUnderTest {
  const bodies = bodiesOf(api);
  const compiled = new Map<string, ValidateFunction>();
  const compile = compiler(api);
  return {
    api,
    spec,
    bodies,
    examples: bodies.flatMap((body) =>
      Object.entries(body.mediaType.examples ?? {}).map(([name, example]) => ({
        ...body,
        name,
        value: deref<Example>(api, example).value,
      })),
    ),
    validatorAt(pointer) {
      const validate = compiled.get(pointer) ?? compile(pointer);
      compiled.set(pointer, validate);
      return validate;
    },
    addsGlobalId: server?.addsGlobalId ?? false,
    call({ path, method, headers, body }) {
      if (server === undefined) throw new Error("no server was given");
      return send(server.url() + path, { method, headers, ...(body !== undefined && { body }) });
    },
  };
}

function compiler(api: OpenApi): (pointer: string) => ValidateFunction {
  const ajv = new Ajv2020({ strict: true, strictRequired: true, allErrors: true });
  // The schemas of the bundle as the definitions of one JSON Schema document.
  const definitions = withRefsToDefinitions(api.components.schemas);
  for (const key of extensionsIn(definitions)) ajv.addKeyword(key);
  return (pointer) =>
    ajv.compile({ ...withRefsToDefinitions(deref(api, { $ref: `#${pointer}` })), $defs: definitions });
}

/** The `x-*` keys of schemas. */
function extensionsIn(schemas: unknown): Set<string> {
  const found = new Set<string>();
  JSON.stringify(schemas, (key, value: unknown) => {
    if (key.startsWith("x-")) found.add(key);
    return value;
  });
  return found;
}

function bodiesOf(api: OpenApi): Body[] {
  return operationsOf(api).flatMap(({ path, method, operation }) => {
    const at = ["paths", path, method];
    const { operationId, requestBody, responses } = operation;
    const holders = [
      ...(requestBody === undefined
        ? []
        : [{ status: undefined, at: [...at, "requestBody"], content: requestBody.content }]),
      ...Object.entries(responses).map(([status, response]) => ({
        status: Number(status),
        at: "$ref" in response ? pointerSegments(response.$ref.slice(1)) : [...at, "responses", status],
        content: deref<Response>(api, response).content,
      })),
    ];
    return holders.flatMap((holder) =>
      Object.entries(holder.content).map(([contentType, mediaType]) => ({
        operationId,
        path,
        method,
        status: holder.status,
        contentType,
        mediaType,
        schemaPointer: toPointer([...holder.at, "content", contentType, "schema"]),
      })),
    );
  });
}
