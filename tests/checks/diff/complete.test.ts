import { describe, expect, test } from "vitest";
import { diffBundles } from "../../../scripts/checks/diff/diff.ts";
import { nodeAt } from "../../../scripts/checks/diff/differences.ts";
import { type OpenApi, pointerSegments, toPointer } from "../../../scripts/bundle/openapi.ts";
import { api } from "../../support/bundle.ts";

type Leaf = { pointer: string; holder: Record<string, unknown>; key: string };

/** Every value of a bundle that holds no other, with what holds it. */
function leavesOf(bundle: OpenApi): Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (holder: Record<string, unknown>, segments: string[]): void => {
    for (const [key, value] of Object.entries(holder)) {
      const at = [...segments, key];
      if (typeof value === "object" && value !== null && Object.keys(value).length > 0)
        visit(value as Record<string, unknown>, at);
      else if (toPointer(at) !== "/x-generated") leaves.push({ pointer: toPointer(at), holder, key });
    }
  };
  visit(bundle as unknown as Record<string, unknown>, []);
  return leaves;
}

/** Other targets for references, so that each stays one to its own kind. */
const targets: Record<string, string> = {
  schemas: "ErrorListItem",
  examples: "CheckTokenValid",
  responses: "GatewayTimeout",
};

/** Another value of the same kind, so that the bundle stays one that can be read. `index` keeps two from becoming the same. */
function other(key: string, value: unknown, index: number): unknown {
  if (key === "$ref")
    return String(value).replace(/(schemas|examples|responses)\/.*$/, (_, kind: string) => `${kind}/${targets[kind]}`);
  if (key === "type") return value === "string" ? "boolean" : "string";
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  if (typeof value === "string") return `${value}x${index}`;
  return Array.isArray(value) ? ["x"] : { x: 1 };
}

const share = 12;

// Not one by one, which would take minutes: each run changes every twelfth value, and together they change every one.
describe.concurrent("no value of the bundle can change without a change being reported", () => {
  test.each(Array.from({ length: share }, (_, part) => part))("part %i", (part) => {
    const revision = structuredClone(api);
    const leaves = leavesOf(revision).filter((_, index) => index % share === part);
    const changed = leaves.filter(({ key, holder }, index) => {
      const before = holder[key];
      holder[key] = other(key, before, index);
      return holder[key] !== before;
    });
    const pointers = diffBundles(api, revision).flatMap((change) => change.pointers);
    const missed = changed.filter(
      ({ pointer }) =>
        !pointers.some((reported) => reported !== "" && (pointer === reported || pointer.startsWith(`${reported}/`))),
    );
    expect(missed.map(({ pointer }) => pointer)).toEqual([]);
    expect(changed.length).toBeGreaterThan(leaves.length - 3);
  });
});

test("a key that no rule knows is reported in every kind of node, and so is an empty one", () => {
  const revision = structuredClone(api);
  const operation = "/paths/~1oap~1wb~1v2~1oauth~1tokencheck/get";
  const schema = "/components/schemas/ErrorListItem";
  const empty = `${schema}/properties/MSG_CD/properties`;
  const nodes = [
    "",
    "/info",
    "/servers/0",
    "/servers/0/variables/port",
    "/tags/0",
    "/components",
    operation.slice(0, -"/get".length),
    operation,
    `${operation}/requestBody`,
    `${operation}/responses/200`,
    `${operation}/responses/200/content/application~1json`,
    schema,
    `${schema}/properties/MSG_CD`,
    "/components/examples/CheckTokenValid",
    "/components/securitySchemes/appKey",
    "/x-error-catalogue",
    "/x-error-catalogue/codes/0",
  ];
  for (const pointer of nodes) Object.assign(nodeAt(revision, pointerSegments(pointer)) as object, { "x-new": [] });
  Object.assign(nodeAt(revision, pointerSegments(`${schema}/properties/MSG_CD`)) as object, { properties: {} });
  const changes = diffBundles(api, revision);
  const unknown = changes.filter(({ rule, class: severity }) => rule === "unknown" && severity === "risky");
  expect(unknown.map((change) => change.pointers[0]).sort()).toEqual(nodes.map((pointer) => `${pointer}/x-new`).sort());
  expect(changes.filter((change) => !unknown.includes(change)).map((change) => change.pointers[0])).toEqual([empty]);
});
