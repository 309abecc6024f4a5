import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadSpec } from "../../scripts/bundle/spec-files.ts";
import { checkSpec, type SpecRule } from "../../scripts/checks/lint/rule.ts";
import { lintDocument, loadHouseRules } from "../../scripts/checks/lint/spectral.ts";
import { copySpec, type Edit, temporaryFolder } from "./project.ts";

interface HouseRuleCase {
  name: string;
  document: object;
  /** Messages, in order; none for a document that passes. */
  errors: string[];
}

/** Runs one rule of .spectral.yaml, and only that one, over documents. */
export function testHouseRule(id: string, cases: HouseRuleCase[]): void {
  const houseRule = loadHouseRules(id);
  describe(id, () => {
    test.each(cases)("$name", async ({ document, errors }) => {
      const path = join(temporaryFolder(), "openapi.json");
      writeFileSync(path, JSON.stringify(document));
      const findings = await lintDocument(await houseRule, path);
      expect(findings.map(({ rule }) => rule)).toEqual(errors.map(() => id));
      expect(findings.map(({ message }) => message)).toEqual(errors);
    });
  });
}

interface SpecRuleCase {
  name: string;
  change: (edit: Edit, dir: string) => void;
  /** A part of `file message` of each finding, in order; none for a spec that passes. */
  errors: string[];
}

/** Runs one rule over files, and only that one, over changed copies of the real spec. */
export function testSpecRule(rule: SpecRule, cases: SpecRuleCase[]): void {
  describe(rule.id, () => {
    test("the spec as it is", () => expectFindings(rule, () => {}, []));
    test.each(cases)("$name", ({ change, errors }) => expectFindings(rule, change, errors));
  });
}

function expectFindings(rule: SpecRule, change: SpecRuleCase["change"], errors: string[]): void {
  const dir = copySpec(change);
  const found = checkSpec(loadSpec(dir), [rule]).map(({ file, message }) =>
    `${file} ${message}`.replaceAll(dir, "spec"),
  );
  expect(found).toEqual(errors.map((error) => expect.stringContaining(error) as string));
}

/** A document with one operation. */
export function operationDocument(operation: object): object {
  return { openapi: "3.1.1", info: { title: "시험", version: "1" }, paths: { "/p": { get: operation } } };
}

/** A document whose one operation takes a JSON body of this schema. */
export function schemaDocument(schema: object): object {
  return operationDocument({ requestBody: { content: { "application/json": { schema } } } });
}

/** A document whose one operation answers 200 with this JSON media type. */
export function mediaTypeDocument(mediaType: object): object {
  return operationDocument({
    responses: { 200: { description: "답입니다.", content: { "application/json": mediaType } } },
  });
}
