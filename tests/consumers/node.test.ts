import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { manifest } from "../../scripts/lib/manifest.ts";
import { toolsOf } from "../../scripts/lib/tools.ts";
import { outcomeOf, told, toldByMain } from "./calls.ts";
import { useProject } from "./project.ts";
import { nodes } from "./toolchain.ts";

describe("설치", () => {
  test("npm install --offline · 결과", async () => {
    const { dir } = await useProject("esm", "installed")();
    const { packages } = JSON.parse(readFileSync(join(dir, "package-lock.json"), "utf8")) as {
      packages: Record<string, { hasInstallScript?: boolean }>;
    };
    expect(Object.keys(packages)).toEqual([
      "",
      "node_modules/openapi-fetch",
      "node_modules/openapi-typescript-helpers",
      "node_modules/woori-openapi",
    ]);
    expect(Object.values(packages).filter(({ hasInstallScript }) => hasInstallScript)).toEqual([]);
    expect(readdirSync(join(dir, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
      "openapi-fetch",
      "openapi-typescript-helpers",
      "woori-openapi",
    ]);
  });

  test("npx --offline woori-openapi · 결과", async () => {
    const { run } = await useProject("esm", "npx")();
    expect(await run("npx", ["--offline", "woori-openapi", "--help"])).toEqual({
      exitCode: 0,
      stdout: expect.stringMatching(/^사용법: npx woori-openapi /) as string,
      stderr: "",
    });
  });
});

describe("JavaScript", () => {
  const esm = useProject("esm", "esm");
  const commonjs = useProject("commonjs", "commonjs");
  const withPrism = useProject("esm", "esm-prism", { tools: toolsOf.sandbox });
  for (const node of nodes()) {
    const row = `Node ${node.version}`;

    test(`${row} · import`, async () => {
      expect(await outcomeOf(await esm(), "main.mjs", node)).toEqual(toldByMain(node.version));
    });

    test(`${row} · 오퍼레이션 하나`, async () => {
      expect(await outcomeOf(await esm(), "by-operation.mjs", node)).toEqual(told);
    });

    test(`${row} · CommonJS, import()`, async () => {
      expect(await outcomeOf(await commonjs(), "import.cjs", node)).toEqual(told);
    });

    test(`${row} · CommonJS, require()`, async ({ annotate }) => {
      if (node.requiresModules)
        return void expect(await outcomeOf(await commonjs(), "require.cjs", node)).toEqual({
          ...told,
          version: manifest().version,
        });
      const { stderr } = await (await commonjs()).run("node", ["require.cjs", inject("sandbox")], node);
      expect(stderr).toContain("ERR_REQUIRE_ESM");
      await annotate("지원하지 않음");
    });

    test(`${row} · sandbox, Prism 없음`, async ({ annotate }) => {
      const { exitCode, stdout } = await (await esm()).run("node", ["sandbox.mjs"], node);
      expect([exitCode, stdout]).toEqual([
        0,
        expect.stringContaining(
          node.hasSqlite
            ? "npm install --save-dev --save-exact @stoplight/prism-core@"
            : `Node 22.16 이상이 있어야 합니다. 사용 중인 버전: ${node.version}.`,
        ),
      ]);
      await annotate("안내");
    });

    test(`${row} · sandbox`, async ({ annotate }) => {
      const { exitCode, stdout, stderr } = await (await withPrism()).run("node", ["sandbox.mjs"], node);
      expect([exitCode, stderr]).toEqual([0, ""]);
      if (node.hasSqlite) return void expect(JSON.parse(stdout)).toEqual({ ...told, requests: ["GET 200", "GET 500"] });
      expect(stdout).toContain(`사용 중인 버전: ${node.version}.`);
      await annotate("안내");
    });
  }
});
