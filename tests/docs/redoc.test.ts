import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { patchRedoc } from "../../scripts/docs/redoc/patches.ts";
import { site } from "../support/site.ts";

const html = site.get("reference.html") ?? "";
const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";

test("the page names no file to load, neither on its own host nor on another", () => {
  const markup = html.replace(/<script.*?<\/script>/gs, "").replace(/<style.*?<\/style>/gs, "");
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

test("a Redoc that no longer fits is refused instead of passed through", () => {
  expect(() => patchRedoc("export const redoc = 4;")).toThrow("Redoc has changed");
});
