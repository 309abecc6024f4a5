import type { Place } from "../client/parameters.ts";
import { deref, type OpenApi, type Operation, operationsOf } from "../bundle/openapi.ts";
import { parametersSchema, placeNames } from "../bundle/parameters.ts";
import { literal } from "./source-text.ts";

/** A type that has a name of its own beside openapi-typescript's `components` and `operations`. */
interface Alias {
  name: string;
  /** Korean. */
  comment: string;
  type: string;
  /** The operation that it is made for; undefined for a schema. */
  operationId?: string;
}

/** A name for every schema, and for each operation's parameters, request, response and error. */
export function aliasesOf(api: OpenApi): Alias[] {
  return [
    ...Object.entries(api.components.schemas).map(([name, schema]) => ({
      name,
      comment: schema.title ?? name,
      type: `components["schemas"][${literal(name)}]`,
    })),
    ...operationsOf(api).flatMap((one) => operationAliases(api, one)),
  ];
}

function operationAliases(
  api: OpenApi,
  { path, method, operation }: { path: string; method: string; operation: Operation },
): Alias[] {
  const { summary, responses, requestBody } = operation;
  // A hand-written document may hold anything there.
  const operationId = String(operation.operationId);
  const at = `operations[${literal(operationId)}]`;
  const entries = Object.entries(responses);
  const isError = ([, response]: (typeof entries)[number]): boolean =>
    deref(api, response)["x-error-status"] !== undefined;
  const body = (of: typeof entries): string =>
    of.length === 0
      ? "never"
      : `${at}["responses"][${of.map(([status]) => statusType(status)).join(" | ")}]["content"]["application/json"]`;
  const places = Object.keys(parametersSchema(api, path, method)?.properties ?? {}) as Place[];
  const [mediaType] = Object.keys(requestBody?.content ?? {});
  const request = `NonNullable<${at}["requestBody"]>["content"][${literal(mediaType ?? "")}]`;
  const alias = (suffix: string, what: string, type: string): Alias => ({
    name: `${capitalised(operationId)}${suffix}`,
    comment: `${summary}: ${what}`,
    type,
    operationId,
  });
  return [
    ...(mediaType === undefined ? [] : [alias("Request", "요청 본문", request)]),
    ...places.map((place) =>
      alias(capitalised(place), placeNames[place], `NonNullable<${at}["parameters"][${literal(place)}]>`),
    ),
    alias("Response", "응답 본문", body(entries.filter((one) => !isError(one)))),
    alias("Error", "오류 본문", body(entries.filter(isError))),
  ];
}

/** openapi-typescript keys a response by a number where its status is one. */
function statusType(status: string): string {
  return /^[1-9]\d*$/.test(status) ? status : literal(status);
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
