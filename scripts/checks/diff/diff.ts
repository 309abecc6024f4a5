import { type OpenApi, pointerSegments, toPointer, nodeAt } from "../../bundle/openapi.ts";
import { isObject } from "../../lib/is-object.ts";
import { bySeverity, type Change } from "./change.ts";
import { type Difference, differences } from "./differences.ts";
import { type Background, explain } from "./explain.ts";
import { changelogTermsOf } from "./line.ts";
import { mergeOperations } from "./merge.ts";
import { isOfAllCodes, refine } from "./refine.ts";
import { classify, type Sides } from "./rules.ts";
import { sectionsOf } from "./sections.ts";
import { changedNode } from "./changed-node.ts";
import { type Use, type Uses, usesOf } from "./uses.ts";
import { sentence } from "./sentence.ts";

/**
 * Compares two bundles. Every difference between them, `x-generated` apart, is in some change: what no rule knows is
 * reported as a risky change with the rule `unknown`. What operations share is reported once, with all of them.
 *
 * @param background the CHANGELOG lines and errata that can explain the changes
 * @returns the changes, the most severe first, then in the order of the document
 */
export function diffBundles(base: OpenApi, revision: OpenApi, background: Background = {}): Change[] {
  const found = refine(base, revision, differences(base, revision));
  if (found.length === 0) return [];
  const uses = [usesOf(base), usesOf(revision)] as const;
  const changes = found.map((difference) =>
    changeOf(base, revision, difference, usesAround(difference, uses), background),
  );
  return mergeOperations(changes).sort((one, other) => bySeverity(one.class, other.class));
}

/** How operations reach a difference: by the added or removed node, or by the node with the changed key. */
function usesAround(
  { type, of, base, revision, before, after, pointers }: Difference,
  [usesBefore, usesAfter]: readonly [Uses, Uses],
): Use[] {
  const [pointer = ""] = pointers;
  const there = (uses: Uses, node: unknown): Iterable<Use> =>
    of === "node" && type !== "schema" && node !== undefined ? (uses.get(pointer) ?? []) : [];
  const ofNode = [...there(usesBefore, before), ...there(usesAfter, after)];
  if (ofNode.length > 0) return ofNode;
  return [
    ...((revision && usesAfter.get(toPointer(revision))) ?? []),
    ...((base && usesBefore.get(toPointer(base))) ?? []),
  ];
}

function changeOf(
  base: OpenApi,
  revision: OpenApi,
  difference: Difference,
  uses: Use[],
  background: Background,
): Change {
  const sides = {
    request: uses.some(({ side }) => side === "request"),
    response: uses.some(({ side }) => side === "response"),
  };
  const verdict = classify(difference, sides);
  const all = isOfAllCodes(difference);
  const { name: subject, title, within } = changedNode(base, revision, difference, uses, all);
  const isWhole = difference.of === "node" && (difference.name !== undefined || difference.type === "pathItem");
  const told = {
    rule: verdict === undefined ? "unknown" : `${difference.type}.${difference.key}.${verdict.action}`,
    class: verdict?.class ?? "risky",
    subject,
    title,
    within,
    key: isWhole ? undefined : difference.key,
    before: difference.before,
    after: difference.after,
  };
  const changelogTerms = changelogTermsOf(told);
  return {
    ...told,
    operations: operationsOf(uses),
    message: sentence(difference, verdict?.action, sideOf(sides), all),
    section: sectionOf(base, revision, difference),
    pointers: difference.pointers,
    explanation: explain({ ...told, changelogTerms }, errataOf(base, revision, difference), background),
    changelogTerms,
  };
}

function sideOf({ request, response }: Sides): "요청" | "응답" | undefined {
  return request === response ? undefined : request ? "요청" : "응답";
}

function operationsOf(uses: readonly Use[]): Change["operations"] {
  const byPlace = new Map(
    uses.map(({ operationId, method, path }) => [`${method} ${path}`, { operationId, method, path }]),
  );
  return [...byPlace.values()];
}

/** The section of the document that the nearest node around names. */
function sectionOf(
  base: OpenApi,
  revision: OpenApi,
  { type, key, name, revision: owner = [], pointers: [pointer = ""], after }: Difference,
): string | undefined {
  const segments =
    type === "schema" && key === "required" && name !== undefined
      ? [...owner, "properties", name]
      : pointerSegments(pointer);
  for (let length = segments.length; length >= 0; length--) {
    const node = nodeAt(after === undefined ? base : revision, segments.slice(0, length));
    const [section] = isObject(node) ? sectionsOf(node["x-source"]) : [];
    if (section !== undefined) return section;
  }
  return undefined;
}

/** The errata named at the changed place: by the node with the key, and by the added, removed or required node. */
function errataOf(
  base: OpenApi,
  revision: OpenApi,
  { type, key, name, of, base: from, revision: to, before, after }: Difference,
): string[] {
  const owners = [
    from === undefined ? undefined : nodeAt(base, from),
    to === undefined ? undefined : nodeAt(revision, to),
  ];
  const field =
    type === "schema" && key === "required" && name !== undefined
      ? nodeAt(revision, [...(to ?? []), "properties", name])
      : undefined;
  const places = [...owners, field, ...(of === "node" ? [before, after] : [])];
  return places.flatMap((place) =>
    isObject(place) && Array.isArray(place["x-errata"]) ? place["x-errata"].map(String) : [],
  );
}
