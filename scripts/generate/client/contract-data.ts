import type { Contract, Role, Shape } from "../../client/contract.ts";
import { credentialHeader } from "../../bundle/security.ts";
import { deref, fieldsOf, type OpenApi, type Schema } from "../../bundle/openapi.ts";

/** The contract of the runtime, less its validators, which are code. */
export function contractData(api: OpenApi): Omit<Contract, "operations"> {
  const fields = fieldsOf(api);
  const marked = fields.filter(([code]) => code !== "dataHeader" && code !== "dataBody");
  const role = (name: Role): string[] =>
    marked
      .filter(([, field]) => field["x-role"] === name)
      .flatMap(([code, field]) => [code, ...(field["x-aliases"] ?? [])]);
  return {
    names: Object.fromEntries(marked.map(([code, field]) => [code, field.title ?? ""])),
    sensitive: marked.filter(([, field]) => field["x-sensitive"] === true).map(([code]) => code),
    schemes: Object.fromEntries(
      Object.entries(api.components.securitySchemes).map(([name, scheme]) => [
        name,
        {
          header: credentialHeader(api.components.securitySchemes, name),
          prefix: scheme.type === "http" ? "Bearer " : "",
        },
      ]),
    ),
    roles: {
      errorCode: role("errorCode"),
      errorMessage: role("errorMessage"),
      errorList: role("errorList"),
      listCode: role("listCode"),
      listMessage: role("listMessage"),
      globalId: role("globalId"),
      businessError: role("businessError"),
    },
    errorShape: errorShape(api),
    errorCodes: Object.fromEntries(
      api["x-error-catalogue"].codes.map(({ code, meaning, action, retryable }) => [
        code,
        { meaning, advice: action, retryable },
      ]),
    ),
  };
}

/** The error body under each name the bank has used, inside dataBody and beside it. */
function errorShape(api: OpenApi): Shape {
  const { properties = {} } = deref<Schema>(api, { $ref: "#/components/schemas/ErrorDataBody" });
  const fields = Object.entries(properties).flatMap(([code, field]) =>
    [code, ...(field["x-aliases"] ?? [])].map((name): [string, Shape] => [name, shapeOf(api, field)]),
  );
  const dataBody = Object.fromEntries(fields);
  return {
    ...(shapeOf(api, { $ref: "#/components/schemas/ErrorResponse" }) as Record<string, Shape>),
    ...dataBody,
    dataBody,
  };
}

/** What the tolerant reader needs of a schema. */
export function shapeOf(api: OpenApi, reference: Schema): Shape {
  const schema = deref<Schema>(api, reference);
  if (schema.items !== undefined) return [shapeOf(api, schema.items)];
  if (schema.type === "object")
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([code, field]) => [code, shapeOf(api, field)]),
    );
  if (schema.type === "string") return "text";
  return schema.type === "number" || schema.type === "integer" ? "number" : "any";
}
