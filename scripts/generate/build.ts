import { loadSpec } from "../lib/spec-files.ts";
import { bundle } from "./bundle.ts";
import { reference } from "./reference.ts";

/** Every generated file carries this, and nothing that lacks it is overwritten. */
export const marker = "npm run generate. 직접 고치지 않습니다.";

/** Whether a consumer gets a file by `--out`; the others are for this repository. */
export const isForConsumers = (file: string): boolean => file !== "reference.md";

/**
 * Makes all generated files of a spec folder, by name. The same spec gives the same bytes.
 *
 * @throws {UserError} when the spec cannot be read or bundled
 */
export async function build(specDir: string): Promise<Map<string, string>> {
  const spec = loadSpec(specDir);
  // Redocly bundles in a process of its own; loading the TypeScript compiler meanwhile halves the wait.
  const [api, { types }, { client }] = await Promise.all([bundle(specDir, marker), import("./types.ts"), import("./client/index.ts")]);
  const files = new Map([
    ...client(api, `// ${marker}`),
    ["openapi.json", `${JSON.stringify(api, null, 2)}\n`],
    ["reference.md", reference(api, spec, marker)],
    ["types.ts", await types(api, `// ${marker}`)],
  ]);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
