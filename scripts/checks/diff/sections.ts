import { isDeepStrictEqual } from "node:util";
import { isObject } from "../../lib/is-object.ts";

/** The document's sections that an `x-source` names, sorted; one or several rows. */
export function sectionsOf(source: unknown): string[] {
  return [...new Set(rowsOf(source).flatMap(({ section }) => (typeof section === "string" ? [section] : [])))].sort();
}

/** Whether two `x-source` name the same place of the document. How they write it is no fact of the API. */
export function isSameSource(one: unknown, other: unknown): boolean {
  const [codes, otherCodes] = [codesOf(one), codesOf(other)];
  const isNamed = codes.length > 0 && otherCodes.length > 0;
  return isDeepStrictEqual(sectionsOf(one), sectionsOf(other)) && (!isNamed || isDeepStrictEqual(codes, otherCodes));
}

function rowsOf(source: unknown): Record<string, unknown>[] {
  return (Array.isArray(source) ? (source as unknown[]) : [source]).filter(isObject);
}

const codesOf = (source: unknown): unknown[] =>
  rowsOf(source).flatMap(({ code }) => (code === undefined ? [] : [code]));
