import { isDeepStrictEqual } from "node:util";
import type { Schema } from "../../../bundle/openapi.ts";
import { type Facet, facets, type FieldTable } from "../../../bundle/source.ts";
import type { SpecRule } from "../rule.ts";
import { deviations, errataOf, fieldsOf, placeName, valueKeywords } from "../trace.ts";

const labels: Record<(typeof facets)[number], string> = {
  name: "이름(title)",
  at: "자리",
  type: "타입",
  length: "길이(maxLength)",
  required: "필수 여부(required)",
  values: "허용 값",
  method: "HTTP Method",
  server: "서버 주소",
  status: "상태 코드",
  mediaType: "미디어 타입",
  header: "헤더",
  security: "보안 체계",
  closed: "객체의 닫힘",
  sample: "예제",
};

/** The keywords of a schema that say what was decided about a facet. */
const keywords: Partial<Record<Facet, (schema: object) => string[]>> = {
  name: () => ["title"],
  type: () => ["type"],
  length: () => ["maxLength"],
  required: () => ["required"],
  values: valueKeywords,
};

export const erratumCover: SpecRule = {
  id: "erratum-cover",
  description:
    "원문과 다른 곳은 모두 설명되어야 합니다. 원문대로 고치거나, spec/source/errata.yaml에서 그 자리(places)의 differs를 실제 차이와, decided를 정한 값과 같게 하십시오.",
  check(spec, report) {
    const actual = deviations(spec);
    const fields = new Map(
      spec
        .source<FieldTable[]>("fields.yaml")
        .flatMap((table) => fieldsOf(spec, table))
        .map((field) => [placeName(field), field]),
    );
    const declared = new Map<string, Set<string>>();
    for (const [index, erratum] of errataOf(spec).entries()) {
      for (const [position, { at, differs = [], decided = {} }] of erratum.places.entries()) {
        const [file = "", pointer = ""] = at.split("#");
        const field = fields.get(at);
        // Whether a field is required is said by the object around it.
        const schema: Record<string, unknown> = {
          ...(spec.at({ file, pointer }) as Schema | undefined),
          ...(field === undefined ? {} : { required: field.required }),
        };
        const wanted =
          erratum.kind === "transcription"
            ? []
            : differs.flatMap((facet) => keywords[facet]?.(schema) ?? []).filter((keyword) => keyword in schema);
        for (const keyword of new Set([...wanted, ...Object.keys(decided)])) {
          if (isDeepStrictEqual(decided[keyword], schema[keyword])) continue;
          const show = (value: unknown): string => (value === undefined ? "없음" : JSON.stringify(value));
          report(
            { file: "source/errata.yaml", pointer: `/${index}/places/${position}` },
            `정오표 ${erratum.id}: spec/${at}의 ${keyword}. 정오표 ${show(decided[keyword])}, 명세 ${show(schema[keyword])}.`,
          );
        }
        declared.set(at, new Set([...(declared.get(at) ?? []), ...differs]));
        for (const facet of differs.filter((name) => !actual.get(at)?.has(name))) {
          const place = { file: "source/errata.yaml", pointer: `/${index}/places/${position}` };
          report(
            place,
            `정오표 ${erratum.id}: spec/${at}의 차이로 적은 ${labels[facet]} 항목이 실제로는 원문과 같습니다.`,
          );
        }
      }
    }
    for (const [at, differs] of actual) {
      const [file = "", pointer = ""] = at.split("#");
      for (const facet of differs) {
        if (declared.get(at)?.has(facet)) continue;
        // The line of the keyword, which is the one that was changed, or else the field's. Its being required is said around it.
        const [keyword] =
          (facet === "required" ? undefined : keywords[facet])?.(spec.at({ file, pointer }) as Schema) ?? [];
        report(
          { file, pointer: keyword === undefined ? pointer : `${pointer}/${keyword}` },
          `원문과 다릅니다: ${labels[facet]}. 정오표에 이 차이를 설명하는 항목이 없습니다.`,
        );
      }
    }
  },
};
