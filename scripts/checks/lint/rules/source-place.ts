import type { Erratum, FieldTable } from "../../../bundle/source.ts";
import type { Spec } from "../../../bundle/spec-files.ts";
import { likelyFile } from "../references.ts";
import type { SpecRule } from "../rule.ts";

export const sourcePlace: SpecRule = {
  id: "source-place",
  description:
    "원문의 표와 정오표는 명세의 자리를 가리킵니다. fields.yaml의 schema와 errata.yaml의 at을 명세에 있는 파일과 자리로 고치십시오.",
  check(spec, report) {
    for (const [index, { schema }] of spec.source<FieldTable[]>("fields.yaml").entries()) {
      if (schema !== undefined && !spec.files.has(schema))
        report({ file: "source/fields.yaml", pointer: `/${index}/schema` }, missingFile(spec, schema));
    }
    for (const [index, { id, places }] of spec.source<Erratum[]>("errata.yaml").entries()) {
      for (const [position, { at }] of places.entries()) {
        const [file = "", pointer = ""] = at.split("#");
        const place = { file: "source/errata.yaml", pointer: `/${index}/places/${position}/at` };
        if (!spec.files.has(file)) report(place, missingFile(spec, file));
        else if (spec.at({ file, pointer }) === undefined)
          report(
            place,
            `정오표 ${id}: ${spec.nameOf(file)}에 ${pointer} 자리가 없습니다. 이름을 확인하거나, 없앤 자리이면 places에서 빼십시오.`,
          );
      }
    }
  },
};

function missingFile(spec: Spec, file: string): string {
  const likely = likelyFile(spec, file);
  const advice = likely === undefined ? "이름을 확인하십시오." : `${likely}의 오타인지 확인하십시오.`;
  return `${spec.nameOf(file)} 파일이 없습니다. ${advice}`;
}
