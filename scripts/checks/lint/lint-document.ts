import { obstacles } from "./document-files.ts";
import type { LintResult } from "./lint-spec.ts";

/**
 * Checks one OpenAPI document of any kind, with the files that it refers to: its structure, and the house rules. The house
 * rules presume a document of the right form: what they say of another means nothing.
 *
 * @param path of the document
 * @param text what the file holds
 * @param base the folder that findings name files from
 * @throws {UserError} where a tool cannot run
 */
export async function lintOneDocument(path: string, text: string, base: string): Promise<LintResult> {
  const before = obstacles(path, text, base);
  if (before.length > 0) return { findings: before, isPartial: true };
  const [{ isAboutForm, lintStructure }, { lintDocument, loadHouseRules }] = await Promise.all([
    import("./redocly.ts"),
    import("./spectral.ts"),
  ]);
  const structure = lintStructure(path, base);
  const house = await loadHouseRules()
    .then((rules) => lintDocument(rules, path, text, base))
    .catch((error: unknown) => error as Error);
  const found = await structure;
  const form = found.filter(isAboutForm);
  if (form.length > 0) return { findings: form, isPartial: true };
  if (house instanceof Error) throw house;
  return { findings: [...house, ...found], isPartial: false };
}
