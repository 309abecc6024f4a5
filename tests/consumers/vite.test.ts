import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makesTheCall, serve, sizeWithoutNode, vite } from "./chromium-app.ts";
import { useProject } from "./project.ts";
import { versionOf } from "./toolchain.ts";

describe("Vite, Chromium", { concurrent: false }, () => {
  const row = `Vite ${versionOf("vite")}`;
  const project = useProject("browser", "vite", { tools: ["vite"] });
  const byOperation = useProject("browser", "vite-operation", {
    tools: ["vite"],
    prepare: ({ dir }) => {
      const page = join(dir, "index.html");
      writeFileSync(page, readFileSync(page, "utf8").replace("./main.mjs", "./by-operation.mjs"));
    },
  });

  for (const [name, app] of [
    ["build", project],
    ["build, 오퍼레이션 하나", byOperation],
  ] as const) {
    test(`${row} · ${name}`, async ({ annotate }) => {
      const { dir, run } = await app();
      // Vite only warns of a node: module in a browser's bundle.
      expect(await run("node", [vite, "build"])).toMatchObject({ exitCode: 0, stderr: "" });
      const size = sizeWithoutNode(join(dir, "dist/assets"), "index");
      await makesTheCall(await serve(dir, "preview"));
      await annotate(size);
    });
  }

  test(`${row} · dev`, async () => {
    await makesTheCall(await serve((await project()).dir));
  });
});
