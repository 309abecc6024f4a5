import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join as joinPath } from "node:path";
import { expect, test } from "vitest";
import { platform } from "../../scripts/bench/platform.ts";
import { bundle } from "../../scripts/bundle/bundle.ts";
import { join } from "../../scripts/bundle/join.ts";
import { redocly } from "../../scripts/bundle/redocly.ts";
import { loadSpec } from "../../scripts/bundle/spec-files.ts";
import { root, specDir } from "../../scripts/lib/paths.ts";
import { copySpec, temporaryFolder } from "../support/project.ts";

async function redoclyBundle(dir: string): Promise<string> {
  const { stdout } = await redocly("bundle", joinPath(dir, "openapi.yaml"), "--ext", "json");
  return JSON.stringify(JSON.parse(stdout));
}

function write(dir: string, files: Iterable<[string, string]>): string {
  for (const [path, text] of files) {
    mkdirSync(dirname(joinPath(dir, path)), { recursive: true });
    writeFileSync(joinPath(dir, path), text);
  }
  return dir;
}

/** Every place where a file may be referred to, written against the order in which Redocly visits it. */
const shapes: [string, string][] = [
  [
    "openapi.yaml",
    `openapi: 3.1.0
paths:
  /a/{id}: { $ref: ./a/paths/getA.yaml }
  /b:
    post: &same
      responses:
        "400": { $ref: ./a/responses/Refused.yaml }
        "200": { $ref: ./a/responses/Given.yaml }
      requestBody: { $ref: ./a/requestBodies/Sent.yaml }
    put: *same
info: { title: 형태, version: 1.0.0 }
components: { securitySchemes: { key: { $ref: ./a/security/key.yaml } } }
x-note: { $ref: ./a/note.yaml }
x-notes: { one: { $ref: ./a/note.yaml }, two: 2 }
`,
  ],
  ["a/note.yaml", "text: 아무 말\n"],
  ["a/security/key.yaml", "type: apiKey\nin: header\nname: appKey\n"],
  [
    "a/paths/getA.yaml",
    `get:
  responses: { "200": { $ref: ../responses/Given.yaml } }
  parameters: [{ $ref: ../parameters/Own.yaml }]
parameters: [{ $ref: ../parameters/Id.yaml }]
`,
  ],
  ["a/parameters/Id.yaml", "in: path\nname: id\nrequired: true\nschema: { $ref: ../schemas/Leaf.yaml }\n"],
  [
    "a/parameters/Own.yaml",
    "in: query\nname: own\nexamples: { one: { $ref: ../examples/One.yaml } }\nschema: { $ref: ../schemas/Root.yaml }\n",
  ],
  ["a/requestBodies/Sent.yaml", "content: { application/json: { schema: { $ref: ../schemas/Root.yaml } } }\n"],
  [
    "a/responses/Given.yaml",
    `content:
  application/json:
    x-samples: { one: { $ref: ../examples/One.yaml } }
    examples: { two: { $ref: ../examples/Two.yaml } }
    schema: { $ref: ../schemas/Root.yaml }
headers: { x-more: { $ref: ../headers/More.yaml } }
description: 줍니다.
`,
  ],
  ["a/responses/Refused.yaml", "description: 아닙니다.\ncontent: {}\n"],
  ["a/headers/More.yaml", "schema: { $ref: ../schemas/Leaf.yaml }\n"],
  ["a/examples/One.yaml", "summary: 하나\nvalue: { a: 1 }\n"],
  ["a/examples/Two.yaml", "summary: 둘\nvalue: null\n"],
  ["a/schemas/Leaf.yaml", "type: string\n"],
  [
    "a/schemas/Root.yaml",
    `additionalProperties: { $ref: ./More.yaml }
items: { $ref: ./Item.yaml }
properties:
  "2": { $ref: ./Second.yaml, title: 곁에, x-errata: [one] }
  itself: { $ref: ./Root.yaml }
  "1": { type: object, properties: { deep: { $ref: ./Deep.yaml } } }
not: { $ref: ./Not.yaml }
oneOf: [{ $ref: ./OneOf.yaml }, true]
anyOf: [{ $ref: ./AnyOf.yaml }]
allOf: [{ $ref: ./AllOf.yaml }]
`,
  ],
  ...["More", "Item", "Second", "Deep", "Not", "OneOf", "AnyOf", "AllOf"].map((name): [string, string] => [
    `a/schemas/${name}.yaml`,
    name === "Deep" ? "properties: { up: { $ref: ./Root.yaml } }\n" : `title: ${name}\n`,
  ]),
];

test.each([
  ["the project's spec", () => specDir],
  ["the fixture of two services", () => joinPath(root, "tests/fixtures/two-services/spec")],
  ["every shape", () => write(temporaryFolder(), shapes)],
  ["a platform of many services", () => write(temporaryFolder(), platform(30))],
])("%s becomes the document that Redocly makes of it", async (_, folder) => {
  const dir = folder();
  expect(JSON.stringify(join(loadSpec(dir)))).toBe(await redoclyBundle(dir));
});

test("joining leaves the files' data as they were read", () => {
  const spec = loadSpec(specDir);
  const before = JSON.stringify([...spec.files.values()].map(({ data }) => data));
  join(spec);
  expect(JSON.stringify([...spec.files.values()].map(({ data }) => data))).toBe(before);
});

const schema = "credit/schemas/CreditLoanAccount.yaml";
test.each<[string, string, string | RegExp, string]>([
  [
    "a part of a file",
    schema,
    /^type: object/,
    "allOf: [{ $ref: ./CreditLoanBasicInfoRequest.yaml#/properties/dataBody }]\ntype: object",
  ],
  [
    "a $ref in an example",
    "credit/examples/CreditLoanBasicInfoSample.yaml",
    /^value:/m,
    "x-more: { a: { b: { $ref: ./CreditLoanBasicInfoSuccess.yaml } } }\nvalue:",
  ],
  [
    "a key of its own under components",
    "openapi.yaml",
    /^components:/m,
    "components:\n  schemas: { Own: { type: string } }",
  ],
])("what is not of the house style, such as %s, is left to Redocly", async (_, file, from, to) => {
  const dir = copySpec((edit) => edit(file, from, to));
  expect(join(loadSpec(dir))).toBeUndefined();
  const { info, paths } = JSON.parse(await redoclyBundle(dir)) as { info: object; paths: object };
  expect(await bundle(dir)).toMatchObject({
    info,
    paths: Object.fromEntries(Object.keys(paths).map((path) => [path, {}])),
  });
});

test("a $ref to a missing file is refused in Redocly's words", async () => {
  const dir = copySpec((edit) => edit("openapi.yaml", "./oauth/paths/checkToken.yaml", "./oauth/paths/missing.yaml"));
  await expect(bundle(dir)).rejects.toThrow(/묶을 수 없습니다\.[\s\S]*missing\.yaml/);
});
