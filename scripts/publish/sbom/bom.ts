import { npm } from "../npm.ts";
import { groupBy } from "../../lib/group-by.ts";
import { packaging } from "../messages.ts";

/** What is read and written here of a CycloneDX document (https://cyclonedx.org/docs/1.5/json/). */
export interface Bom {
  bomFormat: "CycloneDX";
  specVersion: string;
  serialNumber: string;
  metadata: { timestamp: string; component: Component };
  components: Component[];
  dependencies: Dependency[];
}

/** A package of a document. */
export interface Component {
  "bom-ref": string;
  type: string;
  /** The name by which others ask for it, which package.json may choose. */
  name: string;
  version: string;
  description?: string;
  scope?: "required" | "optional";
  purl: string;
  hashes?: { alg: string; content: string }[];
  licenses?: ({ license: { id: string } } | { expression: string })[];
  properties?: { name: string; value: string }[];
}

interface Dependency {
  ref: string;
  dependsOn: string[];
}

/**
 * All packages of a project's lockfile, other platforms' among them, as npm describes them.
 *
 * @param dir the project's folder
 * @throws {UserError} when npm cannot describe them
 */
export async function projectBom(dir: string): Promise<Bom> {
  const args = ["--sbom-format", "cyclonedx", "--sbom-type", "application", "--package-lock-only"];
  const bom = JSON.parse(await npm(dir, packaging.lockfile, "sbom", ...args)) as Bom;
  const { component } = bom.metadata;
  // npm takes the folder's name for the project's.
  component.name = component["bom-ref"].slice(0, component["bom-ref"].lastIndexOf("@"));
  // npm 10 describes a package once for every folder that it lies in; a reference names one component.
  bom.components = [...new Map(bom.components.map((one) => [one["bom-ref"], one])).values()];
  bom.dependencies = [...groupBy(bom.dependencies, ({ ref }) => ref)].map(([ref, same]) => ({
    ref,
    dependsOn: [...new Set(same.flatMap(({ dependsOn = [] }) => dependsOn))],
  }));
  return bom;
}

/** The references of packages with all that they depend on in turn. */
export function withDependencies({ dependencies }: Pick<Bom, "dependencies">, refs: readonly string[]): Set<string> {
  const edges = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const reached = new Set(refs);
  // Iterating a set also visits members added during the iteration.
  for (const ref of reached) for (const next of edges.get(ref) ?? []) reached.add(next);
  return reached;
}
