import type { Erratum, FieldTable } from "../../../bundle/source.ts";
import type { Spec } from "../../../bundle/spec-files.ts";
import { tablesFile } from "../fields.ts";
import { likelyFile } from "../references.ts";
import type { SpecRule } from "../rule.ts";

export const sourcePlace: SpecRule = {
  id: "source-place",
  description:
    "원문의 표와 정오표는 명세의 자리를 가리킵니다. fields.yaml의 schema와 errata.yaml의 at을 명세에 있는 파일과 자리로, fields.yaml의 repeats를 다른 표에 있는 행으로 고치십시오.",
  check(spec, report) {
    for (const [index, table] of spec.source<FieldTable[]>("fields.yaml").entries()) {
      const { schema } = table;
      if (schema !== undefined && !spec.files.has(schema))
        report({ file: tablesFile, pointer: `/${index}/schema` }, missingFile(spec, schema));
      const problem = problemOfRepeats(spec, table, index);
      if (problem !== undefined) report({ file: tablesFile, pointer: `/${index}/repeats` }, problem);
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

/** What is wrong with the rows that a table says it repeats, if anything. */
function problemOfRepeats(spec: Spec, { section, repeats }: FieldTable, index: number): string | undefined {
  if (repeats === undefined) return undefined;
  if (repeats.section === section) return "표가 자기 절의 행을 되풀이할 수 없습니다. 다른 표의 절을 지정하십시오.";
  if (spec.tables[index]?.rows.some(({ home }) => home !== section) === true) return undefined;
  return `원문 ${repeats.section}의 표에 되풀이할 ${repeats.at} 행이 없습니다. 행을 직접 가진 표의 절과 at을 지정하십시오.`;
}

function missingFile(spec: Spec, file: string): string {
  const likely = likelyFile(spec, file);
  const advice = likely === undefined ? "이름을 확인하십시오." : `${likely}의 오타인지 확인하십시오.`;
  return `${spec.nameOf(file)} 파일이 없습니다. ${advice}`;
}
