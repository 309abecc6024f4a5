import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dependencyVersion, manifest } from "../../../scripts/lib/manifest.ts";
import { sbom } from "../../../scripts/cli/sbom.ts";
import { root } from "../../../scripts/lib/paths.ts";
import { replaceFiles } from "../../../scripts/lib/write-files.ts";
import { packageContents } from "../../../scripts/publish/package/contents.ts";
import { type Bom, projectBom } from "../../../scripts/publish/sbom/bom.ts";
import { packageBom } from "../../../scripts/publish/sbom/package.ts";
import { callFrom } from "../../support/in-process.ts";
import { temporaryFolder } from "../../support/project.ts";

/** What CycloneDX asks of references: each names one component, and each that is used has one. */
function expectWhole({ bomFormat, serialNumber, metadata, components, dependencies }: Bom): void {
  expect([bomFormat, serialNumber]).toEqual(["CycloneDX", expect.stringMatching(/^urn:uuid:[\da-f-]{36}$/)]);
  const refs = [metadata.component, ...components].map((one) => one["bom-ref"]);
  expect(refs).toEqual([...new Set(refs)]);
  expect(dependencies.map(({ ref }) => ref).sort()).toEqual([...refs].sort());
  expect(dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.includes(ref))).toEqual([]);
  for (const { name, purl } of components) expect(purl, name).toMatch(/^pkg:npm\//);
}

test("npm run sbom lists everything installed and everything published, with its hash and licence", async () => {
  const folder = temporaryFolder();
  const { exitCode, output } = await callFrom(folder, sbom, "--out", "bom");
  expect(output).toMatch(
    /^\S*bom\/toolchain\.cdx\.json: CycloneDX 1\.\d, 패키지 \d+개\n\S*bom\/woori-openapi\.cdx\.json: CycloneDX 1\.\d, 패키지 \d+개\n$/,
  );
  expect(exitCode).toBe(0);
  const read = (name: string): Bom => JSON.parse(readFileSync(join(folder, `bom/${name}.cdx.json`), "utf8")) as Bom;

  const toolchain = read("toolchain");
  expectWhole(toolchain);
  expect(toolchain.metadata.component).toMatchObject({ name: "woori-openapi", type: "application" });
  expect(toolchain.components.map(({ name }) => name)).toEqual(
    expect.arrayContaining(Object.keys(manifest().devDependencies ?? {})),
  );

  const published = read("woori-openapi");
  expectWhole(published);
  expect(published.metadata.component).toMatchObject({
    name: "woori-openapi",
    type: "library",
    purl: expect.stringMatching(/^pkg:npm\/woori-openapi@\d/),
  });
  const bundled = published.components.filter(({ properties }) =>
    properties?.some(({ name }) => name === "cdx:npm:package:bundled"),
  );
  const installed = published.components.filter((one) => !bundled.includes(one));
  expect(bundled.map(({ name }) => name)).toEqual(expect.arrayContaining(["hono", "js-yaml", "marked", "yaml"]));
  expect(installed.map(({ name }) => name)).toEqual(["openapi-fetch", "openapi-typescript-helpers"]);
  for (const one of published.components)
    expect(one).toMatchObject({ scope: "required", hashes: [{ alg: "SHA-512" }], licenses: [{}] });
  expect(published.dependencies[0]?.dependsOn).toEqual([
    `openapi-fetch@${dependencyVersion("openapi-fetch")}`,
    ...bundled.map((one) => one["bom-ref"]),
  ]);
});

test("what is published must stand in the lockfile", async () => {
  const toolchain = await projectBom(root);
  const contents = await packageContents();
  const [bundled] = contents.bundled;
  const components = toolchain.components.filter(({ name }) => name !== bundled?.name);
  expect(() => packageBom({ ...toolchain, components }, contents)).toThrow(
    `package-lock.json에 없는 패키지의 코드가 들어 있습니다: ${bundled?.name}@${bundled?.version}.`,
  );
});

test("a folder that is a file cannot be written to, which is said", async () => {
  await expect(replaceFiles(join(root, "package.json"), new Map([["bom.json", "{}"]]))).rejects.toThrow(
    /^\S*package\.json 폴더에 쓸 수 없습니다\. 폴더가 있어야 할 자리에 파일이 있습니다\. /,
  );
});
