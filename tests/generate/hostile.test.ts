import { execFileSync, spawnSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { marked, type Token } from "marked";
import { describe, expect, inject, test } from "vitest";
import { deref, type Example, type OpenApi, operationsOf } from "../../scripts/bundle/openapi.ts";
import { loadSpec } from "../../scripts/bundle/spec-files.ts";
import { siteOf } from "../../scripts/docs/site.ts";
import { build } from "../../scripts/generate/build.ts";
import { checkSyntax } from "../../scripts/generate/syntax.ts";
import { write } from "../../scripts/generate/write.ts";
import { root } from "../../scripts/lib/paths.ts";
import { payloads, type Spoil, writeHostileSpec } from "../support/hostile-spec.ts";
import { indexOf } from "../support/search.ts";
import { siteFiles } from "../support/site-files.ts";

/** The same text is spoilt in the same way, so that an example's value is one of its field's. */
const one: Spoil = (text) => {
  const at = [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), text.length);
  return text + payloads[at % payloads.length];
};
const all: Spoil = (text) => `${payloads.join(" ")}${text}${payloads.toReversed().join("")}`;

const [calm, apart, together] = await Promise.all([
  make("calm", (text) => text),
  make("apart", one),
  make("together", all),
]);

/** What is generated of a hostile spec, and its docs. */
async function make(name: string, spoil: Spoil) {
  const dir = join(inject("runFolder"), `hostile-${name}`);
  const out = join(dir, "generated");
  writeHostileSpec(join(dir, "spec"), spoil);
  const files = await build(join(dir, "spec"));
  await write(out, files, checkSyntax);
  symlinkSync(join(root, "node_modules"), join(out, "node_modules"));
  const api = JSON.parse(files.get("openapi.json") ?? "") as OpenApi;
  const pages = await siteFiles(siteOf(api, loadSpec(join(dir, "spec"))));
  return { out, files, api, pages };
}

