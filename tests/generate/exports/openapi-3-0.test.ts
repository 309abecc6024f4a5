import { validate } from "@hyperjump/json-schema/openapi-3-0";
import { describe, expect, test } from "vitest";
import { type OpenApi, type Operation, operationsOf } from "../../../scripts/bundle/openapi.ts";
import { openApi30 } from "../../../scripts/generate/exports/openapi-3-0.ts";
import { api } from "../../support/bundle.ts";
import { api as twoServices } from "../../support/two-services.ts";

type Node = Record<string, unknown>;

const official = await validate("https://spec.openapis.org/oas/3.0/schema");

const bundles: [name: string, api: OpenApi][] = [
  ["the bundle", api],
  ["a bundle of two services", twoServices],
];

/** What a document demands of requests and answers, line by line, each reference followed. */
function meaning(document: object): string[] {
  const found: string[] = [];
  const keywords = ["type", "pattern", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems"];
  const words = [...keywords, "minProperties", "maxProperties", "additionalProperties", "required", "in", "name"];
  const follow = (node: Node): Node => {
    const { $ref } = node as { $ref?: string };
    const [all] = (node["allOf"] ?? []) as Node[];
    if ($ref !== undefined)
      return follow(
        $ref
          .slice(2)
          .split("/")
          .reduce((at, key) => at[key] as Node, document as Node),
      );
    return all === undefined ? node : { ...follow(all), ...node };
  };
  const visit = (reference: unknown, at: string): void => {
    if (typeof reference !== "object" || reference === null) return;
    if (Array.isArray(reference)) return reference.forEach((one: unknown, index) => visit(one, `${at}/${index}`));
    const node = follow(reference as Node);
    const values = "const" in node ? [node["const"]] : node["enum"];
    if (values !== undefined) found.push(`${at} enum ${JSON.stringify(values)}`);
    for (const word of words) if (word in node) found.push(`${at} ${word} ${JSON.stringify(node[word])}`);
    for (const [key, value] of Object.entries(node))
      if (!/^(x-|examples?$|enum$|const$|allOf$|description$|security$)/.test(key) && !words.includes(key))
        visit(value, `${at}/${key}`);
  };
  visit((document as { paths: object }).paths, "");
  return found.sort();
}

describe.each(bundles)("OpenAPI 3.0.3 of %s", (_name, bundle) => {
  const made = openApi30(bundle, "mark") as OpenApi;

  test("is valid by the official schema", () => {
    expect(official(JSON.parse(JSON.stringify(made)), "BASIC")).toMatchObject({ valid: true });
  });

  test("demands of every call what the bundle demands", () => {
    const dropped = Object.entries(bundle.paths).filter(
      ([, { get, post }]) => get?.requestBody !== undefined && post !== undefined,
    );
    const isKept = (line: string): boolean => !dropped.some(([path]) => line.startsWith(`/${path}/get`));
    expect(meaning(made)).toEqual(meaning(bundle).filter(isKept));
    expect(meaning(made).filter((line) => line.includes(" maxLength ")).length).toBeGreaterThan(0);
  });

  test("has no GET with a body where POST stands for it, one security alternative, ASCII tags, plain servers", () => {
    for (const { path, method, operation } of operationsOf(made)) {
      const { security, requestBody, tags } = operation as Operation & { tags: string[] };
      if (method === "get" && made.paths[path]?.["post"] !== undefined) expect(requestBody).toBeUndefined();
      expect(security).toHaveLength(1);
      for (const tag of tags) expect(tag).toMatch(/^[A-Za-z][\w-]*$/);
    }
    for (const { url } of made.servers as { url: string }[]) expect(url).not.toContain("{");
  });
});

test("the Korean name of every field is in its description; no object has a title to name a type after", () => {
  const made = openApi30(api, "mark") as OpenApi;
  for (const [component, schema] of Object.entries(api.components.schemas)) {
    const converted = made.components.schemas[component];
    expect(converted?.title).toBeUndefined();
    for (const [code, { title }] of Object.entries(schema.properties ?? {}))
      if (title !== undefined) expect(converted?.properties?.[code]?.description, code).toContain(title);
  }
});

test("what only 3.1 can say is said in the form of 3.0", () => {
  const schema = {
    type: "object",
    properties: {
      KIND: { const: "A", examples: ["A"], title: "종류" },
      PART: { $ref: "#/components/schemas/Part", description: "부분입니다.", "x-sensitive": true },
      LIST: { type: "array" },
    },
  };
  const document = { ...api, tags: [{ name: "대출" }], components: { ...api.components, schemas: { Whole: schema } } };
  const made = openApi30(document as unknown as OpenApi, "mark") as OpenApi & { tags: { name: string }[] };
  expect(made.components.schemas["Whole"]?.properties).toEqual({
    KIND: { title: "종류", description: "종류", enum: ["A"], example: "A" },
    PART: { description: "부분입니다. 개인정보입니다.", allOf: [{ $ref: "#/components/schemas/Part" }] },
    LIST: { type: "array", items: {} },
  });
  expect(made.tags.map(({ name }) => name)).toEqual(["Service1"]);
});

test("where every server has variables, their defaults stand in the first", () => {
  const servers = [
    { url: "{scheme}://{host}", variables: { scheme: { default: "http" }, host: { default: "127.0.0.1" } } },
  ];
  expect((openApi30({ ...api, servers }, "mark") as OpenApi).servers).toEqual([{ url: "http://127.0.0.1" }]);
});
