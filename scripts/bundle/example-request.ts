import { encode, variableOf } from "../client/parameters.ts";
import { shellWord } from "../lib/shell.ts";
import {
  deref,
  type ErrorCode,
  type Example,
  type OpenApi,
  type Operation,
  operationsOf,
  type Schema,
} from "./openapi.ts";
import { exampleParameters, parametersSchema } from "./parameters.ts";
import { credentialHeader, credentialHeaders } from "./security.ts";

/** Obviously fake credentials by security scheme; the sandbox's first app. */
export const exampleCredentials = {
  appKey: "SANDBOX-APP-KEY",
  secretKey: "SANDBOX-SECRET-KEY",
  bearer: "SANDBOX-ACCESS-TOKEN",
} satisfies Credentials;

/** Credentials by security scheme. */
export type Credentials = Record<string, string>;

/** A complete example request. */
export interface ExampleRequest {
  method: string;
  /** With the query. */
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** The operation's first example request, with the credentials of its first security alternative. */
export function exampleRequest(
  api: OpenApi,
  { path, method, operation }: { path: string; method: string; operation: Operation },
  own: Credentials = exampleCredentials,
): ExampleRequest {
  const schemes = api.components.securitySchemes;
  const { path: variables = {}, query = {}, header = {} } = exampleParameters(api, path, method);
  const headers = {
    ...credentialHeaders(schemes, Object.keys(operation.security[0] ?? {}), own),
    ...Object.fromEntries(Object.entries(header).map(([key, value]) => [key, String(value)])),
  };
  const target = { method: method.toUpperCase(), path: filledPath(path, variables, query) };
  const [content] = operation.requestBody?.required === true ? Object.entries(operation.requestBody.content) : [];
  if (content === undefined) return { ...target, headers, body: undefined };
  const [contentType, mediaType] = content;
  const [example] = Object.values(mediaType.examples ?? {});
  return {
    ...target,
    headers: { ...headers, "Content-Type": contentType },
    body: JSON.stringify(example === undefined ? {} : deref<Example>(api, example).value),
  };
}

/** A path template with its variables, and the query behind it. */
export function filledPath(
  template: string,
  variables: Record<string, unknown>,
  query: Record<string, unknown>,
): string {
  return withQuery(
    template
      .split("/")
      .map((segment) => encodeVariable(segment, variables))
      .join("/"),
    Object.entries(query).map(([key, value]) => `${encode(key)}=${encode(value)}`),
  );
}

function encodeVariable(segment: string, variables: Record<string, unknown>): string {
  const name = variableOf(segment);
  return name === undefined ? segment : encode(variables[name]);
}

function withQuery(path: string, pairs: readonly string[]): string {
  return pairs.length === 0 ? path : `${path}${path.includes("?") ? "&" : "?"}${pairs.join("&")}`;
}

/** The example request that an error code's reproduction changes. */
export function requestToChange(api: OpenApi, { reproduce }: Pick<ErrorCode, "reproduce">): ExampleRequest {
  return exampleRequest(api, reproducingOperation(api, reproduce));
}

/** The request that reproduces an error code: an operation's example with the catalogue's changes. */
export function reproducingRequest(
  api: OpenApi,
  { reproduce }: Pick<ErrorCode, "reproduce">,
  own: Credentials = exampleCredentials,
): ExampleRequest {
  const request = exampleRequest(api, reproducingOperation(api, reproduce), own);
  const headers = Object.entries({ ...request.headers, ...reproduce.headers }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  const body = request.body === undefined ? undefined : (JSON.parse(request.body) as Body);
  for (const [field, value] of Object.entries(reproduce.set ?? {}))
    at(body ?? {}, field, (part, code) => (part[code] = value));
  if (reproduce.remove !== undefined) at(body ?? {}, reproduce.remove, (part, code) => delete part[code]);
  return {
    method: request.method,
    path: withQuery(reproduce.path ?? request.path, reproduce.query === undefined ? [] : [reproduce.query]),
    headers: Object.fromEntries(headers),
    body: reproduce.body ?? (body === undefined ? undefined : JSON.stringify(body)),
  };
}

type Body = Record<string, Record<string, unknown>>;

/** The first operation whose example has every part that the reproduction changes: headers it sends, fields of its body. */
function reproducingOperation(
  api: OpenApi,
  { headers = {}, set = {}, remove, body }: ErrorCode["reproduce"],
): { path: string; method: string; operation: Operation } {
  const all = operationsOf(api);
  const fields = [...Object.keys(set), ...(remove === undefined ? [] : [remove])];
  const found = all.find((one) => {
    const request = exampleRequest(api, one);
    const holds = JSON.parse(request.body ?? "{}") as Body;
    const taken = [...new Set(one.operation.security.flatMap((alternative) => Object.keys(alternative)))].map((name) =>
      credentialHeader(api.components.securitySchemes, name),
    );
    return (
      Object.keys(headers).every((name) => taken.includes(name) || name in request.headers) &&
      (body === undefined || request.body !== undefined) &&
      fields.every((field) => {
        const [part = "", code = ""] = field.split(".");
        return Object.hasOwn(holds[part] ?? {}, code);
      })
    );
  });
  const operation = found ?? all[0];
  if (operation === undefined) throw new Error("the bundle has no operation");
  return operation;
}

function at(body: Body, field: string, change: (part: Record<string, unknown>, code: string) => void): void {
  const [part = "", code = ""] = field.split(".");
  change((body[part] ??= {}), code);
}

/** A request as a curl command for a POSIX shell. */
export function curl(url: string, { method, path, headers, body }: ExampleRequest): string {
  return [
    `curl -sS -X ${method} ${shellWord(url + path)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${shellWord(`${name}: ${value}`)}`),
    // curl reads a file for -d @name.
    ...(body === undefined ? [] : [`${body.startsWith("@") ? "--data-raw" : "-d"} ${shellWord(body)}`]),
  ].join(" \\\n  ");
}

/**
 * What a reproduction changes, in Korean, for tables.
 *
 * @param code how to write what is sent; between backticks where left out
 */
export function describeReproduction(
  { reproduce }: Pick<ErrorCode, "reproduce">,
  code = (text: string): string => `\`${text}\``,
): string {
  const { path, query, headers = {}, set = {}, remove, body } = reproduce;
  return [
    ...(path === undefined ? [] : [`${code(path)} 주소를 호출합니다.`]),
    ...(query === undefined ? [] : [`${code(`?${query}`)} 쿼리를 보냅니다.`]),
    ...Object.entries(headers).map(([name, value]) =>
      value === null ? `${code(name)} 헤더를 빼고 호출합니다.` : `${code(`${name}: ${value}`)} 헤더를 보냅니다.`,
    ),
    ...Object.entries(set).map(([field, value]) => `${code(`${field}: ${JSON.stringify(value)}`)} 필드를 보냅니다.`),
    ...(remove === undefined ? [] : [`${code(remove)} 필드를 빼고 보냅니다.`]),
    ...(body === undefined ? [] : [`${code(body)} 본문을 보냅니다.`]),
  ].join(" ");
}

/** A field whose values stand for a preference (x-scenarios), in one operation. */
interface ScenarioField {
  /** Keys to the field, the first `parameters` or `body`. */
  path: readonly string[];
  code: string;
  name: string;
  values: Record<string, string>;
  schema: Schema;
}

/** The fields with x-scenarios that objects lead to, in an operation's parameters and bodies. */
export function scenarioFields(
  api: OpenApi,
  { path, method, operation }: { path: string; method: string; operation: Operation },
): ScenarioField[] {
  const visit = (reference: Schema, at: readonly string[]): ScenarioField[] => {
    const schema = deref<Schema>(api, reference);
    const { title: name = "", "x-scenarios": values, properties = {} } = schema;
    return [
      ...(values === undefined ? [] : [{ path: at, code: at.at(-1) ?? "", name, values, schema }]),
      ...Object.entries(properties).flatMap(([key, field]) => visit(field, [...at, key])),
    ];
  };
  return [
    ...visit(parametersSchema(api, path, method) ?? {}, ["parameters"]),
    ...Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) => visit(schema, ["body"])),
  ];
}

/** The input values that stand for a preference, by field, with the operations that have the field. */
export function inputScenarios(
  api: OpenApi,
): { code: string; name: string; values: Record<string, string>; operations: string[] }[] {
  type Found = { code: string; name: string; values: Record<string, string>; operations: Set<string> };
  const found = new Map<Schema, Found>();
  for (const at of operationsOf(api)) {
    const { operationId } = at.operation;
    for (const { schema, code, name, values } of scenarioFields(api, at)) {
      const known = found.get(schema);
      if (known === undefined) found.set(schema, { code, name, values, operations: new Set([operationId]) });
      else known.operations.add(operationId);
    }
  }
  return [...found.values()].map((one) => ({ ...one, operations: [...one.operations] }));
}
