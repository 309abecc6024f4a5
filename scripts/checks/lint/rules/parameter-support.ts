import type { OpenApi } from "../../../bundle/openapi.ts";
import { httpMethods, pointerSegments, toPointer } from "../../../bundle/openapi.ts";
import { unsupportedParameters } from "../../../bundle/parameters.ts";
import type { Place, Spec } from "../../../bundle/spec-files.ts";
import { isObject } from "../../../lib/is-object.ts";
import { placeName } from "../fields.ts";
import type { SpecRule } from "../rule.ts";

export const parameterSupport: SpecRule = {
  id: "parameter-support",
  description:
    "생성, 샌드박스, 프록시가 지원하는 파라미터와 경로만 사용할 수 있습니다. 지원하는 범위는 spec/README.md의 규칙에 있습니다. 문제에 있는 대로 고치십시오.",
  check(spec, report) {
    const seen = new Set<string>();
    for (const { pointer, message } of unsupportedParameters(withoutAnswers(spec))) {
      const place = placeOf(spec, pointer);
      // What several operations share is told once.
      const finding = `${placeName(place)} ${message}`;
      if (!seen.has(finding)) report(place, message);
      seen.add(finding);
    }
  },
};

/** The spec as one document without references and answers. */
function withoutAnswers(spec: Spec): OpenApi {
  const { paths = {} } = spec.file("openapi.yaml").data as { paths?: Record<string, unknown> };
  const index = (segments: string[]): Place => ({ file: "openapi.yaml", pointer: toPointer(segments) });
  return {
    paths: Object.fromEntries(
      Object.keys(paths).map((path) => {
        const { node, ...at } = spec.resolve(index(["paths", path]));
        const item = isObject(node) ? node : {};
        const part = (key: string): Place => ({ ...at, pointer: `${at.pointer}/${key}` });
        return [
          path,
          Object.fromEntries(
            ["parameters", ...httpMethods]
              .filter((key) => key in item)
              .map((key) => [key, inlined(spec, part(key), ["responses"])]),
          ),
        ];
      }),
    ),
    components: inlined(spec, index(["components"])) ?? {},
  } as OpenApi;
}

/** What a place holds with references followed; a part that contains itself is empty there. */
function inlined(spec: Spec, place: Place, without: readonly string[] = [], around: readonly string[] = []): unknown {
  const { node, ...at } = spec.resolve(place);
  const name = placeName(at);
  if (around.includes(name)) return {};
  const child = (key: string | number): unknown =>
    inlined(spec, { ...at, pointer: at.pointer + toPointer([key]) }, [], [...around, name]);
  if (Array.isArray(node)) return node.map((_, position) => child(position));
  if (!isObject(node)) return node;
  const keys = Object.keys(node).filter((key) => !without.includes(key));
  return Object.fromEntries(keys.map((key) => [key, child(key)]));
}

/** The place in the files of what stands at a pointer of the one document: for a parameter where it is defined. */
function placeOf(spec: Spec, pointer: string): Place {
  const place = pointerSegments(pointer).reduce<Place>(
    (place, segment) => {
      const { file, pointer: at } = spec.resolve(place);
      return { file, pointer: at + toPointer([segment]) };
    },
    { file: "openapi.yaml", pointer: "" },
  );
  if (!/\/parameters\/\d+$/.test(pointer)) return place;
  const { file, pointer: at } = spec.resolve(place);
  return { file, pointer: at };
}
