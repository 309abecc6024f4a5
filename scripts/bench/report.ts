import { markdownTable } from "../lib/markdown.ts";
import { goals, judge } from "./goals.ts";
import type { Group } from "./group.ts";
import { type GroupName, groupNames, groups } from "./groups.ts";
import { type Curve, exponent, perOperation } from "./growth-rate.ts";
import { type Measurement, median, own } from "./measurement.ts";
import type { Results } from "./results.ts";

/** BENCHMARKS.md: the goals, and a table for each group. The same results give the same bytes. */
export function benchmarks(results: Results): string {
  return [
    "<!-- npm run bench. 직접 수정하지 마십시오. -->",
    "# 벤치마크",
    "`npm run bench`가 잰 값(scripts/bench/results.json)으로 만든 문서입니다. 비교 대상은 처음 한 번 `npm ci --prefix scripts/bench --ignore-scripts`로 설치합니다. 값은 기기에 따라 다르므로 같은 표 안의 비율만 비교하십시오.",
    "값은 라운드의 중앙값이고 괄호 안은 가장 작은 값과 큰 값, ×는 이 프로젝트의 값에 대한 비율입니다. 비교 대상과 같은 일을 A B C A B C의 순서로 번갈아 쟀습니다. '오퍼레이션'은 스키마가 서로 다른 오퍼레이션의 수이며, 1은 이 프로젝트의 명세입니다.",
    "## 목표",
    goalTable(results),
    ...groupNames.flatMap((name) => section(name, results)),
  ]
    .join("\n\n")
    .concat("\n");
}

/** The goals with their verdicts, as a table. */
export function goalTable(results: Results): string {
  const rows = judge(results).map(({ text, verdict, figures: [worst, ...others], missing }) => [
    text,
    verdict === "재지 않음" || missing === 0 ? verdict : `${verdict}(${missing}개는 재지 않음)`,
    worst === undefined
      ? "—"
      : `${worst.what}: ${digits(worst.value)}(기준 ${worst.is} ${worst.limit})${others.length === 0 ? "" : `, ${others.length + 1}개 가운데 가장 나쁜 값`}`,
  ]);
  return markdownTable(["목표", "판정", "비율"], rows);
}

/** A group's heading, text and tables; nothing where it was not measured. */
export function section(name: GroupName, results: Results): string[] {
  const found = results[name];
  const group: Group = groups[name];
  if (found === undefined) return [];
  const peers = Object.entries(found.peers)
    .map(([peer, version]) => `${peer} ${version}`)
    .join(", ");
  return [
    `## ${group.title}`,
    group.about,
    [`기기: ${found.machine}.`, ...(peers === "" ? [] : [`비교 대상: ${peers}.`])].join(" "),
    table(group, found),
    ...(name === "growth" ? [growthTable(found.measurements)] : []),
  ];
}

/** A row for each subject on each platform, a column for each metric that was measured. */
function table({ metrics }: Group, { measurements, failures }: NonNullable<Results[GroupName]>): string {
  const columns = Object.entries(metrics).filter(([key]) => measurements.some(({ metric }) => metric === key));
  const places = [...measurements, ...failures].map(({ subject, operations }) => ({ subject, operations }));
  const rows = [...new Map(places.map((place) => [JSON.stringify(place), place])).values()].sort(
    (a, b) => (a.operations ?? 0) - (b.operations ?? 0),
  );
  const hasPlatforms = rows.some(({ operations }) => operations !== undefined);
  const find = (metric: string, subject: string, operations: number | undefined): Measurement | undefined =>
    measurements.find((one) => one.metric === metric && one.subject === subject && one.operations === operations);
  return markdownTable(
    [
      ...(hasPlatforms ? ["오퍼레이션"] : []),
      "대상",
      ...columns.map(([, { label, unit }]) => `${label}(${unit})`),
      ...(failures.length > 0 ? ["실패한 까닭"] : []),
    ],
    rows.map(({ subject, operations }) => [
      ...(hasPlatforms ? [digits(operations ?? 0)] : []),
      subject,
      ...columns.map(([metric]) => cell(find(metric, subject, operations), find(metric, own, operations))),
      ...(failures.length > 0
        ? [failures.find((one) => one.subject === subject && one.operations === operations)?.reason ?? ""]
        : []),
    ]),
  );
}

/** Median, spread, and share of ours. */
function cell(measured: Measurement | undefined, ours: Measurement | undefined): string {
  if (measured === undefined) return "—";
  const { values } = measured;
  const middle = median(values);
  const [least, most] = [digits(Math.min(...values)), digits(Math.max(...values))];
  const spread = least === most ? "" : ` (${least}–${most})`;
  const compared = ours === undefined || ours === measured ? 0 : median(ours.values);
  const ratio = compared === 0 || middle === 0 ? "" : ` × ${digits(middle / compared)}`;
  return `${digits(middle)}${spread}${ratio}`;
}

/** How our commands grow. */
function growthTable(measurements: readonly Measurement[]): string {
  const curve = (metric: string, command: string): Curve =>
    measurements
      .filter((one) => one.metric === metric && one.subject === command)
      .map(({ operations, values }) => [operations ?? 0, median(values)] as const);
  const shown = (value: number | undefined): string => (value === undefined ? "—" : value.toFixed(2));
  return markdownTable(
    ["명령", "CPU 시간의 지수", "최고 메모리의 지수", "오퍼레이션 하나에(KB)"],
    [...new Set(measurements.map(({ subject }) => subject))].map((command) => [
      command,
      shown(exponent(curve("cpu", command))),
      shown(exponent(curve("peak", command))),
      perOperation(curve("bytes", command)).map(digits).join(" → ") || "—",
    ]),
  );
}

/** A number with three significant digits, and all of a whole one. */
function digits(value: number): string {
  if (Number.isNaN(value)) return "실패";
  return Number.isInteger(value)
    ? value.toLocaleString("en-US")
    : value.toLocaleString("en-US", { maximumSignificantDigits: Math.max(3, Math.ceil(Math.log10(value))) });
}

/** How many goals were met, for the end of a run. */
export function summary(results: Results): string {
  const verdicts = judge(results).map(({ verdict }) => verdict);
  const count = (of: string): number => verdicts.filter((verdict) => verdict === of).length;
  return `목표 ${goals.length}개: 달성 ${count("달성")}개, 미달 ${count("미달")}개, 재지 않음 ${count("재지 않음")}개`;
}
