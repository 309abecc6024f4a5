import { randomUUID } from "node:crypto";
import { UserError } from "../../lib/user-error.ts";
import type { PackageContents } from "../package/contents.ts";
import { type Bom, type Component, withDependencies } from "./bom.ts";
import { packaging } from "../messages.ts";

/**
 * What comes with the published package: what npm installs beside it, and what its own files carry (marked
 * `cdx:npm:package:bundled`). The optional tools are the consumer's and stay out.
 *
 * @param toolchain the document that all of it is taken from
 * @throws {UserError} when the package holds something that the toolchain's document does not have
 */
export function packageBom(toolchain: Bom, contents: PackageContents): Bom {
  const { name, version, description, license } = contents;
  const root: Component = {
    "bom-ref": `${name}@${version}`,
    type: "library",
    name,
    version,
    description,
    purl: `pkg:npm/${name}@${version}`,
    licenses: [{ license: { id: license } }],
  };
  const { direct, bundled } = shippedRefs(toolchain, contents);
  const installed = withDependencies(toolchain, direct);
  const refs = new Set([...installed, ...bundled]);
  const components = [...refs].sort().map((ref): Component => {
    const found = toolchain.components.find((one) => one["bom-ref"] === ref);
    if (found === undefined) throw new UserError(packaging.unknownCode(ref));
    const properties = installed.has(ref) ? [] : [{ name: "cdx:npm:package:bundled", value: "true" }];
    return { ...found, scope: "required", properties };
  });
  return {
    ...toolchain,
    serialNumber: `urn:uuid:${randomUUID()}`,
    metadata: { ...toolchain.metadata, component: root },
    components,
    dependencies: [
      { ref: root["bom-ref"], dependsOn: [...new Set([...direct, ...bundled])] },
      ...toolchain.dependencies
        .filter(({ ref }) => refs.has(ref))
        .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) })),
    ],
  };
}

/** The references of direct dependencies of the package and of the code bundled in its files. */
export function shippedRefs(toolchain: Bom, contents: PackageContents): { direct: string[]; bundled: string[] } {
  return {
    direct: toolchain.components
      .filter(({ name }) => contents.dependencies.includes(name))
      .map((component) => component["bom-ref"]),
    bundled: contents.bundled.map(({ name, version }) => `${name}@${version}`),
  };
}
