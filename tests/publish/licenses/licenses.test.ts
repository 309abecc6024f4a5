import { expect, test } from "vitest";
import { licenses } from "../../../scripts/cli/licenses.ts";
import { licenseViolations } from "../../../scripts/publish/licenses/check.ts";
import type { Bom, Component } from "../../../scripts/publish/sbom/bom.ts";
import { call } from "../../support/in-process.ts";

test("npm run licenses lists every package by licence, those of the other lockfiles too, and finds all allowed", async () => {
  const { exitCode, output } = await call(licenses);
  expect(output).toMatch(/^MIT {2}\d+개\n {2}.*\bopenapi-fetch@\d.* zod@\d/);
  expect(output).toMatch(/\nApache-2\.0 {2}\d+개\n {2}.*\btypescript@5\.4/);
  expect(output).toMatch(/\nMPL-2\.0 {2}\d+개\n {2}axe-core@/);
  expect(output).toMatch(
    /\n배포하는 패키지에 쓰이는 것: .*js-yaml@.* marked@.* openapi-fetch@\S+ openapi-typescript-helpers@.* yaml@\S+\n/,
  );
  expect(output).toMatch(/\nlicenses: 패키지 \d+개의 라이선스 \d+종이 모두 허용 목록에 있습니다\.\n$/);
  expect(exitCode).toBe(0);
});

test("a package whose licence is not allowed is named with the reason and who asks for it", () => {
  const licensed: Record<string, string | undefined> = {
    good: "MIT",
    tool: "MPL-2.0",
    shipped: "MPL-2.0",
    either: "(GPL-2.0-only OR SSPL-1.0)",
    unknown: undefined,
  };
  const component = (name: string, license: string | undefined): Component => ({
    "bom-ref": `${name}@1.0.0`,
    type: "library",
    name,
    version: "1.0.0",
    purl: `pkg:npm/${name}@1.0.0`,
    ...(license !== undefined && {
      licenses: license.startsWith("(") ? [{ expression: license }] : [{ license: { id: license } }],
    }),
  });
  const bom: Bom = {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    serialNumber: "",
    metadata: { timestamp: "", component: component("own", "MIT") },
    components: Object.entries(licensed).map(([name, license]) => component(name, license)),
    dependencies: [{ ref: "own@1.0.0", dependsOn: Object.keys(licensed).map((name) => `${name}@1.0.0`) }],
  };
  const askedBy = ["own@1.0.0"];
  expect(licenseViolations(bom, new Set(["shipped@1.0.0"]))).toEqual([
    {
      ref: "shipped@1.0.0",
      reason: "라이선스 MPL-2.0: 개발 도구에만 허용되며, 배포하는 패키지에는 허용되지 않습니다.",
      askedBy,
    },
    {
      ref: "either@1.0.0",
      reason: expect.stringMatching(/^라이선스 .*GPL-2\.0-only OR SSPL-1\.0.*: 허용 목록에 없습니다\.$/),
      askedBy,
    },
    { ref: "unknown@1.0.0", reason: "라이선스가 SPDX 표현식으로 표시되어 있지 않습니다.", askedBy },
  ]);
});
