import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startIn } from "../support/command.ts";
import { copyProject } from "../support/project.ts";
import { site } from "../support/site.ts";

const script = "scripts/cli/docs.ts";

test("npm run docs writes the site and says what to open", async () => {
  const project = copyProject();
  const { exitCode, output } = await project.run(script);
  expect(output).toMatch(
    new RegExp(
      `^generated/docs: 파일 ${site.size}개를 썼습니다\\.\\n {2}index\\.html {2}\\d+KiB\\n[\\s\\S]*브라우저에서 여십시오: generated/docs/index\\.html\\n$`,
    ),
  );
  expect(exitCode).toBe(0);
  const dir = join(project.dir, "generated/docs");
  expect(readdirSync(dir).sort()).toEqual([...site.keys()].sort());
  for (const [file, content] of site) expect(readFileSync(join(dir, file), "utf8")).toBe(content);
  // The site is no part of what the spec is checked against.
  expect((await project.run("scripts/cli/generate.ts", "--check")).exitCode).toBe(0);
});

test("npm run docs -- --serve shows it, until a signal ends it", async () => {
  const { url, stop } = await startIn(copyProject().dir, script, "--serve", "--port", "0");
  const answers = await Promise.all(
    ["", "fields.csv", "missing.html"].map(async (path) => {
      const answer = await fetch(`${url}/${path}`);
      return [answer.status, answer.headers.get("content-type")];
    }),
  );
  expect(answers).toEqual([
    [200, "text/html; charset=utf-8"],
    [200, "text/csv; charset=utf-8"],
    [404, "text/plain; charset=utf-8"],
  ]);
  expect(await stop("SIGINT")).toBe(0);
});

test.each([
  ["a port that is no number", ["--serve", "--port", "x"], '오류: --port: 0에서 65535 사이의 정수. 받은 값: "x".\n'],
  ["a port without --serve", ["--port", "4020"], "오류: --port는 --serve와 함께 적으십시오.\n"],
])("npm run docs refuses %s", async (_name, args, output) => {
  expect(await copyProject().run(script, ...args)).toEqual({ exitCode: 2, output });
});