/** The elements of a page with their attributes, but those that break a line or mark code within a text, or colour it. */
function elements(page = ""): string[] {
  const plain = page.replaceAll(/<pre.*?<\/pre>/gs, (block) => block.replaceAll(/<span class="[a-z]">|<\/span>/g, ""));
  return [...plain.matchAll(/<(!--|!?\/?[a-z][\w-]*)((?:"[^"]*"|[^"<>])*)/gi)]
    .map(([, name = "", attributes = ""]) =>
      [name, ...[...attributes.matchAll(/\s([^\s=]+)(?:="[^"]*")?/g)].map(([, attribute]) => attribute)].join(" "),
    )
    .filter((element) => !/^\/?(code|tspan|mark)\b/.test(element));
}

/** The HTML of a Markdown document, and the kinds of its blocks with the sizes of its tables. */
function readMarkdown(text = ""): { html: string[]; blocks: string[] } {
  const html: string[] = [];
  const tokens = marked.lexer(text);
  marked.walkTokens(tokens, (token: Token) => {
    if (token.type === "html") html.push(token.raw.trim());
    // An address alone is a link that says where it leads.
    if (token.type === "image" || (token.type === "link" && token.raw !== token["href"])) html.push(token.raw);
  });
  const blocks = tokens.map((token) =>
    token.type === "table" ? `table ${token.header.length} ${token.rows.length}` : token.type,
  );
  return { html: html.filter((tag) => !/^<\/?code>$/.test(tag)), blocks };
}

/** The same where a text of many lines may be many paragraphs. */
function pageOf(text?: string): object {
  const { html, blocks } = readMarkdown(text);
  return { html, blocks: blocks.filter((kind) => !["paragraph", "space"].includes(kind)) };
}

/** What a tool takes the lines of a .http file for: those that begin a request, and all others that it acts on. */
function actedOn(text = ""): { requests: number; others: string[] } {
  const lines = text.split("\n").map((line) => line.split(" ")[0] ?? "");
  const others = lines.filter((word) => /^(@|<|>|GET|POST|\{%|\?\?)/.test(word));
  return { requests: lines.filter((word) => word === "###").length, others };
}

describe.each([
  ["a payload in each text", apart],
  ["all payloads in each text", together],
])("%s", (_, { out, files, api, pages }) => {
  test("the generated modules compile, run nothing of it, and give the examples unchanged", () => {
    const compilerOptions = {
      strict: true,
      noEmit: true,
      module: "nodenext",
      target: "es2022",
      lib: ["es2022", "dom"],
    };
    const more = { allowImportingTsExtensions: true, skipLibCheck: true, types: [] };
    writeFileSync(join(out, "package.json"), '{ "type": "module" }');
    writeFileSync(
      join(out, "tsconfig.json"),
      JSON.stringify({ compilerOptions: { ...compilerOptions, ...more }, include: ["**/*.ts"] }),
    );
    const tsc = join(root, "node_modules/typescript-7/bin/tsc");
    expect(spawnSync(process.execPath, [tsc, "-p", out], { encoding: "utf8" }).stdout).toBe("");
    const modules = [...files.keys()].filter((file) => file.endsWith(".ts"));
    const script = `
      const members = Reflect.ownKeys(Object.prototype).length;
      const modules = await Promise.all(${JSON.stringify(modules)}.map((file) => import("${out}/" + file)));
      if (globalThis.payload !== undefined || Reflect.ownKeys(Object.prototype).length !== members) throw new Error("run");
      const { examples, requestExamples, errorExamples } = await import("${out}/examples.ts");
      console.log(JSON.stringify({ examples, requestExamples, errorExamples }));`;
    const printed = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    const given = JSON.parse(printed) as Record<string, Record<string, Record<string, unknown>>>;
    const values = (examples: object = {}): Record<string, unknown> =>
      Object.fromEntries(
        Object.entries(examples).map(([key, example]) => [key, deref<Example>(api, example as Example).value]),
      );
    for (const { operation } of operationsOf(api)) {
      const { operationId: id, requestBody, responses } = operation;
      const content = (status: string) => deref(api, responses[status] ?? { $ref: "#" }).content["application/json"];
      // A POST that stands in for a GET has no name of its own.
      if (given["examples"]?.[id] === undefined) continue;
      expect(given["examples"][id]).toEqual(values(content("200")?.examples));
      if (requestBody !== undefined)
        expect(given["requestExamples"]?.[id]).toEqual(values(requestBody.content["application/json"]?.examples));
      expect(given["errorExamples"]).toMatchObject(values(content("400")?.examples));
    }
    expect(Object.keys(given["examples"] ?? {})).not.toEqual([]);
  });

  test("the reference keeps its tables, and holds no HTML, link or image", () => {
    const reference = readMarkdown(files.get("reference.md"));
    expect(reference.html).toEqual(readMarkdown(calm.files.get("reference.md")).html);
    expect(reference.blocks).toEqual(readMarkdown(calm.files.get("reference.md")).blocks);
  });

  test("the exported pages and requests are those of a calm spec", () => {
    for (const [file, text] of pages) {
      if (file.startsWith("markdown/")) expect(pageOf(text), file).toEqual(pageOf(calm.pages.get(file)));
      if (!file.endsWith(".http")) continue;
      const { requests, others } = actedOn(text);
      expect(others.filter((word) => /^[A-Z]/.test(word))).toHaveLength(requests);
      expect(others.filter((word) => !/^[A-Z]/.test(word))).toEqual(
        actedOn(calm.pages.get(file)).others.filter((word) => !/^[A-Z]/.test(word)),
      );
    }
  });

  test("the docs have the elements that they have without it", () => {
    // The edition of all pages repeats the others, in as many parts as they need.
    const drawn = [...pages].filter(([file]) => file.endsWith(".html") && !file.startsWith("all"));
    expect(drawn.length).toBeGreaterThan(10);
    for (const [file, page] of drawn) expect([file, elements(page)]).toEqual([file, elements(calm.pages.get(file))]);
    expect(indexOf(pages).places).toHaveLength(indexOf(calm.pages).places.length);
  });

  test("no cell of the dictionary is a formula", () => {
    const cells = (pages.get("fields.csv") ?? "").matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g);
    for (const [, quoted, bare] of cells) expect(quoted ?? bare).not.toMatch(/^\s*[=+\-@]/);
  });
});
