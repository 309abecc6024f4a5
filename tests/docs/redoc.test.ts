import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { patchRedoc } from "../../scripts/docs/redoc/patches.ts";
import { operationsOf } from "../../scripts/bundle/openapi.ts";
import { api } from "../support/bundle.ts";
import { plain, site } from "../support/site.ts";

/** Redoc's script holds the document once more. */
const withoutScript = (page: string): string => page.replace(/<script.*?<\/script>/gs, "");
const html = site.get("reference.html") ?? "";
const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";

test("the page names no file to load, neither on its own host nor on another", () => {
  const markup = withoutScript(html).replace(/<style.*?<\/style>/gs, "");
  expect(markup).not.toMatch(/<script|<iframe|<img|<object|<embed| src=/);
  expect(markup.match(/<link [^>]*>/g)).toEqual(['<link rel="icon" href="data:,">']);
  expect(html).not.toContain("cdn.redoc.ly");
});

test("its policy allows exactly the scripts that are in it", () => {
  const hashes = [...html.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(
    ([, code = ""]) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`,
  );
  expect(hashes).toHaveLength(2);
  expect(policy).toContain("default-src 'none';");
  expect(policy).toContain(`script-src ${hashes.join(" ")};`);
});

test("without script it has every operation and field with its Korean name", () => {
  const text = plain(withoutScript(html));
  for (const { path, operation } of operationsOf(api))
    for (const wanted of [operation.summary, path]) expect(text).toContain(wanted);
  for (const [name, schema] of Object.entries(api.components.schemas))
    // The bodies of errors are folded until they are asked for.
    for (const [code, field] of name.startsWith("Error") ? [] : Object.entries(schema.properties ?? {}))
      for (const wanted of [code, field.title ?? code]) expect(text).toContain(wanted);
});

test("a Redoc that no longer fits is refused instead of passed through", () => {
  expect(() => patchRedoc("export const redoc = 4;")).toThrow("Redoc has changed");
});
