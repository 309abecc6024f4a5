import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makesTheCall, serve, sizeOf } from "./chromium-app.ts";
import { useProject } from "./project.ts";
import { versionOf } from "./toolchain.ts";

describe("webpack, Chromium", { concurrent: false }, () => {
  const row = `webpack ${versionOf("webpack")}`;
  const tools = ["webpack", "vite"];
  const app = useProject("browser", "webpack", { tools });

  for (const [name, entry] of [
    ["build", "main.mjs"],
    ["build, 오퍼레이션 하나", "by-operation.mjs"],
  ] as const) {
    test(`${row} · ${name}`, async ({ annotate }) => {
      const { dir, run } = await app();
      expect(await run("node", ["build-webpack.mjs", entry])).toEqual({ exitCode: 0, stdout: "[]\n", stderr: "" });
      const scripts = readdirSync(join(dir, "dist")).filter((file) => file.endsWith("js"));
      // Beside what it starts with, the catalogue, which the first error brings. Nothing of node:http.
      expect(scripts).toHaveLength(2);
      await makesTheCall(await serve(dir, "preview"));
      await annotate(sizeOf(readFileSync(join(dir, "dist/main.mjs"))));
    });
  }
});
