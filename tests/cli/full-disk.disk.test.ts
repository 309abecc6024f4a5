import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { docs } from "../../scripts/cli/docs.ts";
import { generate } from "../../scripts/cli/generate.ts";
import { sbom } from "../../scripts/cli/sbom.ts";
import { replaceFiles, replaceFolder } from "../../scripts/lib/write-files.ts";
import { api } from "../support/bundle.ts";
import { call } from "../support/in-process.ts";
import { onSmallDisk } from "../support/small-disk.ts";

/** Every file of a folder with its size. */
function sizes(dir: string): [string, number][] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(dir.length + 1), statSync(path).size]);
}

test.each([
  ["generate", generate],
  ["docs", (how: Parameters<typeof docs>[0]) => docs(how, () => api)],
  ["sbom", sbom],
] as const)("npm run %s leaves nothing on a disk that is too small, and says so", async (_, main) => {
  await onSmallDisk(64, async (dir) => {
    const { exitCode, output } = await call(main, "--out", join(dir, "out"));
    expect([exitCode, output]).toEqual([2, expect.stringContaining("디스크에 빈 공간이 없습니다.")]);
    expect(sizes(dir)).toEqual([]);
  });
});

test.each([
  ["files of a folder", replaceFiles],
  ["a folder", replaceFolder],
] as const)(
  "%s stay as they were where the new ones have no room, and are replaced once they have",
  async (_, replace) => {
    await onSmallDisk(64, async (disk) => {
      const dir = join(disk, "out");
      const old = new Map([["a/one.txt", "old"]]);
      await replace(dir, old);
      await expect(
        replace(
          dir,
          new Map([
            ["a/one.txt", "new"],
            ["two.txt", "x".repeat(65_536)],
          ]),
        ),
      ).rejects.toThrow("디스크에 빈 공간이 없습니다.");
      expect(sizes(disk)).toEqual([["out/a/one.txt", 3]]);
      expect(readFileSync(join(dir, "a/one.txt"), "utf8")).toBe("old");
      await replace(dir, new Map([["a/one.txt", "new"]]));
      expect(readFileSync(join(dir, "a/one.txt"), "utf8")).toBe("new");
    });
  },
);
