import { isDeepStrictEqual } from "node:util";
import { toPointer } from "../../bundle/openapi.ts";
import { isObject } from "../../lib/is-object.ts";
import type { Change } from "./change.ts";
import { type Background, explain } from "./explain.ts";
import { changelogTermsOf } from "./line.ts";
import type { SourceFiles } from "./source-files.ts";

type Entry = Record<string, unknown>;

/** A list whose entries are compared one by one, each under a name of its own. */
interface ListRule {
  /** Tells the entries apart; the position stands in where two have the same. */
  identify: (entry: Entry) => string;
  /** The names of an entry and of its parent. */
  nameOf: (entry: Entry) => Pick<Change, "subject" | "title" | "within">;
  /** A list inside of every entry. */
  inner?: Record<string, (parent: Entry) => ListRule>;
}

const textOf = (entry: Entry, key: string): string => String(entry[key] ?? "");

const rowsOf = (table: Entry): ListRule => ({
  identify: (row) => `${textOf(row, "at")} ${textOf(row, "code")}`,
  nameOf: (row) => ({
    subject: textOf(row, "code"),
    title: textOf(row, "name"),
    within: `원문 ${textOf(table, "section")}`,
  }),
});

/** By file. Every other file is compared by its top-level keys. */
const lists: Record<string, ListRule> = {
  "source/errata.yaml": {
    identify: (erratum) => textOf(erratum, "id"),
    nameOf: (erratum) => ({ subject: textOf(erratum, "id"), title: textOf(erratum, "topic"), within: "정오표" }),
  },
  "source/error-codes.yaml": {
    identify: (row) => textOf(row, "code"),
    nameOf: (row) => ({ subject: textOf(row, "code"), title: undefined, within: "원문" }),
  },
  "source/fields.yaml": {
    identify: (table) => textOf(table, "section"),
    nameOf: (table) => ({
      subject: `원문 ${textOf(table, "section")}`,
      title: textOf(table, "title"),
      within: undefined,
    }),
    inner: { rows: rowsOf },
  },
};

/** What the changes of one place have in common. */
interface Place extends Pick<Change, "subject" | "title" | "within" | "section"> {
  file: string;
  kind: string;
}

/**
 * Compares what two specs say of the document: field tables, samples, error codes, the errata register. Every difference
 * is in some change; all are safe, as the facts of the API are in the bundle.
 *
 * @param background the CHANGELOG lines and errata that can explain the changes
 */
export function sourceChanges(base: SourceFiles, revision: SourceFiles, background: Background = {}): Change[] {
  const found: Change[] = [];
  const add = (place: Place, pointer: string, key: string | undefined, before: unknown, after: unknown): void => {
    const { file, kind, ...named } = place;
    const action = before === undefined ? "added" : after === undefined ? "removed" : "changed";
    const told = { rule: `source.${kind}.${action}`, class: "safe" as const, ...named, key, before, after };
    const changelogTerms = changelogTermsOf(told);
    found.push({
      ...told,
      operations: [],
      message: sentence(key, action),
      pointers: [`${file}#${pointer}`],
      explanation: explain({ ...told, changelogTerms }, [], background),
      changelogTerms,
    });
  };

  function compareKeys(place: Place, pointer: string, was: Entry, is: Entry, rule?: ListRule): void {
    for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
      const [before, after, inner] = [was[key], is[key], rule?.inner?.[key]];
      const at = `${pointer}${toPointer([key])}`;
      if (inner !== undefined && isList(before) && isList(after))
        compareLists(place, at, key, before, after, inner(is));
      else if (!isDeepStrictEqual(before, after)) add(place, at, key, before, after);
    }
  }

  function compareLists(
    holder: Place,
    pointer: string,
    key: string | undefined,
    before: Entry[],
    after: Entry[],
    rule: ListRule,
  ): void {
    const [old, now] = [named(before, rule), named(after, rule)];
    for (const name of new Set([...old.keys(), ...now.keys()])) {
      const [was, is] = [old.get(name), now.get(name)];
      const entry = (is ?? was)!.entry;
      const place = { ...holder, ...rule.nameOf(entry), section: sectionOf(entry) ?? holder.section };
      const at = `${pointer}/${(is ?? was)!.index}`;
      if (was === undefined || is === undefined) add(place, at, undefined, was?.entry, is?.entry);
      else compareKeys(place, at, was.entry, is.entry, rule);
    }
    const [order, newOrder] = [
      [...old.keys()].filter((name) => now.has(name)),
      [...now.keys()].filter((name) => old.has(name)),
    ];
    if (!isDeepStrictEqual(order, newOrder)) add(holder, pointer, key ?? "order", order, newOrder);
  }

  for (const file of new Set([...Object.keys(base), ...Object.keys(revision)])) {
    const [was, is, rule] = [base[file], revision[file], lists[file]];
    const name = file.replace(/^source\//, "");
    const kind = name.replace(/\..*$/, "");
    const place: Place = {
      file,
      kind: kind.split("/")[0] ?? kind,
      subject: name,
      title: undefined,
      within: undefined,
      section: undefined,
    };
    if (rule !== undefined && isList(was) && isList(is)) compareLists(place, "", undefined, was, is, rule);
    else if (isObject(was) && isObject(is)) compareKeys(place, "", was, is);
    else if (!isDeepStrictEqual(was, is)) add(place, "", undefined, was, is);
  }
  return found;
}

function isList(value: unknown): value is Entry[] {
  return Array.isArray(value) && value.every(isObject);
}

/** The entries by their identifying key. */
function named(entries: Entry[], { identify }: ListRule): Map<string, { entry: Entry; index: number }> {
  const found = new Map<string, { entry: Entry; index: number }>();
  for (const [index, entry] of entries.entries()) {
    const name = identify(entry);
    found.set(found.has(name) ? `${name} ${index}` : name, { entry, index });
  }
  return found;
}

const sectionOf = ({ section }: Entry): string | undefined => (typeof section === "string" ? section : undefined);

function sentence(key: string | undefined, action: "added" | "removed" | "changed"): string {
  const verb = { added: "추가했습니다", removed: "삭제했습니다", changed: "바꾸었습니다" }[action];
  return key === undefined ? `전체를 ${verb}.` : `${key} 값을 ${verb}.`;
}
