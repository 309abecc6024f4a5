import type { OpenApi } from "../../../bundle/openapi.ts";
import { unsupportedParameters } from "../../../bundle/parameters.ts";
import { placeOf } from "../../../bundle/place-of.ts";
import { placeName } from "../fields.ts";
import { inlined } from "../inlined.ts";
import type { SpecRule } from "../rule.ts";

export const parameterSupport: SpecRule = {
  id: "parameter-support",
  description:
    "생성, 샌드박스, 프록시가 지원하는 파라미터와 경로만 사용할 수 있습니다. 지원하는 범위는 spec/README.md의 규칙에 있습니다. 문제에 있는 대로 고치십시오.",
  check(spec, report) {
    const { paths = {}, components = {} } = inlined(spec) as Partial<OpenApi>;
    const seen = new Set<string>();
    for (const { pointer, message } of unsupportedParameters({ paths, components } as OpenApi)) {
      const found = placeOf(spec, pointer);
      // A parameter is mended where it is defined.
      const place = /\/parameters\/\d+$/.test(pointer) ? spec.resolve(found) : found;
      // What several operations share is told once.
      const finding = `${placeName(place)} ${message}`;
      if (!seen.has(finding)) report(place, message);
      seen.add(finding);
    }
  },
};
