import { valuesOf } from "./body-form.ts";
import { maxLengthOf, type Schema } from "./openapi.ts";

const typeNames: Readonly<Record<string, string>> = { string: "문자열", integer: "정수", number: "숫자" };

/** What a value must be, in words. */
export function hintOf(schema: Schema): string {
  const { type = "", description, pattern, minLength, minimum, maximum, minItems, maxItems } = schema;
  const isText = type === "string" && valuesOf(schema) === undefined;
  const most = isText ? maxLengthOf(schema) : undefined;
  const bounds = [
    ...(minLength === undefined || !isText ? [] : [`${minLength}자 이상`]),
    ...(most === undefined ? [] : [`${most}자까지`]),
    ...(minimum === undefined ? [] : [`${minimum} 이상`]),
    ...(maximum === undefined ? [] : [`${maximum} 이하`]),
    ...(minItems === undefined ? [] : [`${minItems}개 이상`]),
    ...(maxItems === undefined ? [] : [`${maxItems}개까지`]),
    ...(pattern === undefined ? [] : [`형식 ${pattern}`]),
  ];
  // A field is taken for a text where nothing is said.
  const kind = valuesOf(schema) === undefined && (type !== "string" || bounds.length > 0) ? typeNames[type] : undefined;
  return [description, [...(kind === undefined ? [] : [kind]), ...bounds].join(", ")]
    .filter((text) => text !== undefined && text !== "")
    .join(" ");
}
