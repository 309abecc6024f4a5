import { refuseUnsupported } from "../bundle/bundle-file.ts";
import { loadSpec } from "../bundle/spec-files.ts";
import { bundle, marker } from "../bundle/bundle.ts";
import { reference } from "./reference.ts";

/**
 * Makes all generated files of a spec folder, by name. The same spec gives the same bytes.
 *
 * @throws {UserError} when the spec cannot be read or bundled, or has parameters that are not supported
 */
export async function build(specDir: string): Promise<Map<string, string>> {
  const spec = loadSpec(specDir);
  const [api, { types }, { client }] = await Promise.all([
    bundle(specDir, spec),
    import("./types.ts"),
    import("./client/client.ts"),
  ]);
  refuseUnsupported(api, "spec");
  const files = new Map([
    ...client(api, `// ${marker}`),
    ["openapi.json", `${JSON.stringify(api, null, 2)}\n`],
    ["reference.md", reference(api, spec)],
    ["types.ts", await types(api, `// ${marker}`)],
  ]);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
