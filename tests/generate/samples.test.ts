import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { operationsOf } from "../../scripts/bundle/openapi.ts";
import { samplesOf } from "../../scripts/generate/client/samples.ts";
import { checkSyntax } from "../../scripts/generate/syntax.ts";
import { execute } from "../support/execute.ts";
import { temporaryFolder } from "../support/project.ts";
import {
  expectAnswers,
  expectErrorCode,
  expectUnchanged,
  inOrder,
  type SampleLanguage,
  spoiltExamples,
  written,
} from "../support/sample-runs.ts";
import { api } from "../support/bundle.ts";
import { useSandbox } from "../support/servers.ts";

const sandbox = useSandbox();

const byFetch: SampleLanguage = {
  id: "fetch",
  run: (dir, programs) =>
    inOrder(
      written(dir, programs, (at) => `sample${at}.mjs`),
      (file) => execute(process.execPath, [file], dir),
    ),
};
const byCurl: SampleLanguage = {
  id: "curl",
  run: (dir, programs) =>
    inOrder(
      written(dir, programs, (at) => `sample${at}.sh`),
      (file) => execute("bash", [file], dir),
    ),
};

// The other languages run in tests/interop: their compilers are not everywhere.
describe.each([byFetch, byCurl])("$id", (language) => {
  test("each operation's sample prints the answer", async () => {
    await expectAnswers(language, join(temporaryFolder(), "samples"), sandbox.url());
  });

  test("what is sent are the example's values, whatever they hold", async () => {
    await expectUnchanged(language, join(temporaryFolder(), "samples"));
  });
});

test("fetch: a refused request ends with its status and error code", async () => {
  await expectErrorCode(byFetch, join(temporaryFolder(), "samples"), sandbox.url());
});

test("TypeScript: a sample parses, whatever the example's values hold", () => {
  const dir = temporaryFolder();
  const spoilt = spoiltExamples();
  const programs = operationsOf(spoilt).flatMap((at) =>
    samplesOf({ api: spoilt, url: "http://127.0.0.1:4010" }, at).filter(({ id }) => id === "typescript"),
  );
  const files = programs.map(({ text }, at) => {
    writeFileSync(join(dir, `sample${at}.ts`), text);
    return `sample${at}.ts`;
  });
  expect(files).not.toEqual([]);
  checkSyntax(dir, files);
});

test("a GET with a body is sent as such, but by fetch as the POST of its path, or not at all", () => {
  const at = operationsOf(api).find(
    ({ method, operation }) => method === "get" && operation.requestBody !== undefined,
  )!;
  const samples = new Map(samplesOf({ api, url: sandbox.url() }, at).map(({ id, text }) => [id, text]));
  expect(samples.get("python")).toContain('"GET"');
  expect(samples.get("fetch")).toMatch(/POST로 보냅니다[^]*"POST"/);
  const { post: _, ...alone } = api.paths[at.path]!;
  const withoutPost = { ...api, paths: { ...api.paths, [at.path]: alone } };
  expect(samplesOf({ api: withoutPost, url: sandbox.url() }, at).map(({ id }) => id)).toEqual(
    [...samples.keys()].filter((id) => id !== "fetch"),
  );
});
