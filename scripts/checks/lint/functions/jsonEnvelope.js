/**
 * A JSON body is an object that requires dataHeader and dataBody and defines nothing beside them (3.5).
 *
 * @param {any} schema
 * @param {unknown} _options
 * @param {import("./types.d.ts").Context} context
 * @returns {import("./types.d.ts").Results}
 */
export default function jsonEnvelope(schema, _options, { path }) {
  const keys = ["dataBody", "dataHeader"];
  const same = (/** @type {string[] | undefined} */ list) =>
    JSON.stringify([...(list ?? [])].sort()) === JSON.stringify(keys);
  if (schema.type === "object" && same(schema.required) && same(Object.keys(schema.properties ?? {}))) return;
  return [{ message: "JSON 본문이 dataHeader와 dataBody만을 필수로 가진 객체가 아닙니다.", path }];
}
