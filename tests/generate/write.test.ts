import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { marker } from "../../scripts/bundle/bundle.ts";
import { checkSyntax } from "../../scripts/generate/syntax.ts";
import { write } from "../../scripts/generate/write.ts";
import { root } from "../../scripts/lib/paths.ts";
import { temporaryFolder } from "../support/project.ts";

const module = (code: string): string => `// ${marker}\n${code}\n`;
const old = new Map([
  ["client.ts", module("export const version = 1;")],
  ["operations/getOld.ts", module("export const old = 1;")],
  ["operations/getSame.ts", module("export const same = 1;")],
]);
const next = new Map([
  ["client.ts", module("export const version = 2;")],
  ["operations/getNew.ts", module("export const made = 1;")],
  ["operations/getSame.ts", module("export const same = 1;")],
]);

async function written(): Promise<string> {
  const dir = temporaryFolder();
  await write(dir, old);
  return dir;
}

/** Every file of a folder with its text. */
function contents(dir: string): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [path.slice(dir.length + 1), readFileSync(path, "utf8")]),
  );
}

test("only what changed is written, what is no longer generated goes, and what others keep there stays", async () => {
  const dir = await written();
  writeFileSync(join(dir, "operations/mine.ts"), "export const mine = 1;\n");
  const before = statSync(join(dir, "operations/getSame.ts"), { bigint: true });
  expect(await write(dir, next)).toEqual({
    changed: ["client.ts", "operations/getNew.ts"],
    removed: ["operations/getOld.ts"],
  });
  expect(contents(dir)).toEqual({ ...Object.fromEntries(next), "operations/mine.ts": "export const mine = 1;\n" });
  const after = statSync(join(dir, "operations/getSame.ts"), { bigint: true });
  expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
});

test.each([
  ["TypeScript", "operations/getNew.ts", module('export const a = "*/;'), "operations/getNew.ts:2"],
  ["JSON", "openapi.json", `{ "x-generated": "${marker}" `, "openapi.json"],
])("%s that does not parse replaces nothing", async (_, file, code, place) => {
  const dir = await written();
  const before = contents(dir);
  await expect(write(dir, new Map([...next, [file, code]]), checkSyntax)).rejects.toThrow(
    `전달해 주십시오.\n  ${place}`,
  );
  expect(contents(dir)).toEqual(before);
});

/** Starts a process that writes the next set, by a shell command that may limit it; it waits with the set beside the old one. */
function writer(
  dir: string,
  files: ReadonlyMap<string, string>,
  limit = "true",
): ChildProcessByStdio<null, Readable, Readable> {
  const script = `
    const { write } = await import(${JSON.stringify(join(root, "scripts/generate/write.ts"))});
    setInterval(() => {}, 1000);
    const wait = () => new Promise(() => console.log("staged"));
    await write(${JSON.stringify(dir)}, new Map(${JSON.stringify([...files])}), wait).catch((error) => {
      console.error(error.message);
      process.exit(2);
    });`;
  return spawn("sh", ["-c", `${limit}; exec "$0" --input-type=module -e "$1"`, process.execPath, script], {
    stdio: ["ignore", "pipe", "pipe"],
  });
}

test("a process that is killed while writing leaves the old set, and the next one clears up after it", async () => {
  const dir = await written();
  const child = writer(dir, next);
  await once(child.stdout, "data");
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
  const { left, set } = Object.groupBy(Object.entries(contents(dir)), ([file]) =>
    file.startsWith(".") ? "left" : "set",
  );
  expect(set).toEqual([...old]);
  expect(left).toHaveLength(2);
  await write(dir, next);
  expect(contents(dir)).toEqual(Object.fromEntries(next));
});

test("a process that cannot write the whole set leaves the old one, and says so", async () => {
  const dir = await written();
  // In blocks of 512 bytes: as a full disk, but for this process alone.
  const child = writer(dir, new Map([...next, ["client.ts", module("// long\n".repeat(10_000))]]), "ulimit -f 16");
  const said = text(child.stderr);
  expect(await once(child, "exit")).toEqual([2, null]);
  expect(await said).toContain(`${dir} 폴더에 쓸 수 없습니다.`);
  expect(contents(dir)).toEqual(Object.fromEntries(old));
});

describe("what is in the way is named, and nothing is written", () => {
  const put: [name: string, put: (dir: string) => void, message: string][] = [
    ["a folder", (dir) => mkdirSync(join(dir, "client.ts")), "client.ts(폴더)"],
    ["a file for a folder", (dir) => writeFileSync(join(dir, "operations"), ""), ": operations."],
    ["a link to a file", (dir) => symlinkSync("/nowhere", join(dir, "client.ts")), "client.ts(심볼릭 링크)"],
    [
      "a link for a folder",
      (dir) => symlinkSync(temporaryFolder(), join(dir, "operations")),
      "operations(심볼릭 링크)",
    ],
  ];
  test.each(put)("%s", async (_, prepare, message) => {
    const dir = temporaryFolder();
    prepare(dir);
    const before = contents(dir);
    await expect(write(dir, next)).rejects.toThrow(message);
    expect(contents(dir)).toEqual(before);
  });

  test("a file as the folder, and a file on the way to it", async () => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "");
    await expect(write(file, next)).rejects.toThrow("폴더가 있어야 할 자리에 파일이 있습니다.");
    await expect(write(join(file, "woori"), next)).rejects.toThrow("폴더가 있어야 할 자리에 파일이 있습니다.");
  });
});
