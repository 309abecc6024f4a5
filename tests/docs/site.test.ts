import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root, specDir } from "../../scripts/lib/paths.ts";
import type { Erratum, FieldTable, Flow } from "../../scripts/bundle/source.ts";
import { loadSpec } from "../../scripts/bundle/spec-files.ts";
import { exports } from "../../scripts/generate/exports/exports.ts";
import { api } from "../support/bundle.ts";
import { allPages, brokenLinks, idsOf, pages, plain, site } from "../support/site.ts";

const spec = loadSpec(specDir);
const text = plain(allPages);

/** The part of a page that is its own. */
const ownPart = (page: string): string => page.slice(page.indexOf("<h1"), page.indexOf("</main>"));

describe("links", () => {
  test("every anchor is on one page, once", () => {
    const ids = [...pages.values()].flatMap((page) => idsOf(ownPart(page)));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const [file, page] of site)
      if (file.endsWith(".html")) expect(new Set(idsOf(page)).size).toBe(idsOf(page).length);
  });

  // Others have linked to these: none may go. New ones need not be listed.
  test("every anchor that was published is on a page, and the site knows on which", () => {
    const listed = readFileSync(join(import.meta.dirname, "anchors.txt"), "utf8")
      .trim()
      .split("\n");
    const places = new Map([...pages].flatMap(([file, page]) => idsOf(page).map((id): [string, string] => [id, file])));
    expect(listed.filter((id) => !places.has(id))).toEqual([]);
  });

  test("every link within the site leads somewhere, and none leads out", () => {
    expect(brokenLinks(site)).toEqual([]);
  });

  test("the first page and the README show the same three things", () => {
    const [, list = ""] = /<ul class="offers">(.*?)<\/ul>/s.exec(site.get("index.html") ?? "") ?? [];
    const offers = [...list.matchAll(/<li><strong>(.*?)<\/strong> (.*?)<\/li>/gs)];
    expect(offers).toHaveLength(3);
    const readme = readFileSync(join(root, "README.md"), "utf8");
    for (const [, title = "", about = ""] of offers) expect(readme).toContain(`- **${title}**: ${plain(about)}\n`);
  });
});

describe("content comes from the spec", () => {
  test("every field of the document's tables, with its Korean name", () => {
    for (const { rows } of spec.source<FieldTable[]>("fields.yaml"))
      for (const { code, name } of rows)
        expect([code, idsOf(allPages).includes(`field-${code}`), text.includes(name)]).toEqual([code, true, true]);
  });

  test("every error code with meaning, message, cause and action", () => {
    for (const row of api["x-error-catalogue"].codes)
      for (const part of [row.meaning, row.message, row.cause, row.action]) expect(text).toContain(part);
  });

  test("every erratum with what the document and the spec say, and the evidence", () => {
    for (const row of spec.source<Erratum[]>("errata.yaml"))
      for (const part of [row.topic, row.source, row.spec, ...row.evidence.map(({ fact }) => fact)])
        expect(text).toContain(part);
  });

  test("every event of figure 1.3, in the picture and in words", () => {
    const picture = plain(/<svg class="flow"[\s\S]*<\/svg>/.exec(allPages)?.[0] ?? "").replaceAll(/\s/g, "");
    const steps = plain(/<ol class="steps">[\s\S]*?<\/ol>/.exec(allPages)?.[0] ?? "");
    for (const { chains } of spec.source<Flow>("flow.yaml").steps)
      for (const { does } of chains.flat())
        expect([does, picture.includes(does.replaceAll(/\s/g, "")), steps.includes(does)]).toEqual([does, true, true]);
  });

  test("the changelog's versions", () => {
    const versions = [
      ...readFileSync(join(import.meta.dirname, "../../CHANGELOG.md"), "utf8").matchAll(/^## (\S+)/gm),
    ].map(([, version]) => `version-${version}`);
    expect(versions.length).toBeGreaterThan(0);
    expect(versions.filter((id) => !idsOf(site.get("changes.html")).includes(id))).toEqual([]);
  });
});

test("the page that holds all pages gives a request as curl and by the client, and leaves further languages out", () => {
  const languages = [...allPages.matchAll(/<pre data-language="(\w+)"/g)].map(([, language]) => language);
  expect(languages).toEqual(expect.arrayContaining(["sh", "ts"]));
  expect(languages).not.toContain("java");
  const own = pages.get("op-checkToken.html") ?? "";
  expect(own).toContain('<pre data-language="java"');
});

describe("downloads", () => {
  test("every export is there, and the page leads to it", () => {
    for (const { opens, does } of exports) {
      expect([...site.keys()]).toContain(opens);
      expect(site.get("exports.html")).toContain(`href="${opens}"`);
      expect(text).toContain(does);
    }
  });

  const records = JSON.parse(site.get("fields.json") ?? "[]") as Record<string, unknown>[];

  test("fields.json has a record for every row of the document", () => {
    const rows = spec.source<FieldTable[]>("fields.yaml").flatMap(({ rows: own }) => own);
    expect(records.map(({ code }) => code).sort()).toEqual(rows.map(({ code }) => code).sort());
    for (const key of ["code", "name", "documentName", "section", "at", "type", "required", "sensitive", "errata"])
      for (const record of records) expect(record, String(record["code"])).toHaveProperty(key);
  });

  test("fields.csv has the same, for a spreadsheet", () => {
    const csv = site.get("fields.csv") ?? "";
    expect(csv.startsWith("\uFEFFcode,name,documentName,section,")).toBe(true);
    const lines = csv.trim().split("\r\n").slice(1);
    expect(lines.map((line) => line.split(",")[0])).toEqual(records.map(({ code }) => code));
  });
});
