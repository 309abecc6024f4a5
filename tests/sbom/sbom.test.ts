import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockedPackages } from "../../scripts/lib/lockfile.ts";
import { root } from "../../scripts/lib/paths.ts";
import type { Bom } from "../../scripts/sbom/bom.ts";
import { copyProject } from "../support/project.ts";

const script = "scripts/sbom/index.ts";

/** A copy of the project in which npm run package has laid out a package. */
function projectWithPackage(notices: string) {
  const project = copyProject();
  const staged = join(project.dir, "generated/package/woori-openapi");
  mkdirSync(staged, { recursive: true });
  const manifest = { name: "woori-openapi", version: "0.1.0", description: "명세와 도구", license: "MIT", dependencies: { "openapi-fetch": "0.17.0" } };
  writeFileSync(join(staged, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(staged, "THIRD-PARTY-NOTICES.md"), notices);
  return project;
}

test("npm run sbom lists everything installed and everything published, each with its hash and licence", async () => {
  const project = projectWithPackage("# 라이선스\n\n## ajv 8.20.0 (MIT)\n\n## 1. Terms\n\n## yaml 2.9.1 (ISC)\n");
  const { exitCode, output } = await project.run(script, "--out", "bom");
  expect(output).toMatch(/^bom\/toolchain\.cdx\.json: CycloneDX 1\.\d, 패키지 \d+개\nbom\/woori-openapi\.cdx\.json: CycloneDX 1\.\d, 패키지 4개\n$/);
  expect(exitCode).toBe(0);
  const [toolchain, published] = ["toolchain", "woori-openapi"].map((name) => JSON.parse(readFileSync(join(project.dir, `bom/${name}.cdx.json`), "utf8")) as Bom) as [Bom, Bom];

  const names = lockedPackages(root).map(({ name, version }) => `${name}@${version}`);
  expect(names).toContainEqual(expect.stringMatching(/^node-(bin-)?(linux|darwin|win)-\w+@24\./));
  expect(toolchain.components.map((one) => one["bom-ref"]).sort()).toEqual([...new Set(names)].sort());
  expect(toolchain.components.filter(({ licenses }) => licenses === undefined)).toEqual([]);
  expect(toolchain.metadata.component).toMatchObject({ name: "woori-openapi", type: "application" });

  expect(published.metadata.component).toMatchObject({ name: "woori-openapi", version: "0.1.0", type: "library", purl: "pkg:npm/woori-openapi@0.1.0" });
  const bundled = [{ name: "cdx:npm:package:bundled", value: "true" }];
  expect(published.components).toMatchObject([
    { name: "ajv", version: "8.20.0", scope: "required", properties: bundled, hashes: [{ alg: "SHA-512" }], licenses: [{ license: { id: "MIT" } }] },
    { name: "openapi-fetch", version: "0.17.0", scope: "required", properties: [], hashes: [{ alg: "SHA-512" }], licenses: [{ license: { id: "MIT" } }] },
    { name: "openapi-typescript-helpers", scope: "required", properties: [], hashes: [{ alg: "SHA-512" }] },
    { name: "yaml", version: "2.9.1", scope: "required", properties: bundled, hashes: [{ alg: "SHA-512" }], licenses: [{ license: { id: "ISC" } }] },
  ]);
  expect(published.dependencies[0]).toEqual({ ref: "woori-openapi@0.1.0", dependsOn: ["openapi-fetch@0.17.0", "ajv@8.20.0", "yaml@2.9.1"] });
});

test("npm run sbom refuses a package that carries what the lockfile does not have", async () => {
  const { exitCode, output } = await projectWithPackage("## ajv 1.0.0 (MIT)\n").run(script);
  expect(output).toBe("오류: 배포하는 패키지에 package-lock.json에 없는 ajv@1.0.0 코드가 들어 있습니다. npm run package로 다시 만드십시오.\n");
  expect(exitCode).not.toBe(0);
});
