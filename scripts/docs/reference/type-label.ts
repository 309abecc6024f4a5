import { deref, type OpenApi, type Schema } from "../../bundle/openapi.ts";

const typeNames: Record<string, string> = {
  string: "문자열",
  number: "숫자",
  integer: "정수",
  boolean: "불리언",
  object: "객체",
};

/** Lists within lists that a label names. A list may hold itself. */
const namedDepth = 3;

/** A schema's type and limits in Korean: 문자열, 최대 39자. */
export function typeLabel(api: OpenApi, schema: Schema): string {
  return [typeName(api, schema, 0), ...limits(schema)].join(", ");
}

function typeName(api: OpenApi, { type = "", items }: Schema, depth: number): string {
  if (type !== "array") return typeNames[type] ?? "모든 값";
  if (items === undefined || depth === namedDepth) return "목록";
  return `목록(${typeName(api, deref<Schema>(api, items), depth + 1)})`;
}

function limits(schema: Schema): string[] {
  switch (schema.type) {
    case "string":
      return range(schema.minLength, schema.maxLength, "자");
    case "array":
      return range(schema.minItems, schema.maxItems, "개");
    case "object":
      return range(schema.minProperties, schema.maxProperties, "개");
    default:
      return range(schema.minimum, schema.maximum, "");
  }
}

function range(least: number | undefined, most: number | undefined, unit: string): string[] {
  if (least !== undefined && least === most) return [`${least}${unit}`];
  if (least === undefined) return most === undefined ? [] : [unit === "" ? `${most} 이하` : `최대 ${most}${unit}`];
  return [`${least}${unit} 이상${most === undefined ? "" : ` ${most}${unit} 이하`}`];
}
