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
import { problem } from "../messages.ts";

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
  return { changes, problems: problems.filter((one) => one !== undefined) };
}

/** The errata register among the files of a source folder; an early release may have had none. */
function errataOf(source: SourceFiles): readonly Erratum[] {
  return (source["source/errata.yaml"] ?? []) as Erratum[];
}

function headingProblem({ section, changelog }: State): string | undefined {
  if (section !== undefined && (section.state === inPreparation || isDay(section.state))) return undefined;
  return problem.heading(/^## .*$/m.exec(changelog)?.[0]);
}

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  );
}

function versionsProblem({ versions }: State): string | undefined {
  if (new Set(Object.values(versions)).size === 1) return undefined;
  return problem.versions(Object.entries(versions));
}

function stepProblem({ section, versions, released }: State, changes: readonly Change[]): string | undefined {
  const [version, last] = [versions["spec/openapi.yaml"] ?? "", released.info.version];
  if (section === undefined) return undefined;
  if (section.state !== inPreparation) {
    if (changes.length > 0 || version === last) return undefined;
    return problem.alreadyReleased(last, section.version);
  }
  const least = next(last, stepFor(last, changes));
  if (isAtLeast(version, least)) return undefined;
  const breaking = changes.filter((change) => change.class === "breaking").length;
  return problem.tooLow(version, last, least, { breaking, all: changes.length });
}

function linesProblem({ section, released }: State, changes: readonly Change[]): string | undefined {
  // An erratum tells why the spec is as it is, and no reader of the CHANGELOG that it has changed.
  const open = changes.filter(({ explanation }) => explanation === undefined || "erratum" in explanation);
  if (open.length === 0 || section === undefined) return undefined;
  const last = released.info.version;
  const advice =
    section.state === inPreparation
      ? problem.addLines(section.heading)
      : problem.addSection(section.version, next(last, stepFor(last, changes)));
  return [problem.untold(last, open.length), list(open), advice, ...open.map(lineOf)].join("\n");
}
