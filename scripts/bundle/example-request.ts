import {
  deref,
  type ErrorCode,
  type Example,
  fieldsOf,
  type OpenApi,
  type Operation,
  operationsOf,
} from "./openapi.ts";

/** Obviously fake credentials by security scheme; the sandbox's first app. */
export const exampleCredentials = {
  appKey: "SANDBOX-APP-KEY",
  secretKey: "SANDBOX-SECRET-KEY",
  bearer: "SANDBOX-ACCESS-TOKEN",
} satisfies Credentials;

/** Credentials by security scheme. */
export type Credentials = Record<string, string>;

/** A request that can be sent as it is. */
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
  const credentials = Object.keys(operation.security[0] ?? {}).map((name): [string, string] => {
    const scheme = api.components.securitySchemes[name];
    const value = own[name] ?? "";
    return scheme?.type === "http" ? ["Authorization", `Bearer ${value}`] : [scheme?.name ?? name, value];
  });
  const [content] = operation.requestBody?.required === true ? Object.entries(operation.requestBody.content) : [];
  if (content === undefined)
    return { method: method.toUpperCase(), path, headers: Object.fromEntries(credentials), body: undefined };
  const [contentType, mediaType] = content;
  const [example] = Object.values(mediaType.examples ?? {});
  return {
    method: method.toUpperCase(),
    path,
    headers: { ...Object.fromEntries(credentials), "Content-Type": contentType },
    body: JSON.stringify(example === undefined ? {} : deref<Example>(api, example).value),
  };
}

/** The request that makes the sandbox answer an error code: the first operation's example, changed as the catalogue says. */
export function reproducingRequest(
  api: OpenApi,
  { reproduce }: Pick<ErrorCode, "reproduce">,
  own: Credentials = exampleCredentials,
): ExampleRequest {
  const [first] = operationsOf(api);
  if (first === undefined) throw new Error("the bundle has no operation");
  const request = exampleRequest(api, first, own);
  const headers = Object.entries({ ...request.headers, ...reproduce.headers }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  const body = JSON.parse(request.body ?? "{}") as Record<string, Record<string, unknown>>;
  for (const [field, value] of Object.entries(reproduce.set ?? {}))
    at(body, field, (part, code) => (part[code] = value));
  if (reproduce.remove !== undefined) at(body, reproduce.remove, (part, code) => delete part[code]);
  return {
    method: request.method,
    path: `${reproduce.path ?? request.path}${reproduce.query === undefined ? "" : `?${reproduce.query}`}`,
    headers: Object.fromEntries(headers),
    body: reproduce.body ?? JSON.stringify(body),
  };
}

function at(
  body: Record<string, Record<string, unknown>>,
  field: string,
  change: (part: Record<string, unknown>, code: string) => void,
): void {
  const [part = "", code = ""] = field.split(".");
  change((body[part] ??= {}), code);
}

/** A request as a curl command for a POSIX shell. */
export function curl(url: string, { method, path, headers, body }: ExampleRequest): string {
  return [
    `curl -sS -X ${method} ${quote(url + path)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${quote(body)}`]),
  ].join(" \\\n  ");
}

/** Single quotes where the shell needs them. */
function quote(text: string): string {
  return /^[\w./:=@+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** What a reproduction changes, in Korean and Markdown, for tables. */
export function describeReproduction({ reproduce }: Pick<ErrorCode, "reproduce">): string {
  const { path, query, headers = {}, set = {}, remove, body } = reproduce;
  return [
    ...(path === undefined ? [] : [`주소 \`${path}\``]),
    ...(query === undefined ? [] : [`쿼리 \`?${query}\``]),
    ...Object.entries(headers).map(([name, value]) =>
      value === null ? `\`${name}\` 헤더 없음` : `헤더 \`${name}: ${value}\``,
    ),
    ...Object.entries(set).map(([field, value]) => `항목 \`${field}: ${JSON.stringify(value)}\``),
    ...(remove === undefined ? [] : [`\`${remove}\` 항목 없음`]),
    ...(body === undefined ? [] : [`본문 \`${body}\``]),
  ].join(", ");
}

/** The input values that stand for a preference, by field. */
export function inputScenarios(api: OpenApi): { code: string; name: string; values: Record<string, string> }[] {
  const fields = fieldsOf(api);
  return fields.flatMap(([code, { title = "", "x-scenarios": values }]) =>
    values === undefined ? [] : [{ code, name: title, values }],
  );
}
