import { type Place, places, variableOf } from "../client/parameters.ts";
import { credentialHeader } from "./security.ts";
import {
  deref,
  type OpenApi,
  type Operation,
  operationsOf,
  type Parameter,
  type Schema,
  toPointer,
} from "./openapi.ts";

/** A parameter with where it stands in the bundle. */
interface Located {
  parameter: Parameter;
  pointer: string;
}

/** The places of parameters in Korean. */
export const placeNames: Record<Place, string> = { path: "경로 변수", query: "쿼리", header: "헤더" };

/** The parameters of an operation. They override those of its path with the same name and place. */
export function parametersOf(api: OpenApi, path: string, method: string): Parameter[] {
  return locate(api, path, method).map(({ parameter }) => parameter);
}

/** The parameters of an operation as one object by place and name, which schemas of bodies can be treated like. */
export function parametersSchema(api: OpenApi, path: string, method: string): Schema | undefined {
  const parameters = parametersOf(api, path, method);
  if (parameters.length === 0) return undefined;
  const groups = places.flatMap((place) => {
    const own = parameters.filter((one) => one.in === place);
    return own.length === 0 ? [] : [{ place, own, required: own.filter((one) => one.required === true) }];
  });
  return {
    type: "object",
    additionalProperties: false,
    required: groups.filter(({ required }) => required.length > 0).map(({ place }) => place),
    properties: Object.fromEntries(
      groups.map(({ place, own, required }): [Place, Schema] => [
        place,
        {
          type: "object",
          additionalProperties: false,
          required: required.map(({ name }) => name),
          properties: Object.fromEntries(own.map((parameter) => [parameter.name, schemaOf(api, parameter)])),
        },
      ]),
    ),
  };
}

/** Personal data may be marked on the parameter as well as on its schema. */
function schemaOf(api: OpenApi, { schema = {}, ...parameter }: Parameter): Schema {
  return parameter["x-sensitive"] === true ? { ...deref<Schema>(api, schema), "x-sensitive": true } : schema;
}

/** The value that samples send for a parameter; undefined where the spec gives none. */
function exampleOf(api: OpenApi, { example, examples = {}, schema }: Parameter): unknown {
  const [named] = Object.values(examples);
  if (example !== undefined) return example;
  if (named !== undefined) return deref<{ value?: unknown }>(api, named).value;
  return schema === undefined ? undefined : deref<Schema>(api, schema).examples?.[0];
}

/** The examples of an operation's parameters by place and name, as the client takes them; places without one are left out. */
export function exampleParameters(api: OpenApi, path: string, method: string): Record<string, Record<string, unknown>> {
  const parameters = parametersOf(api, path, method);
  const groups = places.map((place) => {
    const values = parameters
      .filter((one) => one.in === place)
      .map((one) => [one.name, exampleOf(api, one)])
      .filter(([, value]) => value !== undefined);
    return [place, Object.fromEntries(values) as Record<string, unknown>] as const;
  });
  return Object.fromEntries(groups.filter(([, values]) => Object.keys(values).length > 0));
}

/** What of a bundle's paths and parameters the tools do not support. */
export interface Unsupported {
  pointer: string;
  /** The first operation that meets it; undefined for what is wrong with a path. */
  operationId?: string;
  /** Korean: the name, what is wrong, what to do. */
  message: string;
}

