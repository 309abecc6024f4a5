import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { docs } from "../../scripts/cli/docs.ts";
import { api } from "../support/bundle.ts";
import { call, serveBy } from "../support/in-process.ts";
import { temporaryFolder } from "../support/project.ts";
import { site } from "../support/site.ts";

test("npm run docs writes the site, the same bytes wherever it is made; -- --serve shows it until its end", async () => {
  const dir = temporaryFolder();
  const { url, printed, stop } = await serveBy((how) => docs(how, () => api), "--serve", "--out", join(dir, "site"));
  expect(printed()).toContain(`파일 ${site.size}개`);
  for (const [file, content] of site)
    expect(readFileSync(join(dir, "site", file), "utf8") === content, file).toBe(true);
  const answers = await Promise.all(
    ["", "fields.csv", "missing.html"].map(async (path) => {
      const answer = await fetch(`${url}/${path}`);
      // No page of another site frames it.
      const policy = answer.headers.get("content-security-policy");
      return [answer.status, answer.headers.get("content-type"), policy];
    }),
  );
  expect(answers).toEqual([
    [200, "text/html; charset=utf-8", "frame-ancestors 'none'"],
    [200, "text/csv; charset=utf-8", "frame-ancestors 'none'"],
    [404, "text/plain; charset=utf-8", "frame-ancestors 'none'"],
  ]);
  expect(await stop()).toBe(0);
});

test("pages and Markdown files that an earlier site had, and this one has not, go; those of others stay", async () => {
  const dir = join(temporaryFolder(), "site");
  const make = () => call((how) => docs(how, () => api), "--out", dir);
  expect((await make()).exitCode).toBe(0);
  const earlier = ["op-gone.html", "all-9.html", "markdown/gone.md", "markdown/operations/gone.md"];
  const files = readdirSync(join(dir, "markdown/operations"));
  for (const path of earlier)
    copyFileSync(join(dir, path.endsWith(".md") ? `markdown/operations/${files[0]}` : "flow.html"), join(dir, path));
  const foreign = ["op-mine.html", "notes.txt", "markdown/notes.md"];
  for (const path of foreign) writeFileSync(join(dir, path), "<!DOCTYPE html>");
  expect((await make()).exitCode).toBe(0);
  expect(earlier.filter((path) => existsSync(join(dir, path)))).toEqual([]);
  expect(foreign.filter((path) => !existsSync(join(dir, path)))).toEqual([]);
  expect([...site.keys()].filter((path) => !existsSync(join(dir, path)))).toEqual([]);
});

test("a site that cannot be made to its end leaves the earlier one", async () => {
  const dir = join(temporaryFolder(), "site");
  expect((await call((how) => docs(how, () => api), "--out", dir)).exitCode).toBe(0);
  const broken = structuredClone(api);
  // The last page but one in the list of operations cannot be made.
  Object.assign(Object.values(broken.paths).at(-1) ?? {}, { get: { operationId: "broken", summary: "망가진 API" } });
  const { exitCode } = await call((how) => docs(how, () => broken), "--out", dir);
  expect(exitCode).toBe(2);
  for (const [file, content] of site) expect(readFileSync(join(dir, file), "utf8") === content, file).toBe(true);
  expect(readdirSync(dir).filter((name) => name.startsWith("."))).toEqual([]);
});

test.each([
  ["a port that is no number", ["--serve", "--port", "x"], "--port"],
  ["a port without --serve", ["--port", "4020"], "--serve"],
  ["a folder without a name", ["--out", ""], "--out"],
])("npm run docs refuses %s", async (_name, args, named) => {
  const { exitCode, output } = await call((how) => docs(how, () => api), ...args);
  expect([exitCode, output]).toEqual([2, expect.stringMatching(/^오류: /)]);
  expect(output).toContain(named);
});
