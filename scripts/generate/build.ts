import { bundle, marker } from "../bundle/bundle.ts";
import type { OpenApi } from "../bundle/openapi.ts";
import { placeOf } from "../bundle/place-of.ts";
import { loadSpec, type Spec } from "../bundle/spec-files.ts";
import { unsupportedIn } from "../bundle/unsupported.ts";
import { UserError } from "../lib/user-error.ts";
import { reference } from "./reference.ts";
import { takenNames } from "./taken-names.ts";
import { refusal } from "./messages.ts";

/**
 * Makes all generated files of a spec folder, by name. The same spec gives the same bytes.
 *
 * @throws {UserError} when the spec cannot be read or bundled, or has names or parameters that are not supported
 */
export async function build(specDir: string): Promise<Map<string, string>> {
  const spec = loadSpec(specDir);
  const [api, { types }, { client }] = await Promise.all([
    bundle(specDir, spec),
    import("./types.ts"),
    import("./client/client.ts"),
  ]);
  await refuseUnsupported(api, spec);
  // First, while nothing else is held: the syntax tree of all types is what takes most memory.
  const declarations = types(api, `// ${marker}`);
  const files = new Map([
    ...client(api, `// ${marker}`),
    ["openapi.json", `${JSON.stringify(api, null, 2)}\n`],
    ["reference.md", reference(api, spec)],
    ["types.ts", declarations],
  ]);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @throws {UserError} that names file and line of all that cannot be generated */
async function refuseUnsupported(api: OpenApi, spec: Spec): Promise<void> {
  const found = await unsupportedIn(api);
  const taken = takenNames(api).filter(({ pointer }) => found.every((one) => one.pointer !== pointer));
  const lines = [...found, ...taken].map(({ pointer, message }) => {
    const { file, pointer: at } = locate(spec, pointer);
    return `  ${spec.nameOf(file)}:${spec.file(file).lineOf(at)}  ${message}`;
  });
  if (lines.length > 0) throw new UserError(refusal.unsupported([...new Set(lines)]));
}

/** A parameter is mended where it is defined. */
function locate(spec: Spec, pointer: string): ReturnType<typeof placeOf> {
  const found = placeOf(spec, pointer);
  return /\/parameters\/\d+$/.test(pointer) ? spec.resolve(found) : found;
}
