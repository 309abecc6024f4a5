import { posix } from "node:path";
import { pointerSegments, toPointer } from "./openapi.ts";
import type { Place, Spec } from "./spec-files.ts";

/** The index, which a bundle begins with. */
export const start: Place = { file: "openapi.yaml", pointer: "" };

/** The place in a spec's files of what stands at a pointer of its bundle: a `$ref` where it is one. */
export function placeOf(spec: Spec, pointer: string): Place {
  const segments = pointerSegments(pointer);
  const [top, kind, name] = segments;
  const component = top === "components" ? componentFile(spec, kind ?? "", name ?? "") : undefined;
  const [from, rest] = component === undefined ? [start, segments] : [component, segments.slice(3)];
  return rest.reduce<Place>((place, segment) => {
    const { file, pointer: at } = spec.resolve(place);
    return { file, pointer: at + toPointer([segment]) };
  }, from);
}

/** A file is the component of its name. */
function componentFile(spec: Spec, kind: string, name: string): Place | undefined {
  const file = spec.openapiFiles.find(
    ({ path }) => path.split("/")[1] === kind && posix.basename(path, ".yaml") === name,
  );
  return file && { file: file.path, pointer: "" };
}
