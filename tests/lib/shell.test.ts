import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { shellPath, shellWord } from "../../scripts/lib/shell.ts";

const paths = [
  "plain/a.json",
  "with blank",
  "[api]",
  "#1",
  "a&b",
  "it's",
  'a"b',
  "$HOME",
  "`id`",
  "~",
  "우리",
  "a;b",
  "*",
  "-x",
  "",
];

test.each(paths)("a shell reads %j back as it was", (text) => {
  const read = execFileSync("sh", ["-c", `printf %s ${shellWord(text)}`], { encoding: "utf8" });
  expect(read).toBe(text);
});

test("a path is never an option, and a plain one stays plain", () => {
  expect(["-x", "a/b.json", "우리/b.json", "a b"].map(shellPath)).toEqual(["./-x", "a/b.json", "우리/b.json", "'a b'"]);
});
