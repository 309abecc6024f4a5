import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dependencyVersion, manifest } from "../../../scripts/lib/manifest.ts";
import type { Bom } from "../../../scripts/publish/sbom/bom.ts";
import { copyProject } from "../../support/project.ts";

const script = "scripts/cli/sbom.ts";

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
  const project = copyProject();
  const { exitCode, output } = await project.run(script, "--out", "bom");
  expect(output).toMatch(
    /^bom\/toolchain\.cdx\.json: CycloneDX 1\.\d, 패키지 \d+개\nbom\/woori-openapi\.cdx\.json: CycloneDX 1\.\d, 패키지 \d+개\n$/,
  );
  expect(exitCode).toBe(0);
  const read = (name: string): Bom =>
    JSON.parse(readFileSync(join(project.dir, `bom/${name}.cdx.json`), "utf8")) as Bom;

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
  expect(bundled.map(({ name }) => name)).toEqual(expect.arrayContaining(["ajv", "marked", "yaml"]));
  expect(installed.map(({ name }) => name)).toEqual(["openapi-fetch", "openapi-typescript-helpers"]);
  for (const one of published.components)
    expect(one).toMatchObject({ scope: "required", hashes: [{ alg: "SHA-512" }], licenses: [{}] });
  expect(published.dependencies[0]?.dependsOn).toEqual([
    `openapi-fetch@${dependencyVersion("openapi-fetch")}`,
    ...bundled.map((one) => one["bom-ref"]),
  ]);
});

test("npm run sbom refuses to publish what the lockfile does not have", async () => {
  const project = copyProject();
  project.edit("package-lock.json", /("node_modules\/fast-uri": \{\s*"version": )"[^"]*"/, '$1"3.0.1"');
  const { exitCode, output } = await project.run(script);
  expect(output).toMatch(
    /^오류: 배포하는 패키지에 package-lock\.json에 없는 fast-uri@[\d.]+의 코드가 들어 있습니다\. npm ci로 다시 설치하십시오\.\n$/,
  );
  expect(exitCode).toBe(2);
});

test.each(["scripts/cli/sbom.ts", "scripts/cli/package.ts"])(
  "%s says that it cannot write where a file is in the way",
  async (command) => {
    const { exitCode, output } = await copyProject().run(command, "--out", "package.json");
    expect(output).toMatch(
      /^오류: \S*package\.json\S*에 쓸 수 없습니다\. 폴더인지, 쓰기 권한이 있는지 확인하십시오\. /,
    );
    expect(exitCode).toBe(2);
  },
);
