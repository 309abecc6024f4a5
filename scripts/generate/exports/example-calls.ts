import {
  type Credentials,
  describeReproduction,
  exampleCredentials,
  type ExampleRequest,
  exampleRequest,
  reproducingRequest,
  scenarioFields,
} from "../../bundle/example-request.ts";
import {
  deref,
  type Example,
  type OpenApi,
  type Operation,
  operationsOf,
  type Response,
  type Schema,
} from "../../bundle/openapi.ts";
import { errorCodePath } from "../../bundle/error-body.ts";
import { proseMarkdown } from "../../lib/markdown.ts";

/** A request that a user of an API tool sends to the sandbox, and the answer that it must get. */
export interface ExampleCall {
  /** Korean, unique within its group. */
  name: string;
  /** What it shows, in Markdown. */
  description: string;
  request: ExampleRequest;
  /** Prefer values by which the sandbox answers otherwise; for the user to switch on. */
  preferences: string[];
  status: number;
  /** Keys that a JSON answer must hold; each part leads on to the next. */
  holds: string[][];
  /** Where an error code stands, and which one. */
  error?: { path: string[]; code: string };
}

/** Calls that belong together, as a folder. */
export interface CallGroup {
  name: string;
  description: string;
  calls: ExampleCall[];
}

/** A variable as Postman, VS Code REST Client, IntelliJ and httpyac write it. */
export const variable = (name: string): string => `{{${name}}}`;

/** A body as a tool shows it: JSON indented, no text of which is taken for a variable; what is no JSON as it is. */
export function bodyText(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2).replaceAll("{{", "{\\u007b");
  } catch {
    return body;
  }
}

/** The credentials of the sandbox's first app by security scheme: the only ones that an export holds. */
export function sandboxCredentials({ components }: OpenApi): Credentials {
  const own: Credentials = exampleCredentials;
  return Object.fromEntries(Object.keys(components.securitySchemes).map((name) => [name, own[name] ?? ""]));
}

/** Where the sandbox is: the first server without variables. */
export function sandboxUrl({ servers }: OpenApi): string {
  const plain = (servers as { url: string; variables?: object }[]).find(({ variables }) => variables === undefined);
  return plain?.url ?? "http://127.0.0.1:4010";
}

/** A group for each operation, with its request and each of its good answers, and one for the error codes. */
export function exampleCalls(api: OpenApi): CallGroup[] {
  const own = Object.fromEntries(Object.keys(sandboxCredentials(api)).map((name) => [name, variable(name)]));
  return [...operationsOf(api).map((at) => operationGroup(api, at, own)), errorGroup(api, own)];
}

type At = ReturnType<typeof operationsOf>[number];

function operationGroup(api: OpenApi, at: At, own: Credentials): CallGroup {
  const { operation } = at;
  const { status, response } = goodAnswer(api, operation);
  const mediaType = response.content["application/json"];
  const holds = mediaType === undefined ? [] : requiredKeys(api, mediaType.schema);
  const request = exampleRequest(api, at, own);
  // Faults and delays: not every one ends with an answer, so the user chooses them.
  const preferences = scenarioFields(api, at)
    .flatMap(({ values }) => Object.values(values))
    .filter((one) => !one.startsWith("example="));
  const [first, ...named] = Object.entries(mediaType?.examples ?? {}).map(([name, reference]) => ({
    name,
    title: `${deref<Example>(api, reference).summary} (${name})`,
  }));
  const base = { name: first?.title ?? operation.summary, description: "", request, preferences, status, holds };
  return {
    name: `${operation.summary} (${operation.operationId})`,
    description: proseMarkdown((operation as { description?: string }).description?.trim() ?? ""),
    calls: [
      base,
      ...named.map(({ name, title }) => ({
        ...base,
        name: title,
        request: { ...request, headers: { ...request.headers, Prefer: `example=${name}` } },
        preferences: [],
      })),
    ],
  };
}

function errorGroup(api: OpenApi, own: Credentials): CallGroup {
  const path = errorCodePath(api);
  return {
    name: "오류 코드",
    description: "샌드박스가 오류 코드마다 한 번씩 응답하는 요청입니다. HTTP 상태 코드는 추정값입니다.",
    calls: api["x-error-catalogue"].codes.map((row) => {
      const request = reproducingRequest(api, row, own);
      return {
        name: `${row.code} ${row.meaning}`,
        description: `바꾼 것: ${describeReproduction(row)}\n\n원인: ${proseMarkdown(row.cause)}\n\n조치: ${proseMarkdown(row.action)}`,
        request,
        preferences: [],
        status: row.status[0] ?? 0,
        holds: [],
        ...(path === undefined ? {} : { error: { path, code: row.code } }),
      };
    }),
  };
}

/** The first answer below 300. */
function goodAnswer(api: OpenApi, { responses }: Operation): { status: number; response: Response } {
  const [status, reference] = Object.entries(responses).find(([one]) => Number(one) < 300) ?? ["200", undefined];
  return { status: Number(status), response: deref<Response>(api, reference ?? { description: "", content: {} }) };
}

/** The keys that every answer of a schema holds, those within others too; what a list holds is left out. */
function requiredKeys(api: OpenApi, reference: Schema, at: readonly string[] = []): string[][] {
  const { required = [], properties = {} } = deref<Schema>(api, reference);
  return required.flatMap((key) => [[...at, key], ...requiredKeys(api, properties[key] ?? {}, [...at, key])]);
}
