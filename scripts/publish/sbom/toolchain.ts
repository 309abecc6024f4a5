import { type LockedPackage, lockedPackages } from "../lockfile.ts";
import { npm } from "../npm.ts";
import { root } from "../../lib/paths.ts";
import { type Bom, licensesOf, purlOf, refOf } from "./bom.ts";

/**
 * All packages of package-lock.json as npm itself describes them, and what npm leaves out: the name of the project (it takes the
 * folder's), licences in old forms, and the Node program that the package `node` installs by itself.
 *
 * @throws {UserError} when npm cannot describe them
 */
export async function toolchainBom(): Promise<Bom> {
  const bom = JSON.parse(
    await npm(
      root,
      "package-lock.json이 package.json과 맞는지 npm ls로 확인하십시오.",
      "sbom",
      "--sbom-format",
      "cyclonedx",
      "--package-lock-only",
    ),
  ) as Bom;
  const { component } = bom.metadata;
  Object.assign(component, {
    name: component["bom-ref"].slice(0, component["bom-ref"].lastIndexOf("@")),
    type: "application",
  });
  // npm 10 describes a package once for every folder that it lies in; a reference names one component.
  bom.components = [...new Map(bom.components.map((one) => [one["bom-ref"], one])).values()];
  bom.dependencies = [...Map.groupBy(bom.dependencies, ({ ref }) => ref)].map(([ref, same]) => ({
    ref,
    dependsOn: [...new Set(same.flatMap(({ dependsOn = [] }) => dependsOn))],
  }));
  const packages = lockedPackages(root);
  for (const one of bom.components) {
    const license =
      one.licenses === undefined ? packages.find((found) => refOf(found) === one["bom-ref"])?.license : undefined;
    if (license !== undefined) one.licenses = licensesOf(license);
  }
  const present = new Set(bom.components.map((one) => one["bom-ref"]));
  for (const added of packages.filter((one) => !present.has(refOf(one)))) addNode(bom, added);
  return bom;
}

/** Adds the Node program, as a dependency of the package `node`. */
function addNode(bom: Bom, program: LockedPackage): void {
  const [, base64] = /^sha512-(.+)$/.exec(program.integrity ?? "") ?? [];
  bom.components.push({
    "bom-ref": refOf(program),
    type: "library",
    name: program.name,
    version: program.version,
    scope: "optional",
    purl: purlOf(program),
    properties: [{ name: "cdx:npm:package:development", value: "true" }],
    ...(base64 === undefined
      ? {}
      : { hashes: [{ alg: "SHA-512", content: Buffer.from(base64, "base64").toString("hex") }] }),
    ...(program.license === undefined ? {} : { licenses: licensesOf(program.license) }),
  });
  bom.dependencies.push({ ref: refOf(program), dependsOn: [] });
  for (const edge of bom.dependencies.filter(({ ref }) => ref.startsWith("node@")))
    edge.dependsOn = [...(edge.dependsOn ?? []), refOf(program)];
}
