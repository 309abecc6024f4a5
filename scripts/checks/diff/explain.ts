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
export const breakingMark = "[호환되지 않음]";

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
  const line = candidates(changelog?.lines ?? [], change.changelogTerms).find((text) => isExplainedBy(change, text));
  if (line !== undefined) return { changelog: line };
  const erratum = errata.find((id) => isNews(id, background.errata));
  return erratum === undefined ? undefined : { erratum };
}

/** A run of letters that continue a name. */
const word = /[\w$-]+/g;
/** The lines by each word that they hold, for every list of lines that was asked about. */
const indexes = new WeakMap<readonly string[], Map<string, string[]>>();

/** The lines that hold the rarest word of the terms, in their order: no other can have all of the terms. */
function candidates(lines: readonly string[], terms: readonly string[]): readonly string[] {
  let index = indexes.get(lines);
  if (index === undefined) {
    index = new Map();
    for (const line of lines)
      for (const one of new Set(line.match(word))) {
        const known = index.get(one);
        if (known === undefined) index.set(one, [line]);
        else known.push(line);
      }
    indexes.set(lines, index);
  }
  const words = terms.flatMap((term) => term.match(word) ?? []);
  return words
    .map((one) => index.get(one) ?? [])
    .reduce<readonly string[]>((least, found) => (found.length < least.length ? found : least), lines);
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

type Registers = NonNullable<Background["errata"]>;
const news = new WeakMap<Registers, Set<string>>();

function isNews(id: string, errata: Registers | undefined): boolean {
  if (errata === undefined) return false;
  let ids = news.get(errata);
  if (ids === undefined) {
    const before = new Map(errata.base.toReversed().map((erratum) => [erratum.id, erratum]));
    const after = new Map(errata.revision.toReversed().map((erratum) => [erratum.id, erratum]));
    const changed = [...after.values()].filter((erratum) => !isDeepStrictEqual(erratum, before.get(erratum.id)));
    ids = new Set(changed.map((erratum) => erratum.id));
    news.set(errata, ids);
  }
  return ids.has(id);
}
