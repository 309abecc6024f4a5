import { unsupportedTexts, unsupportedNames } from "./names.ts";
import type { OpenApi } from "./openapi.ts";
import { type Unsupported, unsupportedParameters } from "./parameters.ts";
import { unsupportedSchemas } from "./schema-keywords.ts";

/** What the tools do not support in a bundle, by place: names, keys, paths, parameters and schemas. */
export function unsupportedIn(api: OpenApi): Unsupported[] {
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
