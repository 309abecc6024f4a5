import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleFile, pathFromFolder, root, specDir } from "../../lib/paths.ts";
import { inTemporaryFolder } from "../../lib/temporary-folder.ts";
import { bundle } from "../../bundle/bundle.ts";
import { deref, type OpenApi, operationsOf } from "../../bundle/openapi.ts";
import { subsetOf } from "../../bundle/subset.ts";
import { loadSpec, type Spec, UnreadableSpecError } from "../../bundle/spec-files.ts";
import type { Finding } from "./finding.ts";
import { isAboutForm, lintStructure } from "./redocly.ts";
import { checkSpec } from "./rule.ts";
import { contentRules, formStages } from "./spec-rules.ts";
import { type HouseRules, lintDocument, lintSources, loadHouseRules } from "./spectral.ts";

export interface LintResult {
  findings: Finding[];
  /** Whether later rules were skipped because earlier stages have findings. */
  isPartial: boolean;
}

/**
 * Checks a hand-written spec: what YAML it is, its form, its content and trace to the document, and then its bundle. Each
 * takes the one before for granted, so that one mistake is told once.
 *
 * @param dir the folder of openapi.yaml
 * @param isQuick leaves out Redocly and the bundle
 * @throws {UserError} where the spec cannot be checked
 */
export async function lintSpec(dir: string, isQuick: boolean): Promise<LintResult> {
  const spec = readSpec(dir);
  if (Array.isArray(spec)) return { findings: spec, isPartial: true };
  const index = join(dir, "openapi.yaml");
  // Redocly works in processes of its own, beside the rules that run here.
  const structureOf = isQuick ? Promise.resolve([]) : settled(lintStructure(index));
  const bundled = isQuick ? undefined : settled(lintAdded(dir, spec));
  const form = formFindingsOf(spec);
  const rules = form.length > 0 ? undefined : loadHouseRules();
  const house = rules === undefined ? [] : settled(rules.then((ruleset) => lintSources(ruleset, spec)));
  const structure = await structureOf;
  const formFindings = withoutTwins([...form, ...structureBeside(form, structure)]);
  if (formFindings.length > 0) return { findings: formFindings, isPartial: true };
  const ofHouse = await house;
  if (structure instanceof Error) throw structure;
  if (ofHouse instanceof Error) throw ofHouse;
  const findings = withoutTwins(withoutExampleEchoes([...checkSpec(spec, contentRules), ...ofHouse, ...structure]));
  const ofBundle = await bundled;
  // A finding in the sources stands in the bundle again, without its file and line.
  if (findings.length > 0 || ofBundle === undefined || rules === undefined) return { findings, isPartial: false };
  if (ofBundle instanceof Error) throw ofBundle;
  const file = dir === specDir ? pathFromFolder(root, bundleFile) : spec.nameOf("openapi.yaml");
  const inBundle = await bundleFindings(await rules, ofBundle);
  return { findings: inBundle.map((finding) => ({ ...finding, file })), isPartial: false };
}

/** The spec, or the findings that make its files unreadable. */
function readSpec(dir: string): Spec | Finding[] {
  try {
    return loadSpec(dir);
  } catch (error) {
    if (!(error instanceof UnreadableSpecError)) throw error;
    return error.files.map(({ file, line = 1, reason }) => ({
      rule: "yaml",
      file,
      line,
      message: reason,
      fix: "YAML 1.2로 읽을 수 있어야 다른 규칙을 검사합니다. 그 줄과 앞줄을 고치십시오.",
    }));
  }
}

/** What the first stage that finds anything finds. */
function formFindingsOf(spec: Spec): Finding[] {
  for (const rules of formStages) {
    const findings = checkSpec(spec, rules);
    if (findings.length > 0) return findings;
  }
  return [];
}

/** A result or its error; own rules may explain the cause better. */
function settled<T>(result: Promise<T>): Promise<T | Error> {
  return result.catch((error: unknown) => error as Error);
}

/** What Redocly says of the form beside our own findings; after a `$ref` to nowhere or to another kind it is an echo. */
function structureBeside(form: readonly Finding[], structure: readonly Finding[] | Error): Finding[] {
  const isBroken = form.some(({ rule, message }) => rule === "local-ref" || message.startsWith("$ref "));
  return structure instanceof Error || isBroken ? [] : structure.filter(isAboutForm);
}

/** Removes findings that another tool or the same rule has on the same line; own rules come first. */
function withoutTwins(findings: readonly Finding[]): Finding[] {
  const ruleAt = new Map<string, string>();
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const line = `${finding.file}:${finding.line}`;
    const first = ruleAt.get(line) ?? finding.rule;
    ruleAt.set(line, first);
    const text = `${line} ${finding.rule} ${finding.message}`;
    if (seen.has(text)) return false;
    seen.add(text);
    return first === finding.rule;
  });
}

/** The rules that a mistake in an example can break at once, the plainest first. */
const exampleRules = ["redocly/no-invalid-media-type-examples", "example-complete", "erratum-cover"];

/** The findings without those of an example for which a plainer rule has one, or that is held against a wrong schema. */
function withoutExampleEchoes(findings: readonly Finding[]): Finding[] {
  const isOf = (finding: Finding, file: string, rule: string): boolean =>
    finding.file === file && finding.rule === rule;
  const isSchemaWrong = findings.some(({ file, rule }) => rule === "erratum-cover" && file.includes("/schemas/"));
  return findings.filter(({ file, rule }) => {
    if (isSchemaWrong && rule === exampleRules[0]) return false;
    const plainer = exampleRules.slice(0, Math.max(0, exampleRules.indexOf(rule)));
    return !file.includes("/examples/") || !plainer.some((one) => findings.some((finding) => isOf(finding, file, one)));
  });
}

/** A fresh bundle, not generated/, which may be stale, and what Redocly says of the part that bundling adds. */
interface Bundled {
  api: OpenApi;
  /** The text of the part. */
  added: string;
  structure: Finding[];
}

async function lintAdded(dir: string, spec: Spec): Promise<Bundled> {
  const api = await bundle(dir, spec);
  const added = JSON.stringify(subsetOf(api, withEveryErrorResponse(api)));
  return { api, added, structure: await structureOfText(added) };
}

/** Operations that have all error responses together: their examples are in a bundle and not in its sources. */
function withEveryErrorResponse(api: OpenApi): ReturnType<typeof operationsOf> {
  const seen = new Set<object>();
  return operationsOf(api).filter(({ operation }, index) => {
    const before = seen.size;
    for (const reference of Object.values(operation.responses)) {
      const response = deref(api, reference);
      if (response["x-error-status"] !== undefined) seen.add(response);
    }
    return index === 0 || seen.size > before;
  });
}

/** The findings in a whole bundle, which is read only where its added part has one. */
async function bundleFindings(rules: HouseRules, { api, added, structure }: Bundled): Promise<Finding[]> {
  if (structure.length === 0 && (await lintDocument(rules, bundleFile, added)).length === 0) return [];
  const text = `${JSON.stringify(api, null, 2)}\n`;
  return [...(await structureOfText(text)), ...(await lintDocument(rules, bundleFile, text))];
}

function structureOfText(text: string): Promise<Finding[]> {
  return inTemporaryFolder((folder) => {
    const path = join(folder, "openapi.json");
    writeFileSync(path, text);
    return lintStructure(path);
  });
}
