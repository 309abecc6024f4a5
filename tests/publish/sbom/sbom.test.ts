import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockedPackages } from "../../../scripts/publish/lockfile.ts";
import { root } from "../../../scripts/lib/paths.ts";
import type { Bom } from "../../../scripts/publish/sbom/bom.ts";
import { copyProject } from "../../support/project.ts";

const script = "scripts/cli/sbom.ts";

test("npm run sbom lists everything installed and everything published, each with its hash and licence", async () => {
  const project = copyProject();
  const { exitCode, output } = await project.run(script, "--out", "bom");
  expect(output).toMatch(
    /^bom\/toolchain\.cdx\.json: CycloneDX 1\.\d, 패키지 \d+개\nbom\/woori-openapi\.cdx\.json: CycloneDX 1\.\d, 패키지 \d+개\n$/,
  );
  expect(exitCode).toBe(0);
  const read = (name: string): Bom =>
    JSON.parse(readFileSync(join(project.dir, `bom/${name}.cdx.json`), "utf8")) as Bom;
  const toolchain = read("toolchain");
  const published = read("woori-openapi");

  const names = lockedPackages(root).map(({ name, version }) => `${name}@${version}`);
  expect(names).toContainEqual(expect.stringMatching(/^node-(bin-)?(linux|darwin|win)-\w+@24\./));
  expect(toolchain.components.map((one) => one["bom-ref"]).sort()).toEqual([...new Set(names)].sort());
  expect(toolchain.components.filter(({ licenses }) => licenses === undefined)).toEqual([]);
  expect(toolchain.metadata.component).toMatchObject({ name: "woori-openapi", type: "application" });

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
    "openapi-fetch@0.17.0",
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
