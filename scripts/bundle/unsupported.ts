import { unsupportedTexts, unsupportedNames } from "./names.ts";
import { formProblems, type Purpose } from "./bundle-form.ts";
import type { OpenApi } from "./openapi.ts";
import { type Unsupported, unsupportedParameters } from "./parameters.ts";
import { unsafePatterns } from "./patterns.ts";
import { referenceProblems } from "./references.ts";
import { unsupportedSchemas } from "./schema-keywords.ts";

/**
 * What the tools do not support in a bundle, by place: its form, references, names, keys, paths, parameters, schemas and
 * patterns. Each takes the one before for granted: where one finds something, the rest are not asked.
 */
export async function unsupportedIn(api: OpenApi, purpose: Purpose = "run"): Promise<Unsupported[]> {
  const form = formProblems(api, purpose);
  if (form.length > 0) return form;
  for (const find of [referenceProblems, unsupportedParts, unsafePatterns]) {
    const found = await find(api);
    if (found.length > 0) return found;
  }
  return [];
}

function unsupportedParts(api: OpenApi): Unsupported[] {
  const ofNames = unsupportedNames(api);
  // A code names the examples of every error response.
  const isOfCode = ({ pointer }: Unsupported): boolean =>
    pointer.includes("/responses/") && ofNames.some(({ pointer: at }) => at.startsWith("/x-error-catalogue/"));
  return [
    ...ofNames,
    ...unsupportedTexts(api).filter((one) => !isOfCode(one)),
    ...unsupportedParameters(api),
    ...unsupportedSchemas(api),
  ];
}
