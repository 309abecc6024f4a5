/**
 * The keys of an object are known and stand in the given order.
 *
 * @param {any} node
 * @param {{ keys: string[] }} options
 * @param {import("./types.d.ts").Context} context
 * @returns {import("./types.d.ts").Results}
 */
export default function keyOrder(node, { keys }, { path }) {
  const present = Object.keys(node);
  const unknown = present.find((key) => !keys.includes(key));
  if (unknown !== undefined)
    return [{ message: `정해진 키가 아닙니다: ${unknown}. 정해진 키: ${keys.join(", ")}`, path: [...path, unknown] }];
  const wanted = keys.filter((key) => present.includes(key));
  const index = present.findIndex((key, at) => key !== wanted[at]);
  if (index === -1) return;
  return [
    {
      message: `키의 순서가 다릅니다: ${present[index]} 앞에 ${wanted[index]}. 순서: ${wanted.join(", ")}`,
      path: [...path, String(present[index])],
    },
  ];
}
