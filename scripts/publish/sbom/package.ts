import { randomUUID } from "node:crypto";
import { UserError } from "../../lib/user-error.ts";
import { reachable } from "../reachable.ts";
import type { PackageContents } from "../package/contents.ts";
import { type Bom, type Component, licensesOf, purlOf, refOf } from "./bom.ts";

/**
 * What comes with the published package: what npm installs beside it, and what its own files carry (marked
 * `cdx:npm:package:bundled`). The optional tools are the consumer's and stay out.
 *
 * @param toolchain the document that all of it is taken from
 * @throws {UserError} when the package holds something that the toolchain's document does not have
 */
export function packageBom(toolchain: Bom, contents: PackageContents): Bom {
  const root: Component = {
    "bom-ref": refOf(contents),
    type: "library",
    name: contents.name,
    version: contents.version,
    description: contents.description,
    purl: purlOf(contents),
    licenses: licensesOf(contents.license),
  };
  const direct = dependenciesOf(toolchain, toolchain.metadata.component["bom-ref"]).filter((ref) =>
    contents.dependencies.includes(ref.slice(0, ref.lastIndexOf("@"))),
  );
  const bundled = contents.bundled.map(refOf);
  const installed = reachable(direct, (ref) => dependenciesOf(toolchain, ref));
  const refs = new Set([...installed, ...bundled]);
  const components = [...refs].sort().map((ref): Component => {
    const found = toolchain.components.find((one) => one["bom-ref"] === ref);
    if (found === undefined)
      throw new UserError(
        `배포하는 패키지에 package-lock.json에 없는 ${ref}의 코드가 들어 있습니다. npm ci로 다시 설치하십시오.`,
      );
    const properties = installed.has(ref) ? [] : [{ name: "cdx:npm:package:bundled", value: "true" }];
    return { ...found, scope: "required", properties };
  });
  if (direct.length < contents.dependencies.length)
    throw new UserError(
      `배포하는 패키지가 의존하는 ${contents.dependencies.join(", ")} 가운데 package-lock.json에 없는 것이 있습니다. npm install로 맞추십시오.`,
    );
  return {
    ...toolchain,
    serialNumber: `urn:uuid:${randomUUID()}`,
    metadata: { ...toolchain.metadata, component: root },
    components,
    dependencies: [
      { ref: refOf(contents), dependsOn: [...new Set([...direct, ...bundled])] },
      ...components.map(({ "bom-ref": ref }) => ({
        ref,
        dependsOn: dependenciesOf(toolchain, ref).filter((one) => refs.has(one)),
      })),
    ],
  };
}

function dependenciesOf({ dependencies }: Bom, ref: string): string[] {
  return dependencies.find((one) => one.ref === ref)?.dependsOn ?? [];
}
