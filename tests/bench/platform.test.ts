import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, inject, test } from "vitest";
import { platform } from "../../scripts/bench/platform.ts";
import { readBundle } from "../../scripts/bundle/bundle-file.ts";
import { exampleRequest } from "../../scripts/bundle/example-request.ts";
import { operationsOf } from "../../scripts/bundle/openapi.ts";
import { loadSpec } from "../../scripts/bundle/spec-files.ts";
import { checkGroups } from "../../scripts/checks/contract/groups.ts";
import { specUnderTest } from "../../scripts/checks/contract/spec-under-test.ts";
import { diffBundles } from "../../scripts/checks/diff/diff.ts";
import { checkSpec } from "../../scripts/checks/lint/rule.ts";
import { specRules } from "../../scripts/checks/lint/spec-rules.ts";
import { lintDocument, lintSources, loadHouseRules } from "../../scripts/checks/lint/spectral.ts";
import { buildPages } from "../../scripts/docs/build.ts";
import { build } from "../../scripts/generate/build.ts";
import { specDir } from "../../scripts/lib/paths.ts";
import { send } from "../support/http.ts";
import { useSandbox } from "../support/servers.ts";

/** Paths besides the project's own, each with a GET and a POST. */
const count = 30;

const dir = join(inject("runFolder"), "platform");
write(platform(count));
cpSync(join(specDir, "source/samples"), join(dir, "source/samples"), { recursive: true });
const spec = loadSpec(dir);
const generated = await build(dir);
const bundlePath = join(dir, "openapi.json");
write(new Map([["openapi.json", generated.get("openapi.json") ?? ""]]));
const api = readBundle(bundlePath);
const operations = operationsOf(api);

function write(files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}

test("the same seed gives the same files, another one other fields", () => {
  expect(platform(2, 7)).toEqual(platform(2, 7));
  expect(platform(2, 8)).not.toEqual(platform(2, 7));
});

test("the rules over the files find nothing", () => {
  expect(checkSpec(spec, specRules)).toEqual([]);
});

test("the house rules find nothing in the files and in the bundle", async () => {
  const houseRules = await loadHouseRules();
  expect(await lintSources(houseRules, spec)).toEqual([]);
  expect(await lintDocument(houseRules, bundlePath)).toEqual([]);
});

test("the generated client has a method for every path", () => {
  const paths = Object.keys(api.paths);
  expect(paths.length).toBeGreaterThan(count);
  const client = generated.get("client.ts") ?? "";
  const methods = paths.map((path) => operations.find((one) => one.path === path)?.operation.operationId ?? path);
  expect(methods.filter((method) => !client.includes(`${method}(`))).toEqual([]);
});

const sandbox = useSandbox({ bundle: bundlePath });
test("the sandbox answers the first and the last operation", async () => {
  for (const at of [operations[0], operations.at(-1)]) {
    if (at === undefined) throw new Error("no operation");
    const { method, path, headers, body } = exampleRequest(api, at);
    expect((await send(sandbox.url() + path, { method, headers, body })).status).toBe(200);
  }
});

test("the docs tell every operation, and their links lead somewhere", async () => {
  const page = (await buildPages(api, spec)).get("index.html") ?? "";
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  for (const { operation } of operations) expect(page).toContain(operation.operationId);
  const targets = [...page.matchAll(/ href="#([^"]*)"/g)].map(([, target]) => target);
  expect(targets.filter((target) => !ids.has(target))).toEqual([]);
});

test("the diff against itself is empty", () => {
  expect(diffBundles(api, structuredClone(api))).toEqual([]);
});

test.each(checkGroups.filter(({ needs }) => needs === "bundle"))(
  "the contract of the $name holds",
  async ({ checks }) => {
    for (const { name, run } of checks(specUnderTest(api, spec)))
      await Promise.resolve()
        .then(run)
        .catch((error: unknown) => {
          throw new Error(name, { cause: error });
        });
  },
);
