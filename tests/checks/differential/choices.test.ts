import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type OpenApi, operationsOf, type Response } from "../../../scripts/bundle/openapi.ts";
import { compareChoices } from "../../../scripts/checks/differential/choices.ts";
import { api } from "../../support/bundle.ts";
import { api as twoServices } from "../../support/two-services.ts";

/** Accept headers of every form, with the media types of the bundles. */
const range = fc.record({
  type: fc.constantFrom("application/json", "text/html", "text/*", "application/*", "*/*", "image/png", "*/json"),
  weight: fc.constantFrom("", ";q=0", ";q=0.3", "; q=0.9", ";q=1.0", ";q=2", ";charset=utf-8"),
});
const accepts = fc.sample(
  fc
    .array(range, { minLength: 1, maxLength: 5 })
    .map((ranges) => ranges.map(({ type, weight }) => type + weight).join(", ")),
  { seed: 7, numRuns: 10 },
);

/** The bundle with its first operation alone, and of that one response. */
function changed(content: object): OpenApi {
  const copy = structuredClone(api);
  const [first] = operationsOf(copy);
  if (first === undefined) throw new Error("no operation");
  first.operation.responses = { 200: { description: "", content: content as Response["content"] } };
  copy.paths = { [first.path]: { [first.method]: first.operation } };
  return copy;
}

const schema = { type: "object", properties: { A: { type: "string", examples: ["a"] } } };
const one = { schema, examples: { one: { summary: "", value: { A: "1" } } } };

/** The command asks the same of the committed bundle. */
const bundles: Record<string, () => OpenApi | Promise<OpenApi>> = {
  "a bundle of two services": () => twoServices,
  "a response in several media types, some examples in one alone": () =>
    changed({
      "text/html": { schema: {}, examples: { page: { summary: "", value: "<p>" } } },
      "application/json": { ...one, examples: { ...one.examples, page: { summary: "", value: {} } } },
      "text/plain": { schema: {}, examples: { plain: { summary: "", value: "" } } },
    }),
  "a response without examples": () => changed({ "application/json": { schema } }),
  "a response whose schema has an example of its own": () =>
    changed({ "application/json": { ...one, schema: { ...schema, examples: [{ A: "own" }] } } }),
  "a response with an example that has no name": () =>
    changed({ "application/json": { ...one, example: { A: "nameless" } } }),
  "a response of any media type": () => changed({ "*/*": one }),
  "a response of a media type with parameters": () => changed({ "application/json; charset=utf-8": one }),
  "a response without content": () => changed({}),
};

test.each(Object.entries(bundles))("the sandbox's chooser chooses as Prism does: %s", async (_name, make) => {
  const { choices, others } = await compareChoices(await make(), accepts);
  expect(choices).toBeGreaterThan(50);
  expect(others).toEqual([]);
});
