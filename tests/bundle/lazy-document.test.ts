import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lazyDocument } from "../../scripts/bundle/lazy-document.ts";
import { bundleFile } from "../../scripts/lib/paths.ts";

const printed = (document: unknown): Buffer => Buffer.from(`${JSON.stringify(document, null, 2)}\n`);

test("the committed bundle is the same, whichever way it is read", () => {
  const bytes = readFileSync(bundleFile);
  expect(JSON.stringify(lazyDocument(bytes))).toBe(JSON.stringify(JSON.parse(bytes.toString())));
});

test.each([
  ["keys with quotes, colons and line breaks", { paths: { '/a": {': { '"': 1 }, "/\n": [], "/\\": { "\n    ": 0 } } }],
  [
    "keys that objects have",
    { paths: { __proto__x: 1, constructor: { get: {} } }, components: { toString: { a: 1 } } },
  ],
  ["values that look like keys", { info: '\n  "paths": {', paths: { "/a": '\n    "/b": 1' }, components: {} }],
  ["no paths", { paths: {}, components: { schemas: {} } }],
  ["parts that follow", { components: { schemas: { A: {}, B: { type: "object" } } }, "x-last": [{}, {}] }],
])("%s are read as they are", (_name, document) => {
  expect(JSON.stringify(lazyDocument(printed(document)))).toBe(JSON.stringify(document));
});

test("what is written in another way is left to a parser", () => {
  for (const text of [
    "",
    "{",
    "[]",
    '{"paths":{"/a":{}}}',
    '{\n\t"paths": {}\n}',
    '{\n  "paths": { "/a": {} }\n}',
    '{\n  "a": 1\n  "b": 2\n}',
  ])
    expect([text, lazyDocument(Buffer.from(text))]).toEqual([text, undefined]);
});

test("a path is parsed when it is read, and once", () => {
  const text = printed({ paths: { "/a": { get: {} }, "/b": {} } })
    .toString()
    .replace('"/b": {}', '"/b": {');
  const { paths } = lazyDocument(Buffer.from(text)) as { paths: Record<string, object> };
  expect(paths["/a"]).toEqual({ get: {} });
  expect(paths["/a"]).toBe(paths["/a"]);
  expect(() => paths["/b"]).toThrow(SyntaxError);
});
