import { describe, expect, inject, test } from "vitest";
import { calling, outcomeBy, told } from "./calls.ts";
import { useProject } from "./project.ts";
import { nodes, versionOf } from "./toolchain.ts";

describe("fetch 옵션", () => {
  const libraries = ["node-fetch", "undici"];
  const project = useProject("fetches", "fetches", { tools: [...libraries, "jsdom", "whatwg-fetch"] });
  // undici asks for Node 22.
  const node = nodes().findLast(({ version }) => version.startsWith("22."));

  for (const library of libraries) {
    const row = `${library} ${versionOf(library)}`;
    const args = ["own.mjs", inject("sandbox"), library];

    test(`${row} · URL과 나눈 인자`, async () => {
      const { run } = await project();
      expect(await outcomeBy(() => run("node", [...args, "byParts"], node), "POST")).toEqual(told);
    });

    test(`${row} · 그대로`, async ({ annotate }) => {
      const { run } = await project();
      const { outcome, seen } = await calling(() => run("node", [...args, "asIs"], node));
      expect(JSON.parse(outcome.stdout)).toMatchObject({
        sent: "no",
        message: expect.stringContaining("request.url") as string,
      });
      expect(seen).toEqual([]);
      await annotate("안내");
    });
  }

  test(`React Native의 whatwg-fetch ${versionOf("whatwg-fetch")} · 그대로`, async () => {
    const { run } = await project();
    expect(await outcomeBy(() => run("node", ["react-native.mjs", inject("sandbox")], node), "POST")).toEqual(told);
  });
});
