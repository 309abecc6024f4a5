import { loadSpec } from "../lib/spec-files.ts";
import { bundle } from "./bundle.ts";
import { reference } from "./reference.ts";
import { types } from "./types.ts";

/** Every generated file carries this, and nothing that lacks it is overwritten. */
export const marker = "npm run generate. 직접 고치지 않습니다.";

/** The files a consumer gets by `--out`; the others are for this repository. */
export const consumerFiles = ["openapi.json", "types.ts"];

/**
 * Makes all generated files of a spec folder, by name. The same spec gives the same bytes.
 *
 * @throws {UserError} when the spec cannot be read or bundled
 */
export async function build(specDir: string): Promise<Map<string, string>> {
  const spec = loadSpec(specDir);
  const api = await bundle(specDir, marker);
  return new Map([
    ["openapi.json", `${JSON.stringify(api, null, 2)}\n`],
    ["reference.md", reference(api, spec, marker)],
    ["types.ts", await types(api, `// ${marker}`)],
  ]);
}
