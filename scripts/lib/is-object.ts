/** Whether a value of JSON is an object: neither null nor an array. */
export function isObject(node: unknown): node is Record<string, unknown> {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}
