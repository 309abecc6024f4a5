import { expect, test } from "vitest";
import { diffBundles } from "../../../scripts/checks/diff/diff.ts";
import type { OpenApi, Schema } from "../../../scripts/bundle/openapi.ts";
import { api } from "../../support/bundle.ts";

/** The bundle with so many schemas that all refer to one another, which every operation with a body takes. */
function circling(count: number, title: string): OpenApi {
  const document = structuredClone(api);
  const names = Array.from({ length: count }, (_, index) => `Circle${index}`);
  const properties = Object.fromEntries(
    names.map((name): [string, Schema] => [name, { $ref: `#/components/schemas/${name}` }]),
  );
  for (const name of names) document.components.schemas[name] = { type: "object", title, properties };
  for (const item of Object.values(document.paths))
    for (const operation of Object.values(item))
      for (const content of Object.values(operation.requestBody?.content ?? {}))
        content.schema = { $ref: "#/components/schemas/Circle0" };
  return document;
}

test("forty schemas that all refer to one another are compared in the time of forty", { timeout: 10_000 }, () => {
  const changes = diffBundles(circling(40, "앞"), circling(40, "뒤"));
  expect(changes.filter(({ key }) => key === "title")).toHaveLength(40);
});
