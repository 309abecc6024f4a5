import { expect, test } from "vitest";
import { diffBundles } from "../../../scripts/checks/diff/diff.ts";
import { pointerSegments, nodeAt } from "../../../scripts/bundle/openapi.ts";
import { api } from "../../support/bundle.ts";

test("a key that no rule knows is reported in every kind of node, and so is an empty one", () => {
  const revision = structuredClone(api);
  const operation = "/paths/~1oap~1wb~1v2~1oauth~1tokencheck/get";
  const schema = "/components/schemas/ErrorListItem";
  const empty = `${schema}/properties/MSG_CD/properties`;
  const nodes = [
    "",
    "/info",
    "/servers/1",
    "/servers/1/variables/port",
    "/tags/0",
    "/components",
    operation.slice(0, -"/get".length),
    operation,
    "/paths/~1oai~1wb~1v1~1credit~1getCreditLoanBasicInfo/get/requestBody",
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
