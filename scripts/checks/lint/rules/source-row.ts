import { isObject } from "../../../lib/is-object.ts";
import { closestWord } from "../../../lib/closest-word.ts";
import type { RowPointer } from "../../../bundle/source.ts";
import { type Spec, walk } from "../../../bundle/spec-files.ts";
import {
  type Field,
  fieldsIn,
  indexRows,
  isRepeated,
  type LocatedRow,
  placeName,
  type RowIndex,
  rowsIn,
  rowsMeant,
  wellFormedPointers,
  wirePlaces,
} from "../fields.ts";
import { reachedFiles } from "../references.ts";
import type { Report, SpecRule } from "../rule.ts";

const parameterPlaces = ["query", "path", "header"];

export const sourceRow: SpecRule = {
  id: "source-row",
  description:
    "필드의 x-source는 원문의 행을 가리키고, 원문의 행마다 그것을 가리키는 필드가 있습니다. 필드의 x-source를 spec/source/fields.yaml의 행과 맞추십시오.",
  check(spec, report) {
    const rows = rowsIn(spec);
    reportRepeatedRows(rows, report);
    const fields = fieldsIn(spec);
    const index = indexRows(rows);
    const positions = positionsIn(spec);
    // A row that a finding about a field is about already needs no finding of its own.
    const told = new Set<LocatedRow>();
    const reported = new Set<string>();
    for (const field of fields) {
      const problem = problemOf(spec, field, rows, index, told, positions);
      if (problem === undefined || reported.has(placeName(field))) continue;
      reported.add(placeName(field));
      const { file, pointer } = field;
      report({ file, pointer: field.source === undefined ? pointer : `${pointer}/x-source` }, problem);
    }
    for (const located of rows.filter((one) => !told.has(one) && !isRepeated(one))) {
      const { table, row } = located;
      report(located, `원문 ${table.section}의 ${row.at}.${row.code} 행을 x-source로 가리키는 필드가 없습니다.`);
    }
    reportOtherPointers(spec, fields, report);
  },
};

function reportRepeatedRows(rows: readonly LocatedRow[], report: Report): void {
  const seen = new Set<string>();
  for (const located of rows) {
    const { table, row } = located;
    const name = `${table.section}의 ${row.at}.${row.code}`;
    if (seen.has(name)) report(located, `원문 ${name} 행이 두 번 있습니다. 하나를 지우십시오.`);
    seen.add(name);
  }
}

