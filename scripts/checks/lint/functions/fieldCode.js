/**
 * Every property is one of the envelope's two or a field code in UPPER_SNAKE.
 *
 * @param {any} properties
 * @param {unknown} _options
 * @param {import("./types.d.ts").Context} context
 * @returns {import("./types.d.ts").Results}
 */
export default function fieldCode(properties, _options, { path }) {
  return Object.keys(properties)
    .filter((code) => !/^(dataHeader|dataBody|[A-Z][A-Z0-9]*(_[A-Z0-9]+)*)$/.test(code))
    .map((code) => ({ message: `대문자, 숫자, 밑줄로 된 필드 코드가 아닙니다: ${code}.`, path: [...path, code] }));
}
