import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makesTheCall, serve, sizeOf, vite } from "./chromium-app.ts";
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
      const scripts = readdirSync(join(dir, "dist/assets"));
      // Beside what it starts with, the catalogue, which the first error brings. Nothing of node:http.
      expect(scripts.map((file) => file.replace(/-[\w-]{8}\.js$/, "")).sort()).toEqual(["error-codes", "index"]);
      await makesTheCall(await serve(dir, "preview"));
      const [script = ""] = scripts.filter((file) => file.startsWith("index"));
      await annotate(sizeOf(readFileSync(join(dir, "dist/assets", script))));
    });
  }

  test(`${row} · dev`, async () => {
    await makesTheCall(await serve((await project()).dir));
  });
});
