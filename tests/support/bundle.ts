import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { deref, type Example, type MediaType, type OpenApi, operationsOf, toPointer } from "../../scripts/lib/openapi.ts";
import { bundleFile } from "../../scripts/lib/paths.ts";

/** The committed bundle. */
export const api = JSON.parse(readFileSync(bundleFile, "utf8")) as OpenApi;

const ajv = new Ajv2020({ strict: true, strictRequired: true, allErrors: true });
ajv.addVocabulary(["x-source", "x-errata", "x-sensitive", "x-role", "x-aliases", "x-scenarios"]);

/** The schemas of the bundle as the definitions of one JSON Schema document. */
const definitions = rewriteRefs(api.components.schemas);

function rewriteRefs<T>(node: T): T {
  return JSON.parse(JSON.stringify(node).replaceAll("#/components/schemas/", "#/$defs/")) as T;
}

/** A strict JSON Schema 2020-12 validator for the schema at a pointer of the bundle. */
export function validatorAt(pointer: string): ValidateFunction {
  return ajv.compile({ ...rewriteRefs(deref(api, { $ref: `#${pointer}` })), $defs: definitions });
}

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

/** Every example of every operation with the place of its schema. */
export const cases: Case[] = operationsOf(api).flatMap(({ path, method, operation }) => {
  const at = ["paths", path, method];
  const bodies = [
    ...(operation.requestBody === undefined ? [] : [{ status: undefined, at: [...at, "requestBody"], content: operation.requestBody.content }]),
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

/** The document's sample request (4.1.4), a fresh copy each time. */
export function sampleRequest(): { dataHeader: Record<string, unknown>; dataBody: Record<string, unknown> } {
  const sample = cases.find(({ operationId, name }) => operationId === "getCreditLoanBasicInfo" && name === "sample");
  return structuredClone(sample?.value) as ReturnType<typeof sampleRequest>;
}
