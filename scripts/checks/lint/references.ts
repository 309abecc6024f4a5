import { posix } from "node:path";
import { closestWord } from "../../lib/closest-word.ts";
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

/** The file of that name in another folder, or the one whose path is closest. */
export function likelyFile(spec: Spec, path: string): string | undefined {
  const paths = spec.openapiFiles.map((file) => file.path);
  const namesake = paths.filter((one) => posix.basename(one) === posix.basename(path));
  if (namesake.length === 1) return namesake[0];
  const neighbours = paths.filter((one) => posix.dirname(one) === posix.dirname(path));
  const name = closestWord(
    posix.basename(path),
    neighbours.map((one) => posix.basename(one)),
  );
  return name === undefined ? closestWord(path, paths) : posix.join(posix.dirname(path), name);
}
