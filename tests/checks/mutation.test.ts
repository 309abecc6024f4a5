import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { complete } from "../../scripts/bundle/bundle.ts";
import { type OpenApi, pointerSegments, toPointer } from "../../scripts/bundle/openapi.ts";
import { loadSpec, Spec } from "../../scripts/bundle/spec-files.ts";
import { diffBundles } from "../../scripts/checks/diff/diff.ts";
import { sourceChanges } from "../../scripts/checks/diff/source-changes.ts";
import { readSource, type SourceFiles } from "../../scripts/checks/diff/source-files.ts";
import { checkSpec } from "../../scripts/checks/lint/rule.ts";
import { specRules } from "../../scripts/checks/lint/spec-rules.ts";
import { lintDocument, loadHouseRules } from "../../scripts/checks/lint/spectral.ts";
import { generatedDir, specDir } from "../../scripts/lib/paths.ts";
import { api } from "../support/bundle.ts";

/** One value of a document changed or taken away. */
interface Mutant {
  name: string;
  pointer: string;
  /** undefined: the value is taken away. */
  value: unknown;
}

// `npm test` runs every tenth mutant, the same ones each time; `npm run test:mutation` runs all of them.
const { MODE: mode } = (import.meta as unknown as { env: { MODE: string } }).env;
const step = mode === "all-mutants" ? 1 : 10;

const source = readSource(specDir);
const spec = loadSpec(specDir);

/** What release:check tells of a bundle and of the source once the spec is released as it is: nothing of the same. */
const bundleFindings = (bundle: OpenApi): object[] => diffBundles(api, bundle);
const sourceFindings = (files: SourceFiles): object[] => sourceChanges(source, files);

/** Whether the error examples are those of the catalogue, which generate:check asks for. */
const isComplete = (bundle: OpenApi): boolean => isDeepStrictEqual(complete(structuredClone(bundle)), bundle);

let houseRules: Awaited<ReturnType<typeof loadHouseRules>>;
beforeAll(async () => {
  houseRules = await loadHouseRules();
});

test("no value of the bundle changes or goes without a finding of release:check or lint", async () => {
  // How the bundle was made is no part of the spec.
  const mutants = mutantsOf(api).filter(({ pointer }) => pointer !== "/x-generated");
  const lint = async (document: OpenApi): Promise<string> =>
    JSON.stringify(await lintDocument(houseRules, join(generatedDir, "openapi.json"), JSON.stringify(document)));
  const lintBefore = await lint(api);
  const unnoticed: string[] = [];
  for (const mutant of sampleOf(mutants)) {
    const mutated = mutate(api, mutant);
    if (fails(() => bundleFindings(mutated).length > 0 || !isComplete(mutated))) continue;
    if (lintNoticesInFile(mutant)) continue;
    if ((await lint(mutated)) === lintBefore) unnoticed.push(mutant.name);
  }
  expect(unnoticed).toEqual([]);
}, 300_000);

test("no value of spec/source changes or goes without a finding of release:check or lint", () => {
  const mutants = mutantsOf(source);
  const unnoticed = sampleOf(mutants).filter((mutant) => {
    const mutated = mutate(source, mutant);
    if (fails(() => sourceFindings(mutated).length > 0)) return false;
    const [file = ""] = pointerSegments(mutant.pointer);
    return !lintNotices(file, mutated[file]);
  });
  expect(unnoticed.map(({ name }) => name)).toEqual([]);
}, 300_000);

test("a mutant that means the same goes unnoticed, so that a finding means something", () => {
  const reversed = structuredClone(api);
  reversed.components.schemas = Object.fromEntries(Object.entries(api.components.schemas).reverse());
  expect(bundleFindings(reversed)).toEqual([]);
  expect(mutantsOf({ key: ["a", { inner: 1 }] }).map(({ name }) => name)).toEqual([
    "/key 삭제",
    '/key/0: "a변이"',
    "/key/0 삭제",
    "/key/1 삭제",
    "/key/1/inner: 2",
    "/key/1/inner 삭제",
  ]);
});

/** Whether the rules over the files of the spec find something when a file holds other data. */
function lintNotices(file: string, data: unknown): boolean {
  const changed = new Map([...spec.files, [file, spec.file(file).holding(data)]]);
  return fails(() => checkSpec(new Spec(specDir, changed), specRules).length > 0);
}

/** The same for a mutant of the bundle that stands in a schema component: in the file of its name. */
function lintNoticesInFile({ pointer, ...mutant }: Mutant): boolean {
  const [, kind, name, ...rest] = pointerSegments(pointer);
  const file = [...spec.files.values()].find(({ path }) => path.endsWith(`/${kind}/${name}.yaml`));
  if (kind !== "schemas" || file === undefined || rest.length === 0) return false;
  return lintNotices(file.path, mutate(file.data as object, { ...mutant, pointer: toPointer(rest) }));
}

/** Every value of a document changed, where it holds no other, and taken away. */
function mutantsOf(document: object): Mutant[] {
  const found: Mutant[] = [];
  const visit = (node: object, segments: string[]): void => {
    for (const [key, value] of Object.entries(node) as [string, unknown][]) {
      const pointer = toPointer([...segments, key]);
      if (typeof value === "object" && value !== null) {
        found.push({ name: `${pointer} 삭제`, pointer, value: undefined });
        visit(value, [...segments, key]);
        continue;
      }
      const other = otherThan(value);
      found.push({ name: `${pointer}: ${JSON.stringify(other)}`, pointer, value: other });
      found.push({ name: `${pointer} 삭제`, pointer, value: undefined });
    }
  };
  visit(document, []);
  return found;
}

function otherThan(value: unknown): unknown {
  if (typeof value === "string") return `${value}변이`;
  if (typeof value === "number") return value + 1;
  return typeof value === "boolean" ? !value : "변이";
}

function sampleOf(mutants: readonly Mutant[]): Mutant[] {
  return mutants.filter((_, index) => index % step === 0);
}

/** A copy of a document with one mutant in it. */
function mutate<T extends object>(document: T, { pointer, value }: Mutant): T {
  const copy = structuredClone(document);
  const segments = pointerSegments(pointer);
  const key = segments.pop() ?? "";
  const holder = segments.reduce<any>((node, segment) => node[segment], copy);
  if (value !== undefined) holder[key] = value;
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  return copy;
}

/** Whether a check finds something. One that cannot read the mutant has noticed it, too. */
function fails(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return true;
  }
}
