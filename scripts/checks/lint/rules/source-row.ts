import { type FieldTable } from "../../../bundle/source.ts";
import { type Place, walk } from "../../../bundle/spec-files.ts";
import type { SpecRule } from "../rule.ts";
import { fieldsOf, placeName } from "../trace.ts";

const tables = "source/fields.yaml";

export const sourceRow: SpecRule = {
  id: "source-row",
  description:
    "원문의 행과 명세의 필드는 하나씩 짝을 이룹니다. spec/source/fields.yaml의 행과 스키마의 x-source를 같게 하십시오.",
  check(spec, report) {
    const reached = new Set<string>();
    for (const [index, table] of spec.source<FieldTable[]>("fields.yaml").entries()) {
      const fields = fieldsOf(spec, table);
      const taken = new Set<string>();
      for (const [position, row] of table.rows.entries()) {
        const place = { file: tables, pointer: `/${index}/rows/${position}` };
        const wire = `${row.at}.${row.code}`;
        if (taken.has(wire)) report(place, `${table.section}의 ${wire} 행이 두 번 있습니다.`);
        taken.add(wire);
        const field = fields.find(({ at, code }) => `${at}.${code}` === wire);
        if (field === undefined) {
          report(place, `${table.section}의 ${wire} 행을 나타내는 필드가 spec/${table.schema}에 없습니다.`);
          continue;
        }
        const { type, required } = field.schema["x-source"] ?? {};
        if (type !== row.type)
          report(field, `${row.code}의 x-source.type: 명세 ${String(type)}, 원문 ${row.type || "빈칸"}.`);
        // Where the transcription has another name, an erratum covers that difference, but no name of our own.
        if (row.transcribed?.name !== undefined && field.schema.title !== row.name)
          report(field, `${row.code}의 title: 명세 ${field.schema.title ?? "없음"}, 원문 ${row.name}.`);
        if (required !== row.required)
          report(field, `${row.code}의 x-source.required: 명세 ${String(required)}, 원문 ${row.required || "빈칸"}.`);
      }
      for (const field of fields) {
        reached.add(placeName(field));
        if (!taken.has(`${field.at}.${field.code}`))
          report(field, `${table.section}의 표에 ${field.at}.${field.code} 행이 없습니다.`);
      }
    }
    for (const file of spec.openapiFiles) {
      walk(file, (node, pointer) => {
        const source = node["x-source"];
        const place: Place = { file: file.path, pointer };
        if (typeof source !== "object" || source === null || !("type" in source) || reached.has(placeName(place)))
          return;
        report(place, "x-source가 있지만 원문의 어느 표의 스키마에서도 참조되지 않는 필드입니다.");
      });
    }
  },
};
