import { isDeepStrictEqual } from "node:util";
import type { Erratum } from "../../bundle/source.ts";
import type { Change } from "./change.ts";

/** What can explain changes. */
export interface Background {
  /** The CHANGELOG's section in preparation: its version, and the lines of it that count. */
  changelog?: { version: string; lines: readonly string[] };
  /** The errata registers of both sides. */
  errata?: { base: readonly Erratum[]; revision: readonly Erratum[] };
}

/** What a line of the CHANGELOG about the spec begins with. */
const specLine = /^명세:/;
/** What a line must have to explain a change that is not compatible. */
export const breakingMark = "[호환 안 됨]";

/**
 * What explains a change: a line of the CHANGELOG about the spec that has all of its terms, each as a word of its
 * own, and the mark where the change is not compatible; else an erratum that the changed place names and that is new, or
 * says something else than before.
 *
 * @param errata ids that the changed place names
 */
export function explain(
  change: Pick<Change, "rule" | "class" | "changelogTerms" | "after">,
  errata: readonly string[],
  background: Background,
): Change["explanation"] {
  const { changelog } = background;
  // The heading itself tells of the version.
  if (changelog !== undefined && change.rule === "info.version.changed" && changelog.version === change.after)
    return { changelog: changelog.version };
  const line = changelog?.lines.find((text) => isExplainedBy(change, text));
  if (line !== undefined) return { changelog: line };
  const erratum = errata.find((id) => isNews(id, background.errata));
  return erratum === undefined ? undefined : { erratum };
}

function isExplainedBy(
  { class: severity, changelogTerms }: Pick<Change, "class" | "changelogTerms">,
  line: string,
): boolean {
  return (
    specLine.test(line) &&
    (severity !== "breaking" || line.includes(breakingMark)) &&
    changelogTerms.every((term) => hasWord(line, term))
  );
}

/** Korean particles follow a word directly, so Hangul does not continue a name; letters, digits and name characters do. */
function hasWord(line: string, word: string): boolean {
  return new RegExp(`(?<![\\w$-])${word.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?![\\w$-])`).test(line);
}

function isNews(id: string, errata: Background["errata"]): boolean {
  const entry = errata?.revision.find((erratum) => erratum.id === id);
  return (
    entry !== undefined &&
    !isDeepStrictEqual(
      entry,
      errata?.base.find((erratum) => erratum.id === id),
    )
  );
}
