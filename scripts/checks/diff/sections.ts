import { isDeepStrictEqual } from "node:util";
import { isObject } from "../../lib/is-object.ts";

/** The document's sections that an `x-source` names, sorted; one or several rows. */
export function sectionsOf(source: unknown): string[] {
  return [...new Set(rowsOf(source).flatMap(({ section }) => (typeof section === "string" ? [section] : [])))].sort();
}

/**
 * Whether two `x-source` name the same place of the document. How they write it is no fact of the API: one or a list, and
 * with what the row prints, as releases up to 0.1.0 did.
 */
export function isSameSource(one: unknown, other: unknown): boolean {
  if (!isDeepStrictEqual(sectionsOf(one), sectionsOf(other))) return false;
  return [one, other].some(repeatsRow) || isDeepStrictEqual(namesOf(one), namesOf(other));
}

function rowsOf(source: unknown): Record<string, unknown>[] {
  return (Array.isArray(source) ? (source as unknown[]) : [source]).filter(isObject);
}

const repeatsRow = (source: unknown): boolean => rowsOf(source).some((row) => "type" in row || "required" in row);

const namesOf = (source: unknown): string[] =>
  rowsOf(source)
    .map(({ section, code, at }) => JSON.stringify([section, code, at]))
    .sort();
