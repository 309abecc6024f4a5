const fakeMail = /@([a-z0-9-]+\.)*example\.(com|org|net)$|\.test$/i;
const kinds = [
  { name: "메일 주소", find: /[\w.+-]+@[\w-]+(\.[\w-]+)+/g, fake: (/** @type {string} */ text) => fakeMail.test(text) },
  {
    name: "주민등록번호",
    find: /\b\d{6}-[1-8]\d{6}\b|\b\d{13}\b/g,
    fake: (/** @type {string} */ text) => !isResidentNumber(text),
  },
  {
    name: "키",
    find: /\bl7xx[0-9a-z]{8,}|\b[0-9a-f]{32,}\b|\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
    fake: () => false,
  },
];

/**
 * No string of an example looks like a real mail address, resident number or key. Values the document prints are let through by `allow`.
 *
 * @param {unknown} value
 * @param {{ allow: string[] }} options
 * @param {import("./types.d.ts").Context} context
 * @returns {import("./types.d.ts").Results}
 */
export default function exampleFake(value, { allow }, { path }) {
  const text = JSON.stringify(value) ?? "";
  return kinds
    .filter(({ find, fake }) => (text.match(find) ?? []).some((found) => !fake(found) && !allow.includes(found)))
    .map(({ name }) => ({ message: `예제에 실제 ${name}처럼 보이는 값이 있습니다.`, path }));
}

/**
 * A hyphenated number counts always; thirteen bare digits (an account number has as many) only with a date and the right check digit.
 *
 * @param {string} text
 */
function isResidentNumber(text) {
  if (text.includes("-")) return true;
  const digits = [...text].map(Number);
  const month = Number(text.slice(2, 4));
  const day = Number(text.slice(4, 6));
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
  const sum = weights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  return (11 - (sum % 11)) % 10 === digits[12];
}
