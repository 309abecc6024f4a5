/**
 * Every object of a request is closed, every object of an answer open to any value; one that lists no field says so.
 *
 * @param {any} operation
 * @param {unknown} _options
 * @param {import("./types.d.ts").Context} context
 * @returns {import("./types.d.ts").Results}
 */
export default function objectOpenness(operation, _options, { path }) {
  const bodies = [
    { at: ["requestBody"], body: operation.requestBody, closed: true },
    ...Object.entries(operation.responses ?? {}).map(([status, body]) => ({
      at: ["responses", status],
      body,
      closed: false,
    })),
  ];
  return bodies.flatMap(({ at, body, closed }) =>
    Object.entries(body?.content ?? {}).flatMap(([name, { schema }]) =>
      wrongObjects(schema, closed, [...path, ...at, "content", name, "schema"]),
    ),
  );
}

/**
 * @param {any} schema
 * @param {boolean} closed
 * @param {(string | number)[]} path
 * @returns {{ message: string, path: (string | number)[] }[]}
 */
function wrongObjects(schema, closed, path) {
  const isClosed = schema?.additionalProperties === false || schema?.maxProperties === 0;
  const isOpen = [undefined, true].includes(schema?.additionalProperties) && schema?.maxProperties === undefined;
  // Without a word, the generated type of an object that lists no field would take none.
  const isSaid = schema?.properties !== undefined || schema?.additionalProperties !== undefined;
  const wrong = closed
    ? !isClosed && "요청 객체가 모르는 키를 허용합니다. additionalProperties: false를 지정하십시오."
    : !isOpen
      ? "응답 객체가 모르는 키를 허용하지 않습니다. additionalProperties: false를 지우십시오."
      : !isSaid && "필드가 없는 응답 객체에 additionalProperties: true가 없습니다.";
  const own = schema?.type === "object" && wrong ? [{ message: wrong, path }] : [];
  return [
    ...own,
    ...(schema?.items === undefined ? [] : wrongObjects(schema.items, closed, [...path, "items"])),
    ...Object.entries(schema?.properties ?? {}).flatMap(([code, field]) =>
      wrongObjects(field, closed, [...path, "properties", code]),
    ),
  ];
}
