import { httpMethods, type OpenApi, toPointer } from "./openapi.ts";
import type { Unsupported } from "./parameters.ts";

/** What a keyword that is supported must hold, in Korean; undefined for annotations, which may hold anything. */
const keywords: Record<string, { holds: (value: unknown) => boolean; expected: string } | undefined> = {
  $ref: { holds: (value) => typeof value === "string", expected: "문자열" },
  type: {
    holds: (value) => ["string", "number", "integer", "boolean", "array", "object"].includes(String(value)),
    expected: "string, number, integer, boolean, array, object",
  },
  minLength: size(),
  maxLength: size(),
  minItems: size(),
  maxItems: size(),
  minProperties: size(),
  maxProperties: size(),
  minimum: finite(),
  maximum: finite(),
  pattern: { holds: isPattern, expected: "u 플래그로 읽을 수 있는 정규식" },
  enum: { holds: (value) => Array.isArray(value) && value.length > 0, expected: "값이 하나 이상 있는 목록" },
  const: { holds: () => true, expected: "" },
  items: { holds: isObject, expected: "스키마" },
  properties: { holds: isObject, expected: "스키마의 목록" },
  required: { holds: Array.isArray, expected: "코드의 목록" },
  additionalProperties: { holds: (value) => typeof value === "boolean", expected: "true나 false" },
  ...Object.fromEntries(
    ["title", "description", "examples", "example", "default", "deprecated", "readOnly", "writeOnly", "$comment"].map(
      (name) => [name, undefined],
    ),
  ),
};

/** The keywords that decide validity only for values of some types; of others they say nothing (JSON Schema 2020-12, 4.3.2). */
const typesOf: Record<string, readonly string[]> = {
  minLength: ["string"],
  maxLength: ["string"],
  pattern: ["string"],
  minItems: ["array"],
  maxItems: ["array"],
  items: ["array"],
  minimum: ["number", "integer"],
  maximum: ["number", "integer"],
  properties: ["object"],
  minProperties: ["object"],
  maxProperties: ["object"],
  required: ["object"],
  additionalProperties: ["object"],
};

function size() {
  return { holds: (value: unknown) => Number.isInteger(value) && Number(value) >= 0, expected: "0 이상의 정수" };
}

function finite() {
  return { holds: (value: unknown) => Number.isFinite(value), expected: "숫자" };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPattern(value: unknown): boolean {
  try {
    return typeof value === "string" && new RegExp(value, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

/** The keys to a part, innermost first: most schemas have nothing to report, and need no pointer. */
type Path = { key: string; parent: Path } | undefined;

function pointerOf(path: Path): string {
  return path === undefined ? "" : pointerOf(path.parent) + toPointer([path.key]);
}

/** What the validators do not support in a schema and its parts, by JSON Pointer in it; behind `$ref`s nothing is sought. */
export function unsupportedKeywords(schema: unknown): { pointer: string; message: string }[] {
  const found: { pointer: string; message: string }[] = [];
  const report = (path: Path, message: string): void => void found.push({ pointer: pointerOf(path), message });
  const visit = (node: unknown, path: Path): void => {
    if (!isObject(node)) return report(path, "스키마는 객체여야 합니다. true나 false 대신 객체로 정의하십시오.");
    for (const key of Object.keys(node)) {
      const problem = key.startsWith("x-") ? undefined : problemOf(node, key);
      if (problem !== undefined) report({ key, parent: path }, `${key}: ${problem}`);
    }
    const { properties, items, required } = node;
    if (isObject(properties))
      for (const code of Object.keys(properties))
        visit(properties[code], { key: code, parent: { key: "properties", parent: path } });
    if (items !== undefined) visit(items, { key: "items", parent: path });
    for (const [index, code] of (Array.isArray(required) ? required : []).entries()) {
      if ("$ref" in node || (isObject(properties) && Object.hasOwn(properties, String(code)))) continue;
      report(
        { key: String(index), parent: { key: "required", parent: path } },
        `required의 ${String(code)}: properties에 없는 코드입니다. properties에 정의하거나 required에서 지우십시오.`,
      );
    }
  };
  visit(schema, undefined);
  return found;
}

/** What is wrong with one keyword of a schema. */
function problemOf(node: Record<string, unknown>, key: string): string | undefined {
  if (!Object.hasOwn(keywords, key))
    return "지원하지 않는 키워드입니다. 클라이언트의 검증기가 확인할 수 없으므로 지우거나 다른 키워드로 정의하십시오.";
  const rule = keywords[key];
  if (rule !== undefined && !rule.holds(node[key])) return `형식이 다릅니다. 쓸 수 있는 값: ${rule.expected}.`;
  const types = typesOf[key];
  if (types === undefined) return undefined;
  if (node["$ref"] !== undefined)
    return "$ref 옆의 제약은 지원하지 않습니다. 제약을 $ref가 가리키는 스키마로 옮기십시오.";
  return node["type"] === undefined
    ? `type이 다음일 때만 사용할 수 있습니다: ${types.join(", ")}. type을 확인하십시오.`
    : undefined;
}

/** What the validators do not support in a bundle's schemas, by place. */
export function unsupportedSchemas(api: OpenApi): Unsupported[] {
  return schemasOf(api).flatMap(({ at, schema }) =>
    unsupportedKeywords(schema).map(({ pointer, message }) => ({ pointer: toPointer(at) + pointer, message })),
  );
}

/** The schemas of a bundle that no other schema holds: components, parameters and bodies. */
function schemasOf(api: OpenApi): { at: string[]; schema: unknown }[] {
  const found: { at: string[]; schema: unknown }[] = [];
  const collect = (node: unknown, at: string[]): void => {
    if (!isObject(node)) return;
    const { schema, parameters, content, requestBody, responses } = node;
    if (schema !== undefined) found.push({ at: [...at, "schema"], schema });
    for (const [key, part] of Object.entries({ content, responses }))
      for (const [name, one] of Object.entries(isObject(part) ? part : {})) collect(one, [...at, key, name]);
    for (const [index, one] of (Array.isArray(parameters) ? parameters : []).entries())
      collect(one, [...at, "parameters", String(index)]);
    collect(requestBody, [...at, "requestBody"]);
  };
  for (const [path, item] of Object.entries(api.paths)) {
    collect(item, ["paths", path]);
    for (const method of httpMethods) collect(item[method], ["paths", path, method]);
  }
  for (const [kind, parts] of Object.entries(api.components))
    for (const [name, part] of Object.entries(isObject(parts) ? parts : {}))
      if (kind === "schemas") found.push({ at: ["components", kind, name], schema: part });
      else collect(part, ["components", kind, name]);
  return found;
}
