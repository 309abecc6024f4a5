import { readFileSync } from "node:fs";
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

test.each([
  ["a port that is no number", ["--serve", "--port", "x"], "--port"],
  ["a port without --serve", ["--port", "4020"], "--serve"],
  ["a folder without a name", ["--out", ""], "--out"],
])("npm run docs refuses %s", async (_name, args, named) => {
  const { exitCode, output } = await call((how) => docs(how, () => api), ...args);
  expect([exitCode, output]).toEqual([2, expect.stringMatching(/^오류: /)]);
  expect(output).toContain(named);
});
