import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenApi } from "../bundle/openapi.ts";
import { root } from "../lib/paths.ts";
import type { Spec } from "../bundle/spec-files.ts";
import { inTemporaryFolder } from "../lib/temporary-folder.ts";
import { fieldsCsv, fieldsJson } from "./downloads.ts";
import { readModel } from "./model.ts";
import { page } from "./page.ts";
import { pageScript } from "./page-script.ts";
import { missingReference, redocPage, referenceObstacle } from "./redoc.ts";
import { withoutHtml } from "./redoc/inert.ts";
import type { MakeSection } from "./page-section.ts";
import { changes } from "./sections/changes.ts";
import { errata } from "./sections/errata.ts";
import { errors } from "./sections/errors.ts";
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
  errata,
  changes,
];

/** The API reference of a bundle, which takes longest to make: the sandbox makes it when it is asked for. */
export const referenceFile = "reference.html";

/** Makes the docs site by file name: the pages and the API reference. */
export async function buildSite(api: OpenApi, spec: Spec, url?: string): Promise<Map<string, string>> {
  const [pages, reference] = await Promise.all([buildPages(api, spec, url), buildReference(api)]);
  return pages.set(referenceFile, reference);
}

/**
 * Makes the docs site without its API reference, by file name. The same spec gives the same bytes.
 *
 * @param api the bundle
 * @param spec the hand-written spec it was made from: the document's tables, errata and figures
 * @param url where the samples send to; the sandbox as npm start opens it
 */
export async function buildPages(
  api: OpenApi,
  spec: Spec,
  url = "http://127.0.0.1:4010",
): Promise<Map<string, string>> {
  const model = readModel(api, spec, url);
  const assets = {
    // The portal and the docs look alike.
    style: ["portal/assets/look.css", "docs/assets/style.css"]
      .map((file) => readFileSync(join(root, "scripts", file), "utf8"))
      .join(""),
    script: await pageScript(),
  };
  return new Map([
    [
      "index.html",
      page(
        model,
        sections.map((make) => make(model)),
        assets,
      ),
    ],
    ["fields.csv", fieldsCsv(model)],
    ["fields.json", fieldsJson(model)],
    ["openapi.json", documentOf(api)],
  ]);
}

/** Makes the API reference. Redocly reads files alone; where it is missing, the page says so: the others link to it. */
export async function buildReference(api: OpenApi): Promise<string> {
  const obstacle = referenceObstacle();
  if (obstacle !== undefined) return missingReference(obstacle);
  return inTemporaryFolder((dir) => {
    const path = join(dir, "openapi.json");
    writeFileSync(path, documentOf(withoutHtml(api)));
    return redocPage(path);
  });
}

function documentOf(api: OpenApi): string {
  return `${JSON.stringify(api, null, 2)}\n`;
}