/** What the tools do not support, by place: what stands at a path is told once for all its operations. */
export function unsupportedParameters(api: OpenApi): Unsupported[] {
  const found = operationsOf(api).flatMap(({ path, method, operation }): Unsupported[] => {
    const located = locate(api, path, method);
    return [
      ...unsupportedTemplate(path, located),
      ...located.flatMap(({ parameter, pointer }) =>
        unsupported(api, parameter).map((message) => ({
          pointer,
          operationId: operation.operationId,
          message: `${parameter.name}: ${message}`,
        })),
      ),
      ...(located.length === 0 ? [] : clashingBody(api, operation, toPointer(["paths", path, method]))),
    ];
  });
  const seen = new Map<string, Unsupported>();
  for (const one of [...found, ...sameTemplates(api)]) {
    const key = `${one.pointer} ${one.message}`;
    if (!seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
}

function locate(api: OpenApi, path: string, method: string): Located[] {
  const item = (api.paths[path] ?? {}) as Record<string, unknown>;
  const listed = (owner: unknown, segments: string[]): Located[] =>
    ((owner as { parameters?: (Parameter | { $ref: string })[] } | undefined)?.parameters ?? []).map((one, index) => ({
      parameter: deref<Parameter>(api, one),
      pointer: toPointer([...segments, "parameters", index]),
    }));
  const own = listed(item[method], ["paths", path, method]);
  const shared = listed(item, ["paths", path]).filter(
    ({ parameter }) => !own.some((one) => isSame(one.parameter, parameter)),
  );
  return [...shared, ...own];
}

function isSame(a: Parameter, b: Parameter): boolean {
  return a.in === b.in && a.name === b.name;
}

const framing = ["accept", "content-type", "authorization", "connection", "content-length", "expect", "host", "te"];
const moreFraming = ["trailer", "transfer-encoding", "upgrade", "prefer"];
const scalars = ["string", "integer", "number", "boolean"];

function unsupported(api: OpenApi, parameter: Parameter): string[] {
  const { name, in: at, required, schema, content, style, allowReserved, allowEmptyValue } = parameter;
  const place = places.find((one) => one === at);
  if (place === undefined)
    return [`${at} 자리의 파라미터는 지원하지 않습니다. path, query, header 가운데 하나로 옮기십시오.`];
  if (content !== undefined || schema === undefined)
    return ["content로 정의한 파라미터는 지원하지 않습니다. schema로 정의하십시오."];
  const resolved = deref<Schema>(api, schema);
  const usual = place === "query" ? "form" : "simple";
  const headers = Object.keys(api.components.securitySchemes ?? {}).map((one) =>
    credentialHeader(api.components.securitySchemes, one).toLowerCase(),
  );
  const problems: [boolean, string][] = [
    [
      !/^[A-Za-z][\w.~-]*$/.test(name),
      "이름에 쓸 수 없는 글자가 있습니다. 영문자로 시작하고 영문자, 숫자, _ . ~ - 만 사용하십시오.",
    ],
    [name in Object.prototype, "모든 JavaScript 객체가 가진 이름입니다. 다른 이름으로 바꾸십시오."],
    [
      !scalars.includes(String(resolved.type)),
      "값이 하나인 파라미터만 지원합니다. schema의 type을 string, integer, number, boolean 가운데 하나로 정의하고, 목록이나 객체는 본문으로 옮기십시오.",
    ],
    [
      style !== undefined && style !== usual,
      `style의 값 ${style ?? ""}: 지원하지 않습니다. style을 지우십시오. 기본값은 ${usual}입니다.`,
    ],
    [allowReserved === true, "allowReserved는 지원하지 않습니다. 모든 값을 URL 인코딩하므로 지우십시오."],
    [allowEmptyValue === true, "allowEmptyValue는 지원하지 않습니다. 지우고, 빈 값은 빈 문자열로 보내십시오."],
    [place === "path" && required !== true, "경로 변수에는 required: true를 지정하십시오."],
    [
      place === "header" && [...framing, ...moreFraming, ...headers].includes(name.toLowerCase()),
      "이 이름의 헤더는 보안 체계나 HTTP가 정합니다. 파라미터에서 지우십시오.",
    ],
    [
      required === true && exampleOf(api, parameter) === undefined,
      "필수 파라미터의 값이 없어 요청 예제를 만들 수 없습니다. example을 지정하십시오.",
    ],
  ];
  return problems.filter(([is]) => is).map(([, message]) => message);
}

/** Variables and `path` parameters belong together, each variable a whole segment. */
function unsupportedTemplate(path: string, located: readonly Located[]): { pointer: string; message: string }[] {
  const pointer = toPointer(["paths", path]);
  const variables = path.split("/").flatMap((segment) => variableOf(segment) ?? []);
  const declared = located.filter(({ parameter }) => parameter.in === "path");
  const isPartial = path.split("/").some((segment) => /[{}]/.test(segment) && variableOf(segment) === undefined);
  return [
    ...(isPartial
      ? [{ pointer, message: `${path}: 경로 변수는 /와 / 사이의 한 부분 전체여야 합니다. 경로를 바꾸십시오.` }]
      : []),
    ...(new Set(variables).size === variables.length
      ? []
      : [{ pointer, message: `${path}: 같은 경로 변수가 두 번 있습니다. 이름을 바꾸십시오.` }]),
    ...variables
      .filter((name) => !declared.some(({ parameter }) => parameter.name === name))
      .map((name) => ({
        pointer,
        message: `${path}: 경로 변수 ${name}: 정의되지 않았습니다. in: path인 파라미터로 정의하십시오.`,
      })),
    ...declared
      .filter(({ parameter }) => !isPartial && !variables.includes(parameter.name))
      .map(({ parameter, pointer: at }) => ({
        pointer: at,
        message: `${parameter.name}: 경로 ${path}에 이 변수가 없습니다. 경로에 {${parameter.name}} 변수를 넣거나 파라미터를 지우십시오.`,
      })),
  ];
}

/** The client takes body and parameters in one object. */
function clashingBody(api: OpenApi, { requestBody }: Operation, at: string): { pointer: string; message: string }[] {
  const schema = requestBody?.content["application/json"]?.schema;
  const keys = Object.keys((schema && deref<Schema>(api, schema).properties) ?? {});
  return places
    .filter((place) => keys.includes(place))
    .map((place) => ({
      pointer: `${at}/requestBody`,
      message: `본문의 최상위 필드 ${place}: 파라미터의 자리와 이름이 같아 클라이언트를 만들 수 없습니다. dataBody 아래로 옮기십시오.`,
    }));
}

/** Two templates that differ only in the names of their variables stand for the same paths. */
function sameTemplates(api: OpenApi): { pointer: string; message: string }[] {
  const shape = (path: string): string =>
    path
      .split("/")
      .map((segment) => (variableOf(segment) === undefined ? segment : "{}"))
      .join("/");
  const first = new Map<string, string>();
  return Object.keys(api.paths).flatMap((path) => {
    const twin = first.get(shape(path));
    first.set(shape(path), twin ?? path);
    return twin === undefined
      ? []
      : [
          {
            pointer: toPointer(["paths", path]),
            message: `${path}: ${twin} 경로와 변수의 이름만 다릅니다. 하나로 합치십시오.`,
          },
        ];
  });
}
