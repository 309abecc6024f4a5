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
    .filter(([status, response]) => (Number(status) >= 400 ? String(response["x-error-status"]) !== status : response["x-error-status"] !== undefined))
    .map(([status, response]) => ({
      message: `${status} 응답의 x-error-status가 ${response["x-error-status"] ?? "없습니다"}${response["x-error-status"] === undefined ? "." : "입니다."}`,
      path: [...path, status],
    }));
}
