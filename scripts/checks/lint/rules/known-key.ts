import { isObject } from "../../../lib/is-object.ts";
import { httpMethods, toPointer } from "../../../bundle/openapi.ts";
import type { SpecFile } from "../../../bundle/spec-files.ts";
import type { Report, SpecRule } from "../rule.ts";

const schemaKeys = [
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
];

/** What the generator, the mock and the checks read, by kind of object. Operations have rules of their own. */
const known: Record<string, readonly string[]> = {
  index: ["openapi", "info", "servers", "tags", "paths", "components"],
  path: httpMethods,
  requestBody: ["description", "required", "content"],
  response: ["description", "content"],
  mediaType: ["schema", "examples"],
  schema: schemaKeys,
  example: ["summary", "description", "value"],
  security: ["type", "in", "name", "scheme", "description"],
};

export const knownKey: SpecRule = {
  id: "known-key",
  description:
    "도구와 검사가 읽지 않는 키는 뜻이 확인되지 않은 채 명세를 바꿉니다. 키를 빼거나, 도구와 검사가 읽게 한 뒤 scripts/checks/lint/rules/known-key.ts의 목록에 더하십시오.",
  check(spec, report) {
    for (const file of spec.openapiFiles) {
      const [, folder = ""] = file.path.split("/");
      const kind =
        { "openapi.yaml": "index" }[file.path] ??
        { paths: "path", schemas: "schema", examples: "example", responses: "response", security: "security" }[folder];
      if (kind !== undefined) check(file, report, kind, file.data, "");
    }
  },
};

/** Checks an object and those below it, but what a `$ref` leads to: that is in a file of its own. */
function check(file: SpecFile, report: Report, kind: string, node: unknown, pointer: string): void {
  if (!isObject(node) || "$ref" in node) return;
  for (const key of Object.keys(node)) {
    if (known[kind]?.includes(key) !== true && !key.startsWith("x-"))
      report({ file: file.path, pointer: `${pointer}/${key}` }, `${key}: 도구가 읽지 않는 키입니다.`);
  }
  const each = (parent: unknown, childKind: string, at: string): void => {
    if (isObject(parent))
      for (const [key, child] of Object.entries(parent)) check(file, report, childKind, child, at + toPointer([key]));
  };
  if (kind === "path") {
    for (const [method, operation] of Object.entries(node).filter(([key]) =>
      (httpMethods as readonly string[]).includes(key),
    )) {
      const { requestBody, responses } = operation as { requestBody?: unknown; responses?: unknown };
      check(file, report, "requestBody", requestBody, `${pointer}/${method}/requestBody`);
      each(responses, "response", `${pointer}/${method}/responses`);
    }
  }
  each(node["content"], "mediaType", `${pointer}/content`);
  if (kind === "mediaType") {
    check(file, report, "schema", node["schema"], `${pointer}/schema`);
    each(node["examples"], "example", `${pointer}/examples`);
  }
  if (kind === "schema") {
    each(node["properties"], "schema", `${pointer}/properties`);
    check(file, report, "schema", node["items"], `${pointer}/items`);
  }
}
