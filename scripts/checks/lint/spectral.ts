import { readFileSync } from "node:fs";
import * as fs from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import spectralCore from "@stoplight/spectral-core";
import spectralParsers from "@stoplight/spectral-parsers";
import { Resolver } from "@stoplight/spectral-ref-resolver";
import { bundleAndLoadRuleset } from "@stoplight/spectral-ruleset-bundler/with-loader";
import { roles } from "../../client/contract.ts";
import { isJson } from "../../lib/is-json.ts";
import { isObject } from "../../lib/is-object.ts";
import { pathFromFolder, root } from "../../lib/paths.ts";
import { notFetched } from "../../bundle/redocly.ts";
import { toPointer } from "../../bundle/openapi.ts";
import { placeOf } from "../../bundle/place-of.ts";
import type { Spec } from "../../bundle/spec-files.ts";
import type { Finding } from "./finding.ts";
import { inlined } from "./inlined.ts";
import { spectralInKorean } from "./messages.ts";

const { Document, Spectral } = spectralCore;

const refused = { resolve: () => Promise.reject(new Error(notFetched)) };
const resolver = new Resolver({
  resolvers: { file: { resolve: (uri) => readFile(uri.href(), "utf8") }, http: refused, https: refused },
});

/** The house rules of .spectral.yaml; with `only`, that rule alone. */
export async function loadHouseRules(only?: string) {
  const ruleset = await bundleAndLoadRuleset(join(root, ".spectral.yaml"), { fs, fetch: refuseNetwork });
  if (only !== undefined && !(only in ruleset.rules)) throw new Error(`no such rule: ${only}`);
  // The roles are listed once, in the client; the rule in .spectral.yaml leaves them open.
  const [marks] = ruleset.rules["field-marks"]?.then ?? [];
  const { properties } = (marks?.functionOptions as { schema: { properties: Record<string, object> } }).schema;
  properties["x-role"] = { enum: roles };
  for (const [id, rule] of Object.entries(ruleset.rules)) {
    rule.enabled = only === undefined || id === only;
    // What was found, not the description, which is shown once for all findings of a rule.
    rule.message = "{{error}}";
  }
  return ruleset;
}

export type HouseRules = Awaited<ReturnType<typeof loadHouseRules>>;

/** Paths that Spectral looks at in one run: what a run keeps grows with its document. */
const pathsPerRun = 50;

/**
 * Checks the hand-written files as the one document that they make, some paths at a time: a house rule looks at nothing
 * across paths. Spectral does not follow the `$ref`s: over many files its resolver leaves some unresolved.
 */
export async function lintSources(ruleset: HouseRules, spec: Spec): Promise<Finding[]> {
  const whole = inlined(spec) as { paths?: Record<string, unknown> };
  const paths = withoutRepeats(whole.paths ?? {});
  const results: Result[] = [];
  for (let start = 0; start === 0 || start < paths.length; start += pathsPerRun) {
    const part = Object.fromEntries(paths.slice(start, start + pathsPerRun));
    results.push(...(await run(ruleset, parsed({ ...whole, ...(whole.paths !== undefined && { paths: part }) }))));
  }
  const found = new Map<string, Finding>();
  for (const { code, message, path } of results.sort(byRuleAndPath)) {
    const { file, pointer } = spec.resolve(placeOf(spec, toPointer(path)));
    const place = { file: spec.nameOf(file), line: spec.file(file).lineOf(pointer) };
    // A file goes by no name of a place that refers to it.
    const own = pointer === "" ? message.replace(`"${path.at(-1)}.`, '"') : message;
    const finding = findingOf(ruleset, String(code), own, place);
    // What several operations share is told once.
    found.set(JSON.stringify(finding), finding);
  }
  return [...found.values()];
}

/** The paths in the order of their findings, each response where it comes first; where it comes again, it is empty. */
function withoutRepeats(paths: Record<string, unknown>): [string, unknown][] {
  const seen = new Set<unknown>();
  const inOrder = (node: object): [string, unknown][] =>
    Object.entries(node).sort(([one], [other]) => one.localeCompare(other));
  const once = (response: unknown): unknown => {
    if (seen.has(response)) return {};
    seen.add(response);
    return response;
  };
  const ofOperation = (operation: unknown): unknown => {
    if (!isObject(operation) || !isObject(operation["responses"])) return operation;
    const responses = inOrder(operation["responses"]).map(([status, response]) => [status, once(response)]);
    return { ...operation, responses: Object.fromEntries(responses) as unknown };
  };
  return inOrder(paths).map(([path, item]) => [
    path,
    isObject(item) ? Object.fromEntries(inOrder(item).map(([key, value]) => [key, ofOperation(value)])) : item,
  ]);
}

function parsed(data: unknown): Parameters<InstanceType<typeof Spectral>["run"]>[0] {
  return { parsed: { data, ast: undefined, lineMap: [], diagnostics: [] }, getLocationForJsonPath: () => undefined };
}

type Result = Awaited<ReturnType<typeof run>>[number];

/** The order of Spectral's own results, which have no lines here. */
function byRuleAndPath(one: Result, other: Result): number {
  return (
    String(one.code).localeCompare(String(other.code), undefined, { numeric: true }) ||
    one.path.join().localeCompare(other.path.join())
  );
}

/**
 * Checks one document, a file or its text, against the house rules.
 *
 * @param path of the document; `$ref`s are resolved from there, and findings in referenced files name those files
 * @param base the folder that findings name files from
 */
export async function lintDocument(
  ruleset: HouseRules,
  path: string,
  text = readFileSync(path, "utf8"),
  base = root,
): Promise<Finding[]> {
  const document = isJson(text)
    ? new Document(text, spectralParsers.Json, path)
    : new Document(text, spectralParsers.Yaml, path);
  return (await run(ruleset, document)).map(({ code, message, source, range }) =>
    findingOf(ruleset, String(code), message, {
      file: pathFromFolder(base, source ?? path),
      line: range.start.line + 1,
    }),
  );
}

function run(ruleset: HouseRules, document: Parameters<InstanceType<typeof Spectral>["run"]>[0]) {
  const spectral = new Spectral({ resolver });
  spectral.setRuleset(ruleset);
  return spectral.run(document);
}

function findingOf(ruleset: HouseRules, rule: string, message: string, place: Pick<Finding, "file" | "line">): Finding {
  return {
    rule,
    ...place,
    message: spectralInKorean(message),
    fix: ruleset.rules[rule]?.description ?? "가리키는 파일이 있는지, 읽을 수 있는 형식인지 확인하십시오.",
  };
}

function refuseNetwork(): never {
  throw new Error("the ruleset must not reach out");
}
