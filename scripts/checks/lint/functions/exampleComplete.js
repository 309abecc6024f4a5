/**
 * Every example of a media type holds each property of the schema, except those it lists in `x-omits`; and it lists none
 * that it holds.
 *
 * @param {any} mediaType
 * @param {unknown} _options
 * @param {import("./types.d.ts").Context} context
 * @returns {import("./types.d.ts").Results}
 */
export default function exampleComplete(mediaType, _options, { path }) {
  return Object.entries(mediaType.examples ?? {}).flatMap(([name, example]) => {
    const absent = new Set(absentProperties(mediaType.schema, example.value));
    const omitted = new Set(example["x-omits"] ?? []);
    const at = [...path, "examples", name];
    return [
      ...[...absent]
        .filter((code) => !omitted.has(code))
        .map((code) => ({ message: `예제 ${name}에 ${code} 필드가 없습니다.`, path: at })),
      ...[...omitted]
        .filter((code) => !absent.has(code))
        .map((code) => ({
          message: `예제 ${name}의 x-omits에 ${code} 코드가 있지만 예제에서 빠지지 않았습니다.`,
          path: at,
        })),
    ];
  });
}

/**
 * @param {any} schema
 * @param {any} value
 * @returns {string[]}
 */
function absentProperties(schema, value) {
  if (Array.isArray(value)) return value.flatMap((item) => absentProperties(schema?.items, item));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(schema?.properties ?? {}).flatMap(([code, property]) =>
    Object.hasOwn(value, code) ? absentProperties(property, value[code]) : [code],
  );
}
