/** What is read and written here of a CycloneDX document (https://cyclonedx.org/docs/1.5/json/). */
export interface Bom {
  specVersion: string;
  serialNumber: string;
  metadata: { timestamp: string; component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

/** A package of a document. */
export interface Component {
  "bom-ref": string;
  type: string;
  name: string;
  version: string;
  description?: string;
  scope?: "required" | "optional";
  purl: string;
  hashes?: { alg: string; content: string }[];
  licenses?: ({ license: { id: string } } | { expression: string })[];
  properties?: { name: string; value: string }[];
}

/** How npm names a package's component. */
export function refOf({ name, version }: { name: string; version: string }): string {
  return `${name}@${version}`;
}

/** A package's URL (https://github.com/package-url/purl-spec). */
export function purlOf({ name, version }: { name: string; version: string }): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

/** A declared licence as a component holds it: one name, or an expression of several. */
export function licensesOf(license: string): NonNullable<Component["licenses"]> {
  return [/[ (]/.test(license) ? { expression: license } : { license: { id: license } }];
}