/** What is wrong with a field's `x-source`, if anything; adds to `told` the rows that it means or most likely means. */
function problemOf(
  spec: Spec,
  field: Field,
  rows: readonly LocatedRow[],
  index: RowIndex,
  told: Set<LocatedRow>,
  positions: Positions,
): string | undefined {
  const { code, source } = field;
  const pointers = wellFormedPointers(source);
  if (pointers === undefined) {
    const likely = rows.filter(({ row }) => row.code === code);
    for (const row of likely) told.add(row);
    const example = `{ section: "${likely[0]?.table.section ?? "4.1.2"}", code: ${code} }`;
    return source === undefined
      ? `${code} 필드에 x-source가 없습니다. 원문의 행을 x-source: ${example}처럼 가리키십시오.`
      : `${code} 필드의 x-source가 원문의 행을 가리키는 형식이 아닙니다. ${example}처럼 section, code와 필요하면 at만 지정하십시오.`;
  }
  for (const pointer of pointers) {
    const meant = rowsMeant(pointer, index);
    for (const row of meant) told.add(row);
    const places = new Set(meant.map(({ row }) => row.at));
    const [problem] =
      meant.length === 0
        ? [missingRow(pointer, code, rows, told)]
        : places.size > 1
          ? [
              `원문 ${pointer.section}의 표에 ${pointer.code} 행이 여러 자리에 있습니다. x-source에 at을 지정하십시오: ${[...places].join(", ")}.`,
            ]
          : meant.flatMap((one) => misplaced(spec, field, one, positions) ?? []);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function missingRow(
  { section, code, at }: RowPointer,
  key: string,
  rows: readonly LocatedRow[],
  told: Set<LocatedRow>,
): string {
  const repeated = rows.find((one) => one.table.section === section && one.row.code === code && isRepeated(one));
  const ofSection = rows.filter((one) => one.table.section === section && !isRepeated(one));
  const sameCode = ofSection.filter(({ row }) => row.code === code);
  const elsewhere = rows.filter(({ row }) => row.code === code || row.code === key);
  const close = closestWord(
    code,
    ofSection.map(({ row }) => row.code),
  );
  const likely = sameCode.length > 0 ? sameCode : ofSection.filter(({ row }) => row.code === (close ?? key));
  for (const row of likely.length > 0 ? likely : elsewhere) told.add(row);
  if (repeated !== undefined && sameCode.length === 0)
    return `원문 ${section}의 표는 ${code} 행을 ${repeated.row.home}에서 되풀이합니다(repeats). x-source에는 section: "${repeated.row.home}"만 지정하십시오.`;
  if (ofSection.length === 0)
    return `x-source가 가리키는 ${section} 절에는 원문의 표가 없습니다. 표가 있는 절을 지정하십시오: ${[...new Set(rows.map(({ table }) => table.section))].join(", ")}.`;
  if (sameCode.length > 0)
    return `원문 ${section}의 표에 ${String(at)}.${code} 행이 없습니다. at을 확인하십시오: ${sameCode.map(({ row }) => row.at).join(", ")}.`;
  const advice = close === undefined ? "code와 section을 확인하십시오." : `${close}의 오타인지 확인하십시오.`;
  return `원문 ${section}의 표에 ${code} 행이 없습니다. ${advice}`;
}

/** Where fields stand, computed once for a spec. */
interface Positions {
  /** Files that `$ref`s lead to; another's fields have a finding of orphan-file. */
  reached: ReadonlySet<string>;
  /** Places on the wire by the schema file of a table; undefined where a `$ref` under it leads nowhere. */
  under: (schema: string) => ReadonlyMap<string, ReadonlySet<string>> | undefined;
}

function positionsIn(spec: Spec): Positions {
  const trees = new Map<string, ReturnType<typeof wirePlaces>>();
  return {
    reached: reachedFiles(spec),
    under(schema) {
      if (!trees.has(schema)) trees.set(schema, wirePlaces(spec, schema));
      return trees.get(schema);
    },
  };
}

/** What is wrong with the place of a field, if anything: it stands where its row does. */
function misplaced(spec: Spec, field: Field, { table, row }: LocatedRow, positions: Positions): string | undefined {
  const differs = (found: string): string =>
    `${row.code} 필드의 자리가 원문과 다릅니다. 명세는 ${found}, 원문 ${table.section}의 행은 ${row.at}입니다.`;
  if (field.in !== undefined) return field.in === row.at ? undefined : differs(field.in);
  if (parameterPlaces.includes(row.at)) return differs("본문");
  if (table.schema === undefined || !positions.reached.has(field.file)) return undefined;
  const places = positions.under(table.schema);
  if (places === undefined) return undefined;
  const at = places.get(placeName(field));
  if (at === undefined)
    return `${row.code} 필드를 원문 ${table.section}의 표를 나타내는 ${spec.nameOf(table.schema)}에서 찾을 수 없습니다. $ref를 확인하십시오.`;
  return at.has(row.at) ? undefined : differs([...at].join(", "));
}

/** Only a field points at rows: whatever else has a source names its section. */
function reportOtherPointers(spec: Spec, fields: readonly Field[], report: Report): void {
  const places = new Set(fields.map(placeName));
  for (const file of spec.openapiFiles) {
    walk(file, (node, pointer) => {
      if (!("x-source" in node) || places.has(placeName({ file: file.path, pointer }))) return;
      const source = node["x-source"];
      if (!isObject(source) || Object.keys(source).join() !== "section")
        report(
          { file: file.path, pointer: `${pointer}/x-source` },
          `필드가 아닌 곳의 x-source에는 { section: "4.1.1" }처럼 section만 지정합니다.`,
        );
    });
  }
}
