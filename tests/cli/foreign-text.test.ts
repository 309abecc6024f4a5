import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diffFiles } from "../../scripts/cli/diff-files.ts";
import { lint } from "../../scripts/cli/lint.ts";
import { sandbox } from "../../scripts/cli/sandbox.ts";
import { api } from "../support/bundle.ts";
import { call, serveBy } from "../support/in-process.ts";
import { copySpec, temporaryFolder } from "../support/project.ts";

/** What a terminal, a log or GitHub's runner would act on. */
const payloads = [
  "\u001b[2Jpayload",
  "\u001b]8;;https://example.com\u0007payload\u001b]8;;\u0007",
  "a\r\n::error::payload",
  "a\n  ::add-mask::payload",
  "a ##[error]payload",
  "\u202epayload\u2066",
  "\u009b31mpayload",
  "\u{e0041}payload",
  "a\u2028::error::payload",
];
const acts =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]|##\[|^[ \t]*::/mu;

function bundle(payload: string): string {
  const path = join(temporaryFolder(), "openapi.json");
  writeFileSync(path, JSON.stringify({ ...api, info: { ...api.info, title: payload }, [`x-${payload}`]: payload }));
  return path;
}

describe.each(payloads)("%j is shown and does nothing:", (payload) => {
  test.each(["text", "json", "markdown"])("in a comparison as %s", async (format) => {
    const { output } = await call(diffFiles, bundle(payload), "--format", format);
    expect(output).toContain("payload");
    expect(output).not.toMatch(acts);
    if (format === "json") expect(JSON.stringify(JSON.parse(output))).toContain(JSON.stringify(payload).slice(1, -1));
  });

  test("in what a sandbox announces and logs", async () => {
    const apps = join(temporaryFolder(), "apps.json");
    const app = { name: payload, appKey: "SANDBOX-APP-KEY", secretKey: "SANDBOX-SECRET-KEY", state: "in-service" };
    writeFileSync(apps, JSON.stringify({ apps: [app] }));
    const { url, until, printed } = await serveBy(sandbox, "--bundle", bundle(payload), "--apps", apps);
    await fetch(`${url}${Object.keys(api.paths)[0] ?? ""}`, { method: "POST", headers: { appKey: app.appKey } });
    await until(/\d\.\dms/);
    expect(printed()).toContain("payload");
    expect(printed()).not.toMatch(acts);
  });

  test("in an error", async () => {
    const { exitCode, output } = await call(diffFiles, `missing ${payload}.json`);
    expect(exitCode).toBe(2);
    expect(output).toContain("payload");
    expect(output).not.toMatch(acts);
  });
});

test("a name in a spec stays within its annotation", async () => {
  const dir = copySpec((edit) => edit("openapi.yaml", "  title:", '  "a\\n::error::payload\\e[0m": 1\n  title:'));
  const { exitCode, output } = await call(lint, "--quick", "--format", "github", "--spec", dir);
  expect(exitCode).toBe(1);
  expect(output).toContain("payload");
  expect(
    output.split("\n").filter((line) => line.startsWith("::") && !/^::error file=\S+,line=\d+,title=/.test(line)),
  ).toEqual([]);
  expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
});
