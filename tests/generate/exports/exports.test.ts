import { posix } from "node:path";
import { load } from "js-yaml";
import { marked } from "marked";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { exampleCredentials } from "../../../scripts/bundle/example-request.ts";
import { operationsOf, type OpenApi } from "../../../scripts/bundle/openapi.ts";
import { loadSpec } from "../../../scripts/bundle/spec-files.ts";
import { exports, exportSource, filesOf } from "../../../scripts/generate/exports/exports.ts";
import { specDir } from "../../../scripts/lib/paths.ts";
import { api } from "../../support/bundle.ts";
import { api as twoServices, specDir as twoServicesDir } from "../../support/two-services.ts";

const bundles: [name: string, api: OpenApi, dir: string][] = [
  ["the bundle", api, specDir],
  ["a bundle of two services", twoServices, twoServicesDir],
  ["a bundle whose document's tables are not here", twoServices, specDir],
];

interface Examples {
  examples: Record<string, { value: { dataHeader: object } }>;
}

const allOf = (bundle: OpenApi, dir: string): Map<string, string> =>
  new Map(exports.flatMap((one) => [...filesOf(one, exportSource(bundle, loadSpec(dir)))]));

describe.each(bundles)("the exports of %s", (_name, bundle, dir) => {
  const files = allOf(bundle, dir);

  test("are the same bytes each time", () => {
    expect([...allOf(structuredClone(bundle), dir)]).toEqual([...files]);
  });

  test("say near their start what made them", () => {
    for (const one of exports)
      for (const [file, text] of filesOf(one, exportSource(bundle, loadSpec(dir))))
        expect(text.slice(0, 2000), file).toContain(one.mark);
  });

  test("hold a document as YAML that readers of 1.1 and 1.2 take for the JSON", () => {
    for (const name of ["openapi", "openapi-3.0"]) {
      const text = files.get(`${name}.yaml`) ?? "";
      const { "x-generated": _, ...document } = JSON.parse(files.get(`${name}.json`) ?? "") as Record<string, unknown>;
      for (const read of [load(text), parse(text), parse(text, { version: "1.1" })])
        expect(read).toMatchObject(document);
    }
  });

  test("ask with every request for the credentials by variables, and hold no others than the sandbox's", () => {
    for (const name of ["woori.postman_collection.json", "woori.http"]) {
      const text = files.get(name) ?? "";
      for (const key of Object.values(exampleCredentials)) expect(text.split(key)).toHaveLength(2);
      for (const [key] of text.matchAll(/[A-Z]+(?:-[A-Z]+)*-(?:KEY|TOKEN)\b/g)) expect(key).toMatch(/^SANDBOX-/);
    }
  });

  test("have a request and a page for every operation, and a request for every error code", () => {
    const collection = files.get("woori.postman_collection.json") ?? "";
    for (const { operation } of operationsOf(bundle)) {
      expect(collection).toContain(`(${operation.operationId})`);
      expect(files.get(`markdown/operations/${operation.operationId}.md`)).toContain(operation.summary);
    }
    for (const { code } of bundle["x-error-catalogue"].codes) {
      expect(collection).toContain(`오류 코드는 ${code}입니다`);
      expect(files.get("woori.http")).toContain(code);
    }
  });

  test("list in llms.txt every page, and hold each in llms-full.txt", () => {
    const index = files.get("llms.txt") ?? "";
    const linked = [...index.matchAll(/\]\((markdown\/[^)]+)\)/g)].map(([, file]) => String(file));
    const pages = [...files.keys()].filter((file) => file.startsWith("markdown/") && !file.endsWith("README.md"));
    expect(linked.sort()).toEqual(pages.sort());
    for (const file of pages)
      for (const token of marked.lexer(files.get(file) ?? ""))
        if (token.type === "heading" || token.type === "table" || token.type === "code")
          expect(files.get("llms-full.txt"), file).toContain(token.raw.trimEnd());
  });

  test("are pages whose tables are whole and whose links lead to a page", () => {
    for (const [file, text] of files) {
      if (!file.startsWith("markdown/")) continue;
      for (const token of marked.lexer(text))
        if (token.type === "table") for (const row of token.rows) expect(row).toHaveLength(token.header.length);
      for (const [, target = ""] of text.matchAll(/\]\(([\w./-]+\.md)\)/g))
        expect([...files.keys()]).toContain(posix.join(posix.dirname(file), target));
    }
  });
});

test("a text of an example is no variable of a tool", () => {
  const document = structuredClone(api);
  const [sample] = Object.values((document.components as unknown as Examples).examples);
  Object.assign(sample?.value.dataHeader ?? {}, { UTZ_MCHR_MDL_NM: "{{secretKey}}" });
  const files = allOf(document, specDir);
  for (const name of ["woori.postman_collection.json", "woori.http"])
    expect(files.get(name)).not.toMatch(/MDL_NM\\?": \\?"\{\{/);
  expect(files.get("woori.http")).toContain('"UTZ_MCHR_MDL_NM": "{\\u007bsecretKey}}"');
});

test("a bundle without its document still has its fields as data", () => {
  const files = allOf(twoServices, specDir);
  const records = JSON.parse(files.get("fields.json") ?? "") as { code: string; name: string; maxLength: number }[];
  expect(records).toContainEqual(
    expect.objectContaining({ code: "CUS_USG_ACNO", name: "화면표시번호", maxLength: 20 }),
  );
});
