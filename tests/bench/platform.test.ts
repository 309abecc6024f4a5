import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { platform } from "../../scripts/bench/platform.ts";
import { readBundle } from "../../scripts/bundle/bundle-file.ts";
import { exampleCredentials, exampleRequest } from "../../scripts/bundle/example-request.ts";
import { operationsOf } from "../../scripts/bundle/openapi.ts";
import { loadSpec } from "../../scripts/bundle/spec-files.ts";
import { checkGroups } from "../../scripts/checks/contract/groups.ts";
import { specUnderTest } from "../../scripts/checks/contract/spec-under-test.ts";
import { diffBundles } from "../../scripts/checks/diff/diff.ts";
import { checkSpec } from "../../scripts/checks/lint/rule.ts";
import { specRules } from "../../scripts/checks/lint/spec-rules.ts";
import { lintDocument, lintSources, loadHouseRules } from "../../scripts/checks/lint/spectral.ts";
import { siteOf } from "../../scripts/docs/site.ts";
import { build } from "../../scripts/generate/build.ts";
import { clientOperations } from "../../scripts/generate/client/operations.ts";
import { write as writeGenerated } from "../../scripts/generate/write.ts";
import { root, specDir } from "../../scripts/lib/paths.ts";
import { buildPackage } from "../../scripts/publish/package/pack.ts";
import { send } from "../support/http.ts";
import { projectWith } from "../support/package.ts";
import { run, temporaryFolder } from "../support/project.ts";
import { proxyFor } from "../support/proxy.ts";
import { useSandbox } from "../support/servers.ts";
import { brokenLinks } from "../support/site.ts";
import { siteFiles } from "../support/site-files.ts";

/** Paths besides the project's own, each with a GET and a POST. */
const count = 30;

const dir = join(inject("runFolder"), "platform");
write(platform(count));
cpSync(join(specDir, "source/samples"), join(dir, "source/samples"), { recursive: true });
const spec = loadSpec(dir);
const generated = await build(dir);
const bundlePath = join(dir, "openapi.json");
write(new Map([["openapi.json", generated.get("openapi.json") ?? ""]]));
const api = await readBundle(bundlePath);
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

const out = join(dir, "generated");
await writeGenerated(out, generated);
symlinkSync(join(root, "node_modules"), join(out, "node_modules"));
const calls = clientOperations(api);
const { examples } = (await import(join(out, "examples.ts"))) as { examples: Record<string, object> };
const { appKey, secretKey, bearer: accessToken } = exampleCredentials;

type Calls = Record<string, (input: unknown) => Promise<{ data: unknown; issues: unknown[] }>>;

async function clientOf(baseUrl: string): Promise<Calls> {
  const { createWooriClient } = (await import(join(out, "client.ts"))) as {
    createWooriClient: (options: object) => Calls & { close: () => void };
  };
  const client = createWooriClient({ baseUrl, appKey, secretKey, accessToken });
  onTestFinished(() => client.close());
  return client;
}

/** What a call of an operation takes: the body of its example. */
function inputOf({ path, method, operation }: (typeof calls)[number]): unknown {
  const { body } = exampleRequest(api, { path, method: method.toLowerCase(), operation });
  return body === undefined || body === "" ? {} : (JSON.parse(body) as unknown);
}

const sandbox = useSandbox({ bundle: bundlePath });
test("the sandbox answers the first and the last operation", async () => {
  for (const at of [operations[0], operations.at(-1)]) {
    if (at === undefined) throw new Error("no operation");
    const { method, path, headers, body } = exampleRequest(api, at);
    expect((await send(sandbox.url() + path, { method, headers, body })).status).toBe(200);
  }
});

test("the client's method of every path gives the example, through the proxy, which finds nothing", async () => {
  expect(calls.length).toBeGreaterThan(count);
  const proxy = await proxyFor(sandbox.url(), { bundle: bundlePath });
  const client = await clientOf(proxy.url);
  for (const one of calls) {
    const call = client[one.id] ?? (() => Promise.reject(new Error(`no ${one.id}`)));
    const { data, issues } = await call(inputOf(one));
    expect([one.id, issues, (await proxy.next()).deviations]).toEqual([one.id, [], []]);
    expect(Object.values(examples[one.id] ?? {})).toContainEqual(data);
  }
});

test("the validators take the example of every answer and refuse an empty object", async () => {
  const validators = (await import(join(out, "validators.ts"))) as Record<string, (value: unknown) => boolean>;
  for (const { id } of calls) {
    const answers = Object.values(examples[id] ?? {});
    expect([id, ...answers.map((answer) => validators[`${id}Response`]?.(answer))]).toEqual([
      id,
      ...answers.map(() => true),
    ]);
    expect(validators[`${id}Response`]?.({})).toBe(false);
  }
});

test("the package offers the function of every operation", async () => {
  const project = projectWith(await buildPackage(temporaryFolder(), out));
  const ids = calls.map(({ id }) => id);
  writeFileSync(
    join(project, "main.js"),
    `import * as operations from "woori-openapi/operations";
     const { ${ids.at(-1)} } = await import("woori-openapi/operations/${ids.at(-1)}");
     console.log(${ids.at(-1)} === operations.${ids.at(-1)}, ${JSON.stringify(ids)}.filter((id) => typeof operations[id] !== "function").length);`,
  );
  expect(await run(project, "main.js")).toEqual({ exitCode: 0, output: "true 0\n" });
});

test("the docs have a page for every operation, and their links lead somewhere", async () => {
  const files = await siteFiles(siteOf(api, spec));
  for (const { operation } of operations) expect(files.has(`op-${operation.operationId}.html`)).toBe(true);
  expect(brokenLinks(files)).toEqual([]);
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
