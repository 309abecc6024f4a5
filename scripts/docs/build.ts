import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenApi } from "../bundle/openapi.ts";
import { root } from "../lib/paths.ts";
import type { Spec } from "../bundle/spec-files.ts";
import { inTemporaryFolder } from "../lib/temporary-folder.ts";
import { exportAt, exports, exportSource, filesOf } from "../generate/exports/exports.ts";
import { readModel } from "./model.ts";
import { page } from "./page.ts";
import { pageScript } from "./page-script.ts";
import { missingReference, redocPage, referenceObstacle } from "./redoc.ts";
import { withoutHtml } from "./redoc/inert.ts";
import type { MakeSection } from "./page-section.ts";
import { changes } from "./sections/changes.ts";
import { errata } from "./sections/errata.ts";
import { errors } from "./sections/errors.ts";
import { exported } from "./sections/exports.ts";
import { fields } from "./sections/fields.ts";
import { flow } from "./sections/flow.ts";
import { operations } from "./sections/operations.ts";
import { ownAnswers } from "./sections/own-answers.ts";
import { production } from "./sections/production.ts";
import { portal } from "./sections/portal.ts";
import { rules } from "./sections/rules.ts";
import { scenarios } from "./sections/scenarios.ts";
import { start } from "./sections/start.ts";

/** The page's parts, in the order a newcomer needs them. */
const sections: readonly MakeSection[] = [
  start,
  flow,
  portal,
  rules,
  operations,
  fields,
  errors,
  scenarios,
  ownAnswers,
  production,
  exported,
  errata,
  changes,
];

const indexFile = "index.html";
const referenceFile = "reference.html";

/** Makes the docs site by file name: the page, the exports and the API reference. The same spec gives the same bytes. */
export async function buildSite(api: OpenApi, spec: Spec, url?: string): Promise<Map<string, string>> {
  const [pages, reference] = await Promise.all([buildPages(api, spec, url), buildReference(api)]);
  return pages.set(referenceFile, reference);
}

/**
 * Makes the docs site without its API reference, by file name.
 *
 * @param api the bundle
 * @param spec the hand-written spec it was made from: the document's tables, errata and figures
 * @param url where the samples send to; the sandbox as npm start opens it
 */
export async function buildPages(api: OpenApi, spec: Spec, url?: string): Promise<Map<string, string>> {
  const source = exportSource(api, spec, url);
  const index = await buildIndex(api, spec, source.url);
  return new Map([[indexFile, index], ...exports.flatMap((one) => [...filesOf(one, source)])]);
}

/**
 * Makes the files of the site among which one is, as the others may not be asked for: the API reference, an export, or the
 * page where it is neither.
 */
export async function buildPart(
  file: string,
  api: OpenApi,
  spec: Spec,
  url: string,
): Promise<ReadonlyMap<string, string>> {
  if (file === referenceFile) return new Map([[referenceFile, await buildReference(api)]]);
  const found = exportAt(file);
  if (found !== undefined) return filesOf(found, exportSource(api, spec, url));
  return new Map([[indexFile, await buildIndex(api, spec, url)]]);
}

/** The name of the part that a file of the site is in. */
export function partOf(file: string): string {
  return file === referenceFile ? file : (exportAt(file)?.name ?? indexFile);
}

async function buildIndex(api: OpenApi, spec: Spec, url: string): Promise<string> {
  const model = readModel(api, spec, url);
  const assets = {
    // The portal and the docs look alike.
    style: ["portal/assets/look.css", "docs/assets/style.css", "docs/assets/code.css"]
      .map((file) => readFileSync(join(root, "scripts", file), "utf8"))
      .join(""),
    script: await pageScript(),
  };
  return page(
    model,
    sections.map((make) => make(model)),
    assets,
  );
}

/** Makes the API reference. Redocly reads files alone; where it is missing, the page says so: the others link to it. */
export async function buildReference(api: OpenApi): Promise<string> {
  const obstacle = referenceObstacle();
  if (obstacle !== undefined) return missingReference(obstacle);
  return inTemporaryFolder((dir) => {
    const path = join(dir, "openapi.json");
    writeFileSync(path, JSON.stringify(withoutHtml(api)));
    return redocPage(path);
  });
}
