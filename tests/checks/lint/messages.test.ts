import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lintOneDocument } from "../../../scripts/checks/lint/lint-document.ts";
import { redoclyInKorean } from "../../../scripts/checks/lint/messages.ts";
import { temporaryFolder } from "../../support/project.ts";

/** The findings of Redocly in a document of somebody else, as `rule message`. */
async function redoclyOn(document: object): Promise<string[]> {
  const dir = temporaryFolder();
  const path = join(dir, "openapi.json");
  const text = JSON.stringify(document, null, "\t");
  writeFileSync(path, text);
  const { findings } = await lintOneDocument(path, text, dir);
  return findings.filter(({ rule }) => rule.startsWith("redocly/")).map(({ rule, message }) => `${rule} ${message}`);
}

const ok = { 200: { description: "답입니다." } };

test("tells the form of a document in Korean, each mistake once", async () => {
  const found = await redoclyOn({
    openapi: "3.1.0",
    info: { titel: "시험", version: "1" },
    paths: {
      "/a": { get: { operationId: "a", responses: { 99: ok[200], 200: { descripton: "답" } } } },
      "/b": { $ref: "./missing.json" },
    },
    components: { schemas: { A: { type: "stirng" }, B: { maxLength: "1" }, C: { $ref: "#/components/schemas/D" } } },
  });
  expect(found.sort()).toEqual(
    [
      "redocly/no-unresolved-refs $ref가 가리키는 missing.json 파일이 없습니다. 파일의 이름을 확인하십시오.",
      "redocly/no-unresolved-refs $ref의 # 뒤가 가리키는 것이 없습니다. 이름을 확인하십시오.",
      "redocly/struct 99 키는 여기에 쓸 수 없습니다.",
      "redocly/struct descripton 키는 여기에 쓸 수 없습니다. description의 오타인지 확인하십시오.",
      "redocly/struct titel 키는 여기에 쓸 수 없습니다. title의 오타인지 확인하십시오.",
      "redocly/struct type 값은 다음 가운데 하나여야 합니다: object, array, string, number, integer, boolean, null. string의 오타인지 확인하십시오.",
      "redocly/struct 값의 타입이 다릅니다. 정수 자리에 문자열 값이 있습니다.",
    ].sort(),
  );
});

test("tells what Redocly's other rules find in Korean", async () => {
  const operation = (id: string, more: object = {}): object => ({
    operationId: id,
    summary: "가",
    responses: ok,
    ...more,
  });
  const body = { "application/json": { schema: { type: "string", maxLength: 1 }, examples: { a: { value: "12" } } } };
  const found = await redoclyOn({
    openapi: "3.1.0",
    info: { title: "시험", version: "1" },
    servers: [{ url: "https://api.test/" }],
    tags: [{ name: "가" }, { name: "가" }],
    security: [{ none: [] }],
    paths: {
      "/a/": { get: operation("same", { tags: ["나"] }) },
      "/b/{id}": { get: operation("same") },
      "/b/{name}": { get: operation("c d") },
      "/e": { post: { ...operation("e"), responses: { 200: { description: "답", content: body } } } },
    },
    components: { schemas: { "A B": { type: "string" }, C: { type: "object", items: {} } } },
  });
  const rules = new Set(found.map((text) => text.split(" ")[0]?.replace("redocly/", "")));
  for (const rule of [
    "info-license",
    "no-ambiguous-paths",
    "no-duplicated-tag-names",
    "no-identical-paths",
    "no-invalid-media-type-examples",
    "no-path-trailing-slash",
    "no-schema-type-mismatch",
    "no-server-trailing-slash",
    "no-unused-components",
    "operation-operationId-unique",
    "operation-operationId-url-safe",
    "operation-tag-defined",
    "path-parameters-defined",
    "security-defined",
    "spec-components-invalid-map-name",
    "tag-description",
  ])
    expect.soft(rules, rule).toContain(rule);
  for (const text of found) expect.soft(text, text).not.toContain("설명을 확인하십시오");
});

test("lets a sentence pass that it does not know", () => {
  expect(redoclyInKorean("Something new.")).toBe('Redocly의 설명을 확인하십시오: "Something new.".');
});
