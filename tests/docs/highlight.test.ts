import { readFileSync } from "node:fs";
import { join } from "node:path";
import { array, assert, constantFrom, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { operationsOf } from "../../scripts/bundle/openapi.ts";
import { highlight, type Language, type Token } from "../../scripts/docs/highlight.ts";
import { code, jsonExample } from "../../scripts/docs/html.ts";
import { samplesOf } from "../../scripts/generate/client/samples.ts";
import { root } from "../../scripts/lib/paths.ts";
import { api } from "../support/bundle.ts";
import { payloads } from "../support/hostile-spec.ts";
import { plain } from "../support/site.ts";

const samples = operationsOf(api).flatMap((at) => samplesOf({ api, url: "http://127.0.0.1:4010" }, at));
const others: [Language, string][] = [
  ["json", '{\n  "a": [1, true, "가"]\n}'],
  ["yaml", "a: 1 # b\nc:\n  - 'd'"],
  ["http", 'POST /a HTTP/1.1\nappKey: K\n\n{ "a": "b" }'],
];
const texts: [Language, string][] = [
  ...samples.map(({ language, text }): [Language, string] => [language, text]),
  ...others,
];
const languages = [...new Set(texts.map(([language]) => language))];

/** The kinds of a text's tokens by what they hold. */
function kindsOf(text: string, language: Language): Map<string, string> {
  return new Map(highlight(text, language).flatMap((line) => line.map((token) => [token.text.trim(), token.kind])));
}
const textOf = (lines: readonly (readonly Token[])[]): string =>
  lines.map((line) => line.map(({ text }) => text).join("")).join("\n");

describe("highlighting", () => {
  test("a text is what it was before, whatever it holds", () => {
    for (const [language, text] of texts) expect(textOf(highlight(text, language))).toBe(text);
    const hostile = array(constantFrom(...payloads.filter(({ length }) => length < 100), "\n", '"', "'", "`", '"""'));
    assert(
      property(constantFrom<Language[]>(...languages, "text"), hostile, string(), (language, parts, more) => {
        const text = parts.join("") + more;
        expect(textOf(highlight(text, language))).toBe(text);
        expect(plain(code(text, language).text.replace(/^<pre[^>]*><code>|<\/code><\/pre>\n$/g, ""))).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  test.each(texts)("%s has parts of several kinds", (language, text) => {
    const kinds = new Set(highlight(text, language).flatMap((line) => line.map(({ kind }) => kind)));
    expect(kinds.size).toBeGreaterThan(2);
  });

  test("what is within a string of many lines is a string, and the same line outside is not", () => {
    const line = "int a = 1;";
    const within = highlight(`String b = """\n${line}\n""";\n${line}`, "java");
    expect(within[1]).toEqual([{ text: line, kind: "s" }]);
    expect(within[3]).toEqual(highlight(line, "java")[0]);
    expect(within[3]?.length).toBeGreaterThan(1);
  });

  test("a line of many thousand characters is left plain, and those behind it are not", () => {
    const long = `// ${"가".repeat(5000)}`;
    const [first, second] = highlight(`${long}\nconst a = 1;`, "ts");
    expect(first).toEqual([{ text: long, kind: "" }]);
    expect(second).toEqual(highlight("const a = 1;", "ts")[0]);
  });

  test("comments, strings, keywords and keys of a sample are told apart", () => {
    const kinds = kindsOf('// 말\nconst a = await f({ key: "text" });', "ts");
    expect(Object.fromEntries(kinds)).toMatchObject({ "// 말": "c", const: "k", '"text"': "s", f: "f", "key:": "p" });
  });

  test("the style sheet has a colour for each kind, in both schemes", () => {
    const style = readFileSync(join(root, "scripts/docs/assets/code.css"), "utf8");
    const kinds = new Set(
      texts.flatMap(([language, text]) =>
        highlight(text, language)
          .flat()
          .map(({ kind }) => kind),
      ),
    );
    for (const kind of kinds)
      if (kind !== "") expect(style).toMatch(new RegExp(`pre \\.${kind} \\{\\s*color: light-dark\\(#\\w+, #\\w+\\);`));
  });
});

describe("an example beside its base", () => {
  /** The marked lines of a block, with what a screen reader says before them. */
  const marks = (block: { text: string }): string[][] =>
    [...block.text.matchAll(/<mark data-note="([^"]*)">(.*?)<\/mark>/g)].map(([, note = "", line = ""]) => [
      note,
      plain(line).trim(),
    ]);
  const base = { header: { id: "1", kind: "a" }, list: [1, { x: "2" }], empty: {}, gone: null };

  test("only lines with other values are marked", () => {
    expect(marks(jsonExample(base, { base }))).toEqual([]);
    expect(marks(jsonExample(base))).toEqual([]);
    const changed = { ...base, header: { id: "2", kind: "a" }, list: [1, { x: "3" }, []] };
    expect(marks(jsonExample(changed, { base }))).toEqual([
      ["바뀐 줄:", '"id": "2",'],
      ["바뀐 줄:", '"x": "3"'],
      ["바뀐 줄:", "[]"],
    ]);
  });

  test("all lines of a new object or list are marked", () => {
    expect(marks(jsonExample({ ...base, empty: { a: [true] } }, { base })).map(([, line]) => line)).toEqual([
      '"a": [',
      "true",
      "]",
    ]);
    expect(marks(jsonExample({ ...base, gone: { a: 1 } }, { base })).map(([, line]) => line)).toEqual([
      '"gone": {',
      '"a": 1',
      "}",
    ]);
  });

  test("a missing field is told where its object begins", () => {
    const { gone: _, ...rest } = base;
    expect(marks(jsonExample(rest, { base }))).toEqual([["없앤 필드 gone:", "{"]]);
  });

  test("the marked text is the JSON, without what a screen reader adds", () => {
    const value = { a: ["<b>", 1], c: {} };
    expect(plain(jsonExample(value, { base: {} }).text.trim())).toBe(JSON.stringify(value, null, 2));
  });

  test("lines of a command that the other lacks are marked, not those that only end otherwise", () => {
    const block = code(
      "curl -X GET /b \\\n  -H 'a: 1'",
      "sh",
      undefined,
      "curl -X GET /b \\\n  -H 'a: 1' \\\n  -H 'c: 2'",
    );
    expect(marks(block)).toEqual([]);
    expect(marks(code("curl /b \\\n  -H 'a: 2'", "sh", undefined, "curl /b \\\n  -H 'a: 1'"))).toEqual([
      ["바뀐 줄:", "-H 'a: 2'"],
    ]);
  });
});
