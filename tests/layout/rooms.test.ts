import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../scripts/lib/paths.ts";

const scripts = join(root, "scripts");
const map = readFileSync(join(scripts, "README.md"), "utf8");

/** The rooms from top to bottom, as scripts/README.md draws them. */
const rooms = [...map.matchAll(/^([a-z]+)\/ {2,}\S/gm)].map(([, room = ""]) => room);

const files = readdirSync(scripts, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|js|cjs)$/.test(entry.name) && !entry.parentPath.includes("node_modules"))
  .map((entry) => posix.relative(scripts, join(entry.parentPath, entry.name)));

const textOf = (file: string): string => readFileSync(join(scripts, file), "utf8");
const roomOf = (file: string): string => file.split("/")[0] ?? "";

/** What a file imports by a relative path, from scripts/. */
function importsOf(file: string): string[] {
  return [
    ...textOf(file).matchAll(/^(?:import|export) (?:[^;"=(]*? from )?"(\.\.?\/[^"]+)"|\bimport\("(\.\.?\/[^"]+)"\)/gm),
  ].map(([, still, lazy]) => posix.join(posix.dirname(file), still ?? lazy ?? ""));
}

test("the map names every room once, and no other", () => {
  const folders = readdirSync(scripts, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...rooms].sort()).toEqual(folders.map(({ name }) => name).sort());
});

test("a room imports only rooms below it, and nothing outside scripts/", () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => rooms.indexOf(roomOf(target)) < rooms.indexOf(roomOf(file)))
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("lib imports nothing of ours, the client nothing but itself", () => {
  const wrong = files.flatMap((file) =>
    ["lib", "client"].includes(roomOf(file))
      ? importsOf(file)
          .filter((target) => roomOf(target) !== roomOf(file))
          .map((target) => `${file} imports ${target}`)
      : [],
  );
  expect(wrong).toEqual([]);
});

test("no file imports itself by way of others", () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(" → "));
    if (done.has(file) || way.includes(file)) return;
    for (const target of importsOf(file)) if (files.includes(target)) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test("only commands read the command line and set the exit code", () => {
  const readers = files.filter(
    (file) => roomOf(file) !== "cli" && /process\.argv\b|process\.exitCode\s*=|process\.exit\(/.test(textOf(file)),
  );
  expect(readers).toEqual([]);
});
