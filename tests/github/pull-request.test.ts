import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../scripts/lib/paths.ts";
import { type Outcome, temporaryFolder } from "../support/project.ts";
import { checkOutPullRequest } from "../support/repository.ts";

interface Step {
  uses?: string;
  run?: string;
  with?: { path: string };
}

const { steps } = (
  parse(readFileSync(join(root, ".github/workflows/test.yaml"), "utf8")) as { jobs: { test: { steps: Step[] } } }
).jobs.test;

/** Runs a step of the workflow in a checkout the way GitHub's runner does. */
async function runStep(cwd: string, start: string): Promise<Outcome & { summary: string }> {
  const command = steps.find(({ run }) => run?.startsWith(start))?.run;
  if (command === undefined) throw new Error(`no such step: ${start}`);
  const file = join(temporaryFolder(), "summary.md");
  const github = {
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: cwd,
    GITHUB_STEP_SUMMARY: file,
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_REF: "refs/pull/7/merge",
    GITHUB_BASE_REF: "main",
    GITHUB_HEAD_REF: "change",
  };
  const outcome = await new Promise<Outcome>((done) => {
    execFile("bash", ["-e", "-c", command], { cwd, env: { ...process.env, ...github } }, (error, stdout, stderr) =>
      done({ exitCode: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr }),
    );
  });
  return { ...outcome, summary: existsSync(file) ? readFileSync(file, "utf8") : "" };
}

describe("a pull request", () => {
  test("that breaks a length gets each finding and the breaking change at its line, and both lists in the summary", async () => {
    const checkout = await checkOutPullRequest((edit) =>
      edit("spec/common/schemas/RequestDataHeader.yaml", "maxLength: 39", "maxLength: 38"),
    );
    const [lint, diff] = await Promise.all([runStep(checkout, "npm run lint"), runStep(checkout, "npm run diff")]);
    const place = "spec/common/schemas/RequestDataHeader.yaml";
    const line = readFileSync(join(checkout, place), "utf8").split("\n").indexOf("    maxLength: 38") + 1;
    expect(lint.output).toContain(`\n::error file=${place},line=${line},title=erratum-cover::`);
    expect(lint.summary).toContain(`| ${place}:${line} | erratum-cover | `);
    expect(diff.output).toMatch(
      new RegExp(`^::error file=${place},line=${line},title=호환되지 않음::.*UTZPE_CNCT_IPAD`, "m"),
    );
    expect(diff.summary).toMatch(/\| UTZPE.*IPAD\(이용자접속IP주소\) \|.* 39 → 38 \|/);
    expect([lint.exitCode, diff.exitCode]).toEqual([1, 1]);
  });
});
