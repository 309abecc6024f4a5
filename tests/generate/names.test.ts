import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBundle } from "../../scripts/bundle/bundle-file.ts";
import { operationsOf } from "../../scripts/bundle/openapi.ts";
import { build } from "../../scripts/generate/build.ts";
import { takenNames } from "../../scripts/generate/taken-names.ts";
import { bundleFile, generatedDir } from "../../scripts/lib/paths.ts";
import { copySpec, temporaryFolder } from "../support/project.ts";
import { api } from "../support/bundle.ts";

/** The names that a generated module exports, without those of other modules. */
function exportsOf(file: string): string[] {
  const text = readFileSync(join(generatedDir, file), "utf8");
  return [...text.matchAll(/^export (?:interface|type|const|function|class) ([\w$]+)/gm)].map(([, name = ""]) => name);
}

test("what a generated module exports beside the spec's names is taken", () => {
  const ids = operationsOf(api).map(({ operation }) => operation.operationId);
  const made = [...ids, ...Object.keys(api.components.schemas)].map((name) => name.toLowerCase());
  const ofSpec = (name: string): boolean => made.some((one) => name.toLowerCase().startsWith(one));
  const own = ["client.ts", "connection.ts", "types.ts", "examples.ts"]
    .flatMap(exportsOf)
    .filter((name) => !ofSpec(name));
  expect(own).toContain("createWooriClient");
  for (const name of own) {
    const { operation } = operationsOf(api)[0] ?? {};
    const paths = { "/p": { get: { ...operation, operationId: name } } };
    expect(takenNames({ ...api, paths } as typeof api), name).not.toEqual([]);
  }
});

test("every name that cannot be generated is refused at once, by file and line, before anything is made", async () => {
  const dir = copySpec((edit, spec) => {
    edit("oauth/paths/checkToken.yaml", "operationId: checkToken", "operationId: delete");
    edit("credit/paths/getCreditLoanBasicInfo.yaml", "operationId: getCredit", "operationId: credit");
    cpSync(join(spec, "common/schemas/ErrorListItem.yaml"), join(spec, "common/schemas/Promise.yaml"));
    edit("common/schemas/ErrorDataBody.yaml", "ErrorListItem.yaml", "Promise.yaml");
  });
  const message = await build(dir).then(String, (error: Error) => error.message.replaceAll(dir, "spec"));
  expect(message.split("\n")).toEqual([
    "생성할 수 없는 이름, 파라미터, 경로, 스키마가 있습니다.",
    expect.stringMatching(/^ {2}spec\/oauth\/paths\/checkToken\.yaml:2 {2}operationId delete: .*예약어/),
    expect.stringMatching(
      /^ {2}spec\/credit\/.*\.yaml:2 {2}operationId creditLoanBasicInfo: .*Response\(스키마의 이름\)/,
    ),
    expect.stringMatching(/^ {2}spec\/common\/schemas\/Promise\.yaml:1 {2}스키마 Promise: .*전역 이름/),
  ]);
});

test("a bundle with such a name is refused by pointer", async () => {
  const path = join(temporaryFolder(), "openapi.json");
  const text = readFileSync(bundleFile, "utf8");
  writeFileSync(
    path,
    text.replace('"operationId": "checkToken"', '"operationId": "class"').replace('"MSG_CD":', '"__proto__":'),
  );
  await expect(readBundle(path)).rejects.toThrow(
    /\n {2}\/paths\/\S+\/get\/operationId operationId class: .*예약어.*\n {2}\/components\/schemas\/\S+\/properties\/__proto__ __proto__: /,
  );
});
