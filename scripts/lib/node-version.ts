// Imports nothing: it also runs in a Node that could not load the rest.

/**
 * Why this Node cannot run the tools, in Korean; undefined where it can. Prism and Redocly are CommonJS that requires ES
 * modules, which Node does since 20.19 and 22.12.
 */
export function nodeObstacle(): string | undefined {
  if (process.features.require_module) return undefined;
  return `Node 20.19 이상이 있어야 합니다. 22라면 22.12 이상입니다. 사용 중인 버전: ${process.versions.node}.`;
}
