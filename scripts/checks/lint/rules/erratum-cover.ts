import { isDeepStrictEqual } from "node:util";
import type { Schema } from "../../../bundle/openapi.ts";
import { type Erratum, type Facet, facets } from "../../../bundle/source.ts";
import type { Place, Spec } from "../../../bundle/spec-files.ts";
import { type Deviation, deviations, errataOf, valueKeywords } from "../deviations.ts";
import { type Field, fieldsIn, indexRows, placeName, rowsIn, rowsOf } from "../fields.ts";
import type { Report, SpecRule } from "../rule.ts";
import { groupBy } from "../../../lib/group-by.ts";

const labels: Record<(typeof facets)[number], string> = {
  code: "필드 코드",
  name: "이름(title)",
  at: "자리",
  type: "타입(type)",
  length: "길이(maxLength)",
  required: "필수 여부(required)",
  values: "허용 값",
  method: "HTTP Method",
  server: "서버 주소",
  status: "상태 코드",
  mediaType: "미디어 타입",
  header: "헤더",
  security: "보안 체계",
  closed: "모르는 키의 허용 여부",
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

type ErratumPlace = Erratum["places"][number];

export const erratumCover: SpecRule = {
  id: "erratum-cover",
  description:
    "원문과 다른 곳은 모두 설명되어야 합니다. 원문대로 고치거나, spec/source/errata.yaml에서 그 자리(places)의 differs를 실제 차이와, decided를 정한 값과 같게 하십시오.",
  check(spec, report) {
    const actual = deviations(spec);
    const fields = new Map(fieldsIn(spec).map((field) => [placeName(field), field]));
    const rows = indexRows(rowsIn(spec));
    const byPlace = groupBy(actual, placeName);
    const covered = new Set<Deviation>();
    for (const erratum of errataOf(spec)) {
      for (const place of erratum.places) {
        const field = fields.get(place.at);
        if (erratum.kind !== "transcription") checkDecided(spec, field, erratum, place, report);
        // A field without a row cannot be compared; source-row reports it.
        if (field !== undefined && rowsOf(field, rows).length === 0) continue;
        for (const facet of place.differs ?? []) {
          const explained = (byPlace.get(place.at) ?? []).filter((one) => isExplained(one, erratum, facet));
          for (const one of explained) covered.add(one);
          if (explained.length === 0)
            report(
              placeOf(place.at),
              `정오표 ${erratum.id}의 차이(${labels[facet]})가 없습니다. 명세가 원문과 같습니다. 명세를 되돌리거나 정오표의 differs에서 ${facet} 값을 빼십시오.`,
            );
        }
      }
    }
    reportUncovered(
      actual.filter((one) => !covered.has(one)),
      report,
    );
  },
};

/** An erratum of the transcription explains what only the transcription has otherwise, and no decision of the spec. */
function isExplained(deviation: Deviation, { kind }: Erratum, facet: Facet): boolean {
  const { isTranscription = kind === "transcription" } = deviation;
  return deviation.facet === facet && isTranscription === (kind === "transcription");
}

/** The values that an erratum decides are those of the spec, and it names all that its facets are about. */
function checkDecided(
  spec: Spec,
  field: Field | undefined,
  { id }: Erratum,
  { at, differs = [], decided = {} }: ErratumPlace,
  report: Report,
): void {
  const place = placeOf(at);
  // Whether a field is required is said by the object around it.
  const schema: Record<string, unknown> = {
    ...(field?.schema ?? (spec.at(place) as Schema | undefined)),
    ...(field === undefined ? {} : { required: field.required }),
  };
  const wanted = differs.flatMap((facet) => keywords[facet]?.(schema) ?? []).filter((keyword) => keyword in schema);
  const show = (value: unknown): string => (value === undefined ? "빈 값" : JSON.stringify(value));
  for (const keyword of new Set([...wanted, ...Object.keys(decided)])) {
    if (isDeepStrictEqual(decided[keyword], schema[keyword])) continue;
    report(
      { ...place, pointer: `${place.pointer}${field?.schemaAt ?? ""}/${keyword}` },
      `${keyword} 값이 정오표 ${id}에서 정한 값과 다릅니다. 명세는 ${show(schema[keyword])}, 정오표의 decided는 ${show(decided[keyword])}입니다.`,
    );
  }
}

function placeOf(name: string): Place {
  const [file = "", pointer = ""] = name.split("#");
  return { file, pointer };
}

/** One finding for a facet of a place, however many rows it differs from. */
function reportUncovered(uncovered: readonly Deviation[], report: Report): void {
  const groups = groupBy(uncovered, (one) => `${placeName(one)} ${one.facet}`);
  for (const [first, ...more] of groups.values()) {
    if (first === undefined) continue;
    const { file, pointer, facet, within = "" } = first;
    const details = new Set([first, ...more].flatMap(({ detail }) => detail ?? []));
    report(
      { file, pointer: pointer + within },
      [`${labels[facet]}: 원문과 다르지만 정오표에 이 차이를 설명하는 항목이 없습니다.`, ...details].join(" "),
    );
  }
}
