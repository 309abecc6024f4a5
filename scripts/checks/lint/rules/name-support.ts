import { posix } from "node:path";
import { unsupportedTexts, unsupportedNames } from "../../../bundle/names.ts";
import type { OpenApi, Schema } from "../../../bundle/openapi.ts";
import { placeOf } from "../../../bundle/place-of.ts";
import { takenNames } from "../../../generate/taken-names.ts";
import { placeName } from "../fields.ts";
import { inlined } from "../inlined.ts";
import type { SpecRule } from "../rule.ts";

export const nameSupport: SpecRule = {
  id: "name-support",
  description:
    "operationId와 스키마의 이름은 생성되는 함수, 타입, 파일의 이름이 됩니다. 언어와 클라이언트가 이미 사용하는 이름을 피해 문제에 있는 대로 바꾸십시오.",
  check(spec, report) {
    const { paths = {}, ...index } = inlined(spec) as Partial<OpenApi>;
    const schemas = Object.fromEntries(
      spec.openapiFiles
        .filter(({ path }) => path.split("/")[1] === "schemas")
        .map(({ path, data }) => [posix.basename(path, ".yaml"), data as Schema]),
    );
    const api = { ...index, paths, components: { ...index.components, schemas } } as OpenApi;
    const seen = new Set<string>();
    for (const { pointer, message } of [...unsupportedNames(api), ...takenNames(api)]) {
      const place = placeOf(spec, pointer);
      // Two paths may share a file.
      if (!seen.has(placeName(place))) report(place, message);
      seen.add(placeName(place));
    }
    for (const { path, data } of spec.openapiFiles)
      for (const { pointer, message } of unsupportedTexts(data)) report({ file: path, pointer }, message);
  },
};
