import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makesTheCall, serve, sizeWithoutNode } from "./chromium-app.ts";
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
      const size = sizeWithoutNode(join(dir, "dist"), "main");
      await makesTheCall(await serve(dir, "preview"));
      await annotate(size);
    });
  }
});
