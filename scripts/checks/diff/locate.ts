import { pointerSegments, toPointer } from "../../bundle/openapi.ts";
import type { Place, Spec } from "../../bundle/spec-files.ts";
import type { Change } from "./change.ts";

/**
 * Where a change stands in the files of the spec: the file from the spec folder, and its 1-based line. What is gone stands
 * where its nearest surroundings are.
 */
export function locate(spec: Spec, { pointers: [pointer = ""], key, after }: Change): { file: string; line: number } {
  const [, sourceFile, inFile = ""] = /^([^#]+)#(.*)$/.exec(pointer) ?? [];
  // A sample is JSON, which has no lines to show.
  if (sourceFile !== undefined) return { file: sourceFile, line: spec.files.get(sourceFile)?.lineOf(inFile) ?? 1 };
  const segments = pointerSegments(pointer);
  const isGone = key === undefined && after === undefined;
  const [from, rest] = startOf(spec, isGone ? segments.slice(0, -1) : segments);
  let place = spec.resolve(from);
  for (const segment of rest) {
    const next = spec.resolve({ file: place.file, pointer: place.pointer + toPointer([segment]) });
    if (next.node === undefined) break;
    place = next;
  }
  return { file: place.file, line: spec.file(place.file).lineOf(place.pointer) };
}

/** A component is the file of its name; everything else is reached from the index. */
function startOf(spec: Spec, segments: string[]): [Place, string[]] {
  const [root, kind, name, ...rest] = segments;
  const file = root === "components" && name !== undefined ? filesOf(spec).get(`${kind}/${name}.yaml`) : undefined;
  return file === undefined ? [{ file: "openapi.yaml", pointer: "" }, segments] : [{ file, pointer: "" }, rest];
}

const componentFiles = new WeakMap<Spec, Map<string, string>>();

/** The first file for each folder and name, such as `schemas/Name.yaml`, whatever its service. */
function filesOf(spec: Spec): Map<string, string> {
  let files = componentFiles.get(spec);
  if (files === undefined) {
    const byName = [...spec.files.keys()].map((path): [string, string] => [path.split("/").slice(-2).join("/"), path]);
    files = new Map(byName.toReversed());
    componentFiles.set(spec, files);
  }
  return files;
}
