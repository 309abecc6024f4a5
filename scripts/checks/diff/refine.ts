import { isDeepStrictEqual } from "node:util";
import { errorExamples } from "../../bundle/error-examples.ts";
import { type OpenApi, type Response, nodeAt } from "../../bundle/openapi.ts";
import { isObject } from "../../lib/is-object.ts";
import { type Difference, resolve } from "./differences.ts";
import { actionOf } from "./rules.ts";
import { groupBy } from "../../lib/group-by.ts";

/** Merges differences into one for each edit and drops those that follow from another. */
export function refine(base: OpenApi, revision: OpenApi, found: Difference[]): Difference[] {
  const fields = groupBy(found.filter(isField), ownerOf);
  const references = [referencesOf(base), referencesOf(revision)] as const;
  const told = found
    .flatMap((difference) => requiredFields(difference, fields.get(ownerOf(difference)) ?? []))
    .map((difference) => withRequired(difference, revision))
    .map((difference) => withExample(base, revision, difference))
    .filter((difference) => !isDerived(base, revision, difference) && !isCarried(references, difference));
  return gatherCodes(base, revision, told);
}

const isField = ({ type, key, of }: Difference): boolean => type === "schema" && key === "properties" && of === "node";

/** The place of the node with the difference, in both bundles. */
const ownerOf = ({ base, revision }: Difference): string => JSON.stringify([base, revision]);

/** A schema's `required` field by field, but for the fields that came or went: that they are required belongs to their coming and going. */
function requiredFields(difference: Difference, fields: readonly Difference[]): Difference[] {
  const { type, key, before = [], after = [] } = difference;
  if (type !== "schema" || key !== "required" || !Array.isArray(before) || !Array.isArray(after)) return [difference];
  const names = [...new Set<unknown>([...(before as unknown[]), ...(after as unknown[])])].filter(
    (name) => before.includes(name) !== after.includes(name),
  );
  if (names.length === 0) return [difference];
  return names
    .filter(
      (name) => !fields.some((field) => field.name === name && (field.after !== undefined) === after.includes(name)),
    )
    .map((name) => ({ ...difference, name: String(name), before: before.includes(name), after: after.includes(name) }));
}

/** A field that came, with whether it must be there. */
function withRequired(difference: Difference, revision: OpenApi): Difference {
  if (!isField(difference) || difference.after === undefined) return difference;
  const required = nodeAt(revision, [...(difference.revision ?? []), "required"]);
  return { ...difference, required: Array.isArray(required) && required.includes(difference.name) };
}

/** An example that came or went, itself in place of the reference to it. */
function withExample(base: OpenApi, revision: OpenApi, difference: Difference): Difference {
  const { type, key, of, before, after } = difference;
  if (type !== "mediaType" || key !== "examples" || of !== "node") return difference;
  const itself = (api: OpenApi, node: unknown): unknown =>
    isObject(node) ? (resolve(api, { node, segments: [] })?.node ?? node) : node;
  return { ...difference, before: itself(base, before), after: itself(revision, after) };
}

/** Whether it is an error example that follows from the catalogue, whose own differences say all. */
function isDerived(
  base: OpenApi,
  revision: OpenApi,
  { type, key, of, base: from = [], revision: to = [] }: Difference,
): boolean {
  const isExample = type === "example" || (type === "mediaType" && key === "examples" && of === "node");
  return isExample && isMadeOfCatalogue(base, from) && isMadeOfCatalogue(revision, to);
}

/** Whether the examples around a node are generated from the catalogue. */
function isMadeOfCatalogue(api: OpenApi, segments: readonly string[]): boolean {
  const content = segments.indexOf("content");
  if (content === -1 || segments[content + 1] !== "application/json") return false;
  const response = nodeAt(api, segments.slice(0, content)) as Partial<Response> | undefined;
  const codes = api["x-error-catalogue"].codes;
  const status = response?.["x-error-status"];
  if (status === undefined || !codes.every((row) => Array.isArray(row.status))) return false;
  return isDeepStrictEqual(response?.content?.["application/json"]?.examples, errorExamples(codes, status));
}

/** Whether it is the component of an example that came or went together with everything that refers to it. */
function isCarried(
  [inBase, inRevision]: readonly [ReadonlySet<string>, ReadonlySet<string>],
  { type, key, of, name = "", before }: Difference,
): boolean {
  if (type !== "components" || key !== "examples" || of !== "node") return false;
  const reference = `#/components/examples/${name}`;
  const [where, elsewhere] = before === undefined ? [inRevision, inBase] : [inBase, inRevision];
  return where.has(reference) && !elsewhere.has(reference);
}

/** Every text of a bundle that refers to an example. */
function referencesOf(api: OpenApi): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node === "string" && node.startsWith("#/components/examples/")) found.add(node);
    else if (typeof node === "object" && node !== null) Object.values(node).forEach(visit);
  };
  visit(api);
  return found;
}

/** Merges an equal change of every error code into one change of the catalogue. */
function gatherCodes(base: OpenApi, revision: OpenApi, found: Difference[]): Difference[] {
  const known = new Set(revision["x-error-catalogue"].codes.map(({ code }) => code));
  const common = base["x-error-catalogue"].codes.filter(({ code }) => known.has(code)).length;
  const ofCodes = found.filter(({ type }) => type === "code");
  const alike = (difference: Difference): string => `${difference.key} ${actionOf(difference)}`;
  const groups = [...new Set(ofCodes.map(alike))].map((kind) =>
    ofCodes.filter((difference) => alike(difference) === kind),
  );
  const whole = groups.filter((group) => common > 1 && group.length === common);
  const gathered = whole.map(([first, ...rest]) => {
    const { name: _, ...difference } = first as Difference;
    const own = [first, ...rest].filter((each) => each !== undefined);
    return {
      ...difference,
      before: byCode(
        base,
        own,
        ({ base: at }) => at,
        ({ before }) => before,
      ),
      after: byCode(
        revision,
        own,
        ({ revision: at }) => at,
        ({ after }) => after,
      ),
      pointers: own.flatMap(({ pointers }) => pointers),
    };
  });
  return [...found.filter((difference) => !whole.some((group) => group.includes(difference))), ...gathered];
}

/** What each code has, by code; undefined where none has anything. */
function byCode(
  api: OpenApi,
  found: Difference[],
  placeOf: (difference: Difference) => string[] | undefined,
  valueOf: (difference: Difference) => unknown,
): Record<string, unknown> | undefined {
  const entries = found.flatMap((difference): [string, unknown][] => {
    const row = nodeAt(api, placeOf(difference) ?? []);
    return isObject(row) && valueOf(difference) !== undefined ? [[String(row["code"]), valueOf(difference)]] : [];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Whether a difference represents all codes of the catalogue. */
export function isOfAllCodes({ type, pointers }: Difference): boolean {
  return type === "code" && pointers.length > 1;
}
