import { isObject } from "../../../lib/is-object.ts";
import { closestWord, spellingAdvice } from "../../../lib/closest-word.ts";
import { httpMethods, toPointer } from "../../../bundle/openapi.ts";
import { refTarget, type SpecFile } from "../../../bundle/spec-files.ts";
import type { Report, SpecRule } from "../rule.ts";

/** The keys of an operation in the order that operation-key-order asks for. */
export const operationKeys = [
  "operationId",
  "summary",
  "description",
  "tags",
  "security",
  "parameters",
  "requestBody",
  "responses",
  "x-source",
  "x-errata",
];

/** The keys that the tools read, by kind of object. */
const known = {
  index: ["openapi", "info", "servers", "tags", "paths", "components", "x-error-catalogue"],
  info: ["title", "summary", "description", "version", "license", "x-errata"],
  server: ["url", "description", "variables", "x-source", "x-errata"],
  serverVariable: ["enum", "default"],
  tag: ["name", "x-displayName", "description"],
  components: ["securitySchemes"],
  path: ["parameters", ...httpMethods],
  operation: operationKeys,
  parameter: [
    "name",
    "in",
    "description",
    "required",
    "schema",
    "example",
    "x-source",
    "x-errata",
    "x-sensitive",
    "x-role",
  ],
  requestBody: ["description", "required", "content"],
  response: ["description", "content", "x-error-status", "x-errata"],
  mediaType: ["schema", "examples", "x-legacy-samples"],
  schema: [
    "type",
    "title",
    "description",
    "additionalProperties",
    "maxProperties",
    "required",
    "properties",
    "items",
    "enum",
    "pattern",
    "maxLength",
    "x-source",
    "x-errata",
    "x-sensitive",
    "x-role",
    "x-aliases",
    "x-scenarios",
  ],
  example: ["summary", "description", "value", "x-omits", "x-source", "x-errata"],
  security: ["type", "in", "name", "scheme", "description", "x-source", "x-errata"],
} satisfies Record<string, readonly string[]>;

type Kind = keyof typeof known;

const labels: Record<Kind, string> = {
  index: "문서",
  info: "info",
  server: "서버",
  serverVariable: "서버 변수",
  tag: "태그",
  components: "components",
  path: "경로",
  operation: "오퍼레이션",
  parameter: "파라미터",
  requestBody: "요청 본문",
  response: "응답",
  mediaType: "미디어 타입",
  schema: "스키마",
  example: "예제",
  security: "보안 체계",
};

/** The kinds of objects below the keys of an object: one object, or many in a map or list. */
const below: Partial<Record<Kind, Record<string, { one: Kind } | { each: Kind }>>> = {
  index: {
    info: { one: "info" },
    servers: { each: "server" },
    tags: { each: "tag" },
    paths: { each: "path" },
    components: { one: "components" },
  },
  components: { securitySchemes: { each: "security" } },
  path: {
    parameters: { each: "parameter" },
    ...Object.fromEntries(httpMethods.map((method) => [method, { one: "operation" }])),
  },
  server: { variables: { each: "serverVariable" } },
  operation: {
    parameters: { each: "parameter" },
    requestBody: { one: "requestBody" },
    responses: { each: "response" },
  },
  parameter: { schema: { one: "schema" } },
  requestBody: { content: { each: "mediaType" } },
  response: { content: { each: "mediaType" } },
  mediaType: { schema: { one: "schema" }, examples: { each: "example" }, "x-legacy-samples": { each: "example" } },
  schema: { properties: { each: "schema" }, items: { one: "schema" } },
};

/** The kind of object that a file of a folder holds. */
const folders: Record<string, Kind> = {
  paths: "path",
  parameters: "parameter",
  schemas: "schema",
  examples: "example",
  responses: "response",
  security: "security",
};

export const knownKey: SpecRule = {
  id: "known-key",
  description:
    "도구와 검사가 읽지 않는 키는 뜻이 확인되지 않은 채 명세를 바꿉니다. 오타를 고치거나 키를 지우십시오. 새로운 키는 도구와 검사가 읽게 한 뒤 scripts/checks/lint/rules/known-key.ts에 더하십시오.",
  check(spec, report) {
    for (const file of spec.openapiFiles) {
      const kind = kindOf(file.path);
      if (kind !== undefined) check(file, report, kind, file.data, "");
    }
  },
};

function kindOf(path: string): Kind | undefined {
  return path === "openapi.yaml" ? "index" : folders[path.split("/")[1] ?? ""];
}

/** Checks an object and those below it, but what a `$ref` leads to: that is in a file of its own. */
function check(file: SpecFile, report: Report, kind: Kind, node: unknown, pointer: string): void {
  const place = { file: file.path, pointer };
  if (!isObject(node)) {
    report(place, `${labels[kind]} 자리의 값이 객체(키와 값)가 아닙니다. 들여쓰기와 콜론을 확인하십시오.`);
    return;
  }
  if ("$ref" in node) {
    const target = kindOf(refTarget(file.path, String(node["$ref"])).file);
    if (target !== undefined && target !== kind)
      report(
        { ...place, pointer: `${pointer}/$ref` },
        `$ref ${String(node["$ref"])}: ${labels[kind]} 자리에서 ${labels[target]} 파일을 가리킵니다. 맞는 폴더의 파일을 가리키십시오.`,
      );
    return;
  }
  const keys: readonly string[] = known[kind];
  const absent = [...keys.filter((key) => !(key in node)), "$ref"];
  for (const key of Object.keys(node).filter((one) => !keys.includes(one))) {
    const isExtension = key.startsWith("x-") && closestWord(key, absent) === undefined;
    if (!isExtension)
      report(
        { ...place, pointer: pointer + toPointer([key]) },
        `${key} 키는 도구가 읽지 않습니다.${spellingAdvice(key, absent)}`,
      );
  }
  if (kind === "schema") checkRequired(node, report, place);
  for (const [key, child] of Object.entries(below[kind] ?? {})) {
    const value = node[key];
    const at = pointer + toPointer([key]);
    if (value === undefined) continue;
    if ("one" in child) check(file, report, child.one, value, at);
    else if (typeof value !== "object" || value === null)
      report({ ...place, pointer: at }, `${key} 자리의 값이 비어 있거나 다른 형식입니다. 들여쓰기를 확인하십시오.`);
    else for (const [name, one] of Object.entries(value)) check(file, report, child.each, one, at + toPointer([name]));
  }
}

/** A name that `required` lists and no property has would be demanded of every message. */
function checkRequired(
  { required, properties }: Record<string, unknown>,
  report: Report,
  place: { file: string; pointer: string },
): void {
  if (!isObject(properties)) return;
  const names = Object.keys(properties);
  for (const [index, name] of (Array.isArray(required) ? required : []).entries()) {
    if (typeof name === "string" && !names.includes(name))
      report(
        { ...place, pointer: `${place.pointer}/required/${index}` },
        `required의 ${name} 필드가 properties에 없습니다.${spellingAdvice(name, names) || " 이름을 확인하십시오."}`,
      );
  }
}
