import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { exampleCredentials } from "../../bundle/example-request.ts";
import { send } from "../../lib/http.ts";
import {
  deref,
  type Example,
  type MediaType,
  type OpenApi,
  operationsOf,
  toPointer,
  withRefsToDefinitions,
} from "../../bundle/openapi.ts";
import type { Spec } from "../../bundle/spec-files.ts";

/** An example of a body, with the place of its schema. */
export interface Case {
  operationId: string;
  path: string;
  method: string;
  /** undefined for a request. */
  status: number | undefined;
  contentType: string;
  name: string;
  value: unknown;
  schemaPointer: string;
}

/** The envelope of 3.5 with anything inside. */
export interface Envelope {
  dataHeader: Record<string, unknown>;
  dataBody: Record<string, unknown>;
}

/** The server that the checks ask: Prism alone, or the sandbox. */
export interface AskedServer {
  /** Tells where it listens, once it does. */
  url: () => string;
  /** Whether its errors carry a GLBL_ID, which the examples lack. */
  addsGlobalId: boolean;
}

/** What the contract checks look at: a bundle, the files that it was made of, and a mock that runs on it. */
export interface Subject {
  api: OpenApi;
  spec: Spec;
  /** Every example of every operation. */
  cases: Case[];
  /** A strict JSON Schema 2020-12 validator for the schema at a pointer of the bundle. */
  validatorAt: (pointer: string) => ValidateFunction;
  /** The document's sample request (4.1.4), a fresh copy each time. */
  sampleRequest: () => Envelope;
  addsGlobalId: boolean;
  /** One request to a path of the mock. */
  ask: (path: string, request: Parameters<typeof send>[1]) => ReturnType<typeof send>;
}

const { appKey, secretKey, bearer } = exampleCredentials;

/** Credentials for every security scheme as header fields, those of the sandbox's first app. Prism takes any value. */
export const credentials = { appKey, secretKey, authorization: `Bearer ${bearer}` };

/** The path of the loan operation, as 4.1.1 prints it. */
export const loanPath = "/oai/wb/v1/credit/getCreditLoanBasicInfo";
/** The path of the token check, as 3.4 prints it. */
export const tokenPath = "/oap/wb/v2/oauth/tokencheck";

/**
 * @param api a bundle
 * @param spec the files it was made of
 * @param server runs on this bundle; left out where no check asks it
 * @throws {Error} when a reference of the bundle leads nowhere
 */
export function subjectOf(api: OpenApi, spec: Spec, server?: AskedServer): Subject {
  const cases = casesOf(api);
  const compiled = new Map<string, ValidateFunction>();
  const compile = compiler(api);
  return {
    api,
    spec,
    cases,
    validatorAt(pointer) {
      const validate = compiled.get(pointer) ?? compile(pointer);
      compiled.set(pointer, validate);
      return validate;
    },
    sampleRequest() {
      const sample = cases.find(
        ({ operationId, name }) => operationId === "getCreditLoanBasicInfo" && name === "sample",
      );
      return structuredClone(sample?.value) as Envelope;
    },
    addsGlobalId: server?.addsGlobalId ?? false,
    ask(path, request) {
      if (server === undefined) throw new Error("the subject has no server");
      return send(server.url() + path, request);
    },
  };
}

function compiler(api: OpenApi): (pointer: string) => ValidateFunction {
  const ajv = new Ajv2020({ strict: true, strictRequired: true, allErrors: true });
  ajv.addVocabulary(["x-source", "x-errata", "x-sensitive", "x-role", "x-aliases", "x-scenarios"]);
  // The schemas of the bundle as the definitions of one JSON Schema document.
  const definitions = withRefsToDefinitions(api.components.schemas);
  return (pointer) =>
    ajv.compile({ ...withRefsToDefinitions(deref(api, { $ref: `#${pointer}` })), $defs: definitions });
}

function casesOf(api: OpenApi): Case[] {
  return operationsOf(api).flatMap(({ path, method, operation }) => {
    const at = ["paths", path, method];
    const bodies = [
      ...(operation.requestBody === undefined
        ? []
        : [{ status: undefined, at: [...at, "requestBody"], content: operation.requestBody.content }]),
      ...Object.entries(operation.responses).map(([status, reference]) => ({
        status: Number(status),
        at: "$ref" in reference ? reference.$ref.split("/").slice(1) : [...at, "responses", status],
        content: deref(api, reference).content,
      })),
    ];
    return bodies.flatMap((body) =>
      Object.entries(body.content).flatMap(([contentType, mediaType]: [string, MediaType]) =>
        Object.entries(mediaType.examples ?? {}).map(([name, example]) => ({
          operationId: operation.operationId,
          path,
          method,
          status: body.status,
          contentType,
          name,
          value: deref<Example>(api, example).value,
          schemaPointer: toPointer([...body.at, "content", contentType, "schema"]),
        })),
      ),
    );
  });
}
