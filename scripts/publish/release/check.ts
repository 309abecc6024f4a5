import type { Change } from "../../checks/diff/change.ts";
import { diffBundles } from "../../checks/diff/diff.ts";
import { lineOf } from "../../checks/diff/line.ts";
import { list } from "../../checks/diff/formats/text.ts";
import { sourceChanges } from "../../checks/diff/source-changes.ts";
import { inPreparation } from "../../checks/diff/changelog.ts";
import type { SourceFiles } from "../../checks/diff/source-files.ts";
import type { Erratum } from "../../bundle/source.ts";
import type { State } from "./state.ts";
import { isAtLeast, next, stepFor } from "./version.ts";

interface Check {
  /** What has to be mended, each with how; none where everything is in order. */
  problems: string[];
  /** What has changed in the spec since the last release. */
  changes: Change[];
}

/**
 * Checks that the versions agree, that the version has moved far enough from the last released one, and that every change
 * of the spec since then stands in the topmost section of CHANGELOG.md.
 */
export async function check(state: State): Promise<Check> {
  const { section, released, current, releasedSource, currentSource } = state;
  const changelog =
    section === undefined || section.state !== inPreparation
      ? undefined
      : { version: section.version, lines: section.lines };
  const errata = { base: errataOf(releasedSource), revision: errataOf(currentSource) };
  const background = { ...(changelog && { changelog }), errata };
  const changes = [
    ...diffBundles(released, current, background),
    ...sourceChanges(releasedSource, currentSource, background),
  ];
  // The version has a check of its own.
  const own = changes.filter(({ rule }) => rule !== "info.version.changed");
  const heading = headingProblem(state);
  // Without a heading that can be read, the rest would only puzzle.
  const problems =
    heading === undefined ? [versionsProblem(state), stepProblem(state, own), linesProblem(state, own)] : [heading];
  return { changes, problems: problems.filter((problem) => problem !== undefined) };
}

/** The errata register among the files of a source folder; an early release may have had none. */
function errataOf(source: SourceFiles): readonly Erratum[] {
  return (source["source/errata.yaml"] ?? []) as Erratum[];
}

function headingProblem({ section, changelog }: State): string | undefined {
  if (section !== undefined && (section.state === inPreparation || isDay(section.state))) return undefined;
  return `CHANGELOG.md의 첫 제목: \`## 0.2.0 (${inPreparation})\`이나 \`## 0.2.0 (2026-11-22)\`처럼 버전과 상태를 적으십시오. 받은 제목: ${/^## .*$/m.exec(changelog)?.[0] ?? "없음"}.`;
}

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  );
}

function versionsProblem({ versions }: State): string | undefined {
  if (new Set(Object.values(versions)).size === 1) return undefined;
  const found = Object.entries(versions).map(([file, version]) => `${file} ${version ?? "읽을 수 없음"}`);
  return [
    `버전이 서로 다릅니다: ${found.join(", ")}.`,
    "네 곳의 버전은 같아야 합니다. info.version을 고친 뒤 npm run generate를, package.json과 package-lock.json은 npm version 버전 --no-git-tag-version을 실행하십시오.",
  ].join("\n");
}

function stepProblem({ section, versions, released }: State, changes: readonly Change[]): string | undefined {
  const [version, last] = [versions["spec/openapi.yaml"] ?? "", released.info.version];
  if (section === undefined) return undefined;
  if (section.state !== inPreparation) {
    if (changes.length > 0 || version === last) return undefined;
    return `마지막으로 배포한 버전은 ${last}인데(generated/released.json) CHANGELOG.md의 첫 제목은 배포한 버전 ${section.version}입니다. \`## ${section.version} (${inPreparation})\`로 되돌리십시오. 날짜는 npm run release가 적습니다.`;
  }
  const least = next(last, stepFor(last, changes));
  if (isAtLeast(version, least)) return undefined;
  const breaking = changes.filter((change) => change.class === "breaking").length;
  const why =
    breaking > 0
      ? `호환되지 않는 변경이 ${breaking}건`
      : changes.length > 0
        ? `명세의 변경이 ${changes.length}건`
        : "아직 배포하지 않은 버전이";
  return `버전 ${version}: 마지막으로 배포한 ${last}에서 ${why} 있으므로 ${least} 이상이어야 합니다. info.version, package.json, package-lock.json, CHANGELOG.md의 버전을 올리십시오.`;
}

function linesProblem({ section, released }: State, changes: readonly Change[]): string | undefined {
  // An erratum tells why the spec is as it is, and no reader of the CHANGELOG that it has changed.
  const open = changes.filter(({ explanation }) => explanation === undefined || "erratum" in explanation);
  if (open.length === 0 || section === undefined) return undefined;
  const last = released.info.version;
  const where =
    section.state === inPreparation
      ? `CHANGELOG.md의 \`${section.heading}\` 아래에`
      : `${section.version} 버전은 이미 배포했으므로 CHANGELOG.md 맨 위에 \`## ${next(last, stepFor(last, changes))} (${inPreparation})\` 절을 만들고 네 곳의 버전을 올린 뒤 그 아래에`;
  return [
    `마지막으로 배포한 ${last}에서 바뀌었지만 CHANGELOG.md에 줄이 없는 것이 ${open.length}건 있습니다.`,
    list(open),
    `\n${where} 다음 줄을 적으십시오. 여러 변경을 한 줄로 합쳐도 됩니다.`,
    ...open.map(lineOf),
  ].join("\n");
}
