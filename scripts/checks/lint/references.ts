import { refTarget, type Spec, walk } from "../../bundle/spec-files.ts";

/** The files that `$ref`s lead to from openapi.yaml, that file included. */
export function reachedFiles(spec: Spec): Set<string> {
  const reached = new Set<string>();
  const follow = (path: string): void => {
    const file = spec.files.get(path);
    if (file === undefined || reached.has(path)) return;
    reached.add(path);
    walk(file, (node) => {
      if (node["$ref"] !== undefined) follow(refTarget(path, String(node["$ref"])).file);
    });
  };
  follow("openapi.yaml");
  return reached;
}
