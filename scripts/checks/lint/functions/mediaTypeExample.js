/**
 * Every media type of an operation has a named example. The JSON of an error response has them from the error-code
 * catalogue when bundled, so there the catalogue must have a code of that status.
 *
 * @param {any} operation
 * @param {unknown} _options
 * @param {import("./types.d.ts").Context} context
 * @returns {import("./types.d.ts").Results}
 */
export default function mediaTypeExample(operation, _options, { path, documentInventory }) {
  const catalogue = /** @type {any} */ (documentInventory.resolved)["x-error-catalogue"]?.codes ?? [];
  const bodies = [
    { at: ["requestBody"], body: operation.requestBody },
    ...Object.entries(operation.responses ?? {}).map(([status, body]) => ({ at: ["responses", status], body })),
  ];
  return bodies.flatMap(({ at, body }) =>
    Object.entries(body?.content ?? {})
      .filter(([name, mediaType]) => {
        const status = body["x-error-status"];
        const fromCatalogue =
          name === "application/json" && catalogue.some((/** @type {any} */ row) => row.status.includes(status));
        return Object.keys(mediaType.examples ?? {}).length === 0 && !fromCatalogue;
      })
      .map(([name]) => ({
        message: `${at.join(" ")}의 ${name}에 예제가 없습니다.`,
        path: [...path, ...at, "content", name],
      })),
  );
}
