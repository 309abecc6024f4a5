/**
 * Every entry of `paths` in the hand-written index is a `$ref` to a file of its service. The bundle has none and is left alone.
 *
 * @param {any} root
 * @returns {import("./types.d.ts").Results}
 */
export default function endpointIsFile(root) {
  if (root["x-generated"] !== undefined) return;
  return Object.entries(root.paths ?? {})
    .filter(([, item]) => !/^\.\/[a-z]+\/paths\/[A-Za-z]+\.yaml$/.test(item?.$ref ?? ""))
    .map(([path]) => ({
      message: `${path}가 ./{서비스}/paths/{operationId}.yaml을 가리키는 $ref가 아닙니다.`,
      path: ["paths", path],
    }));
}
