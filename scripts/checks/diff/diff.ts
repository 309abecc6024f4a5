import { type OpenApi, pointerSegments, toPointer } from "../../bundle/openapi.ts";
import { isObject } from "../../lib/is-object.ts";
import { type Change, byGravity, type ChangeClass } from "./change.ts";
import { type Difference, differences, nodeAt } from "./differences.ts";
import { type Background, explain } from "./explain.ts";
import { wordsOf } from "./line.ts";
import { mergeOperations } from "./merge.ts";
import { type Finding, isAbout, isSeenByOasdiff, oasdiffFindings } from "./oasdiff.ts";
import { isOfAllCodes, refine } from "./refine.ts";
import { actionOf, isFollowed, judge, type Sides, type Verdict } from "./rules.ts";
import { subjectOf } from "./subject.ts";
import { type Use, type Uses, usesOf } from "./uses.ts";
import { sentence } from "./words.ts";

/**
 * Compares two bundles. Every difference between them, `x-generated` apart, is in some change: what no rule knows is
 * reported as a risky change with the rule `unknown`. A change is never milder than what oasdiff says of it, but for the
 * corrections in rules.ts. What operations share is reported once, with all of them.
 *
 * @param background what can explain the changes
 * @returns the changes, the gravest first, then in the order of the document
 * @throws {UserError} when oasdiff cannot read a bundle
 */
export async function diffBundles(base: OpenApi, revision: OpenApi, background: Background = {}): Promise<Change[]> {
  const found = refine(base, revision, differences(base, revision));
  if (found.length === 0) return [];
  const findings = found.some(isSeenByOasdiff) ? await oasdiffFindings(base, revision) : [];
  const uses = [usesOf(base), usesOf(revision)] as const;
  const claimed = new Set<Finding>();
  const changes = found.map((difference) => {
    const reached = usesAround(difference, uses);
    const own = findings.filter((finding) => isAbout(finding, difference, reached));
    for (const finding of own) claimed.add(finding);
    return changeOf(base, revision, difference, reached, own, background);
  });
  const merged = [
    ...mergeOperations(changes),
    ...unclaimed(
      findings.filter((finding) => !claimed.has(finding)),
      uses,
      background,
    ),
  ];
  return merged.sort((one, other) => byGravity(one.class, other.class));
}

/** How the operations reach what differs: the node that came or went, or the one that holds the key. */
function usesAround(
  { type, of, base, revision, before, after, pointers }: Difference,
  [usesBefore, usesAfter]: readonly [Uses, Uses],
): Use[] {
  const [pointer = ""] = pointers;
  const there = (uses: Uses, node: unknown): readonly Use[] =>
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
  findings: Finding[],
  background: Background,
): Change {
  const sides = {
    request: uses.some(({ side }) => side === "request"),
    response: uses.some(({ side }) => side === "response"),
  };
  const { rule, gravity, action } = weigh(difference, judge(difference, sides), findings);
  const all = isOfAllCodes(difference);
  const { name: subject, title, within } = subjectOf(base, revision, difference, uses, all);
  const isWhole = difference.of === "node" && (difference.name !== undefined || difference.type === "pathItem");
  // Every code has a value of its own.
  const [before, after] = all ? [] : [difference.before, difference.after];
  const told = {
    rule,
    class: gravity,
    subject,
    title,
    within,
    key: isWhole ? undefined : difference.key,
    before,
    after,
  };
  const words = wordsOf(told);
  return {
    ...told,
    operations: operationsOf(uses),
    message: sentence(difference, action, sideOf(sides), all),
    section: sectionOf(base, revision, difference),
    pointers: difference.pointers,
    explanation: explain({ ...told, words }, errataOf(base, revision, difference), background),
    words,
  };
}

interface Weighed {
  rule: string;
  gravity: ChangeClass;
  /** undefined for what nobody knows. */
  action: Verdict["action"] | undefined;
}

/** Our rule's verdict, made graver by what oasdiff says; or what oasdiff says, where we have no rule; or unknown. */
function weigh(difference: Difference, verdict: Verdict | undefined, findings: Finding[]): Weighed {
  const [gravest] = findings
    .filter(({ id }) => verdict === undefined || isFollowed(id))
    .sort((one, other) => byGravity(one.class, other.class));
  if (verdict !== undefined && (gravest === undefined || byGravity(verdict.class, gravest.class) <= 0)) {
    return {
      rule: `${difference.type}.${difference.key}.${verdict.action}`,
      gravity: verdict.class,
      action: verdict.action,
    };
  }
  if (gravest === undefined) return { rule: "unknown", gravity: "risky", action: undefined };
  return { rule: `oasdiff:${gravest.id}`, gravity: gravest.class, action: actionOf(difference) };
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
    const [source] = isObject(node) ? [node["x-source"]].flat() : [];
    if (isObject(source) && typeof source["section"] === "string") return source["section"];
  }
  return undefined;
}

/** The errata that the changed place names: what holds the key, and what came or went, or is required, itself. */
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

/** What oasdiff says of no difference that we see: reported as it is, by its id. */
function unclaimed(
  findings: Finding[],
  [usesBefore, usesAfter]: readonly [Uses, Uses],
  background: Background,
): Change[] {
  return findings.map(({ id, class: gravity, path, method }) => {
    const pointer = path === "" ? "/components" : toPointer(["paths", path, method.toLowerCase()]);
    const operations = operationsOf(usesAfter.get(pointer) ?? usesBefore.get(pointer) ?? []);
    const subject = operations[0]?.operationId ?? "components";
    const told = {
      rule: `oasdiff:${id}`,
      class: gravity,
      subject,
      title: undefined,
      within: undefined,
      key: id,
      before: undefined,
      after: undefined,
    };
    const words = wordsOf(told);
    return {
      ...told,
      operations,
      message: `oasdiff가 알린 변경입니다: ${id}. 이 도구가 자리를 찾지 못했으므로 두 명세에서 직접 확인하십시오.`,
      section: undefined,
      pointers: [pointer],
      explanation: explain({ ...told, words }, [], background),
      words,
    };
  });
}
