/**
 * A response with `x-error-status` stands under that status, and every status from 400 up has it.
 *
 * @param {any} responses
 * @param {unknown} _options
 * @param {import("./types.d.ts").Context} context
 * @returns {import("./types.d.ts").Results}
 */
export default function errorStatus(responses, _options, { path }) {
  return Object.entries(responses ?? {})
    .filter(([status, response]) =>
      Number(status) >= 400 ? String(response["x-error-status"]) !== status : response["x-error-status"] !== undefined,
    )
    .map(([status, response]) => {
      const marked = response["x-error-status"];
      const message =
        marked === undefined
          ? `${status} 응답에 x-error-status가 없습니다.`
          : `${status} 응답의 x-error-status가 ${marked}입니다.`;
      return { message, path: [...path, status] };
    });
}
