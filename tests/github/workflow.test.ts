import { accessSync, constants, existsSync, readdirSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../scripts/lib/paths.ts";

interface Step {
  uses?: string;
  run?: string;
  id?: string;
  if?: string;
  with?: Record<string, unknown>;
}

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  concurrency: { group: string; "cancel-in-progress": unknown };
  jobs: Record<string, { "timeout-minutes"?: number; steps: Step[] }>;
}

const folder = join(root, ".github/workflows");
const scripts = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> })
  .scripts;

// GitHub's parser imports its schema the way bundlers do; Node wants to be told that JSON is JSON.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context),
});
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import("@actions/workflow-parser");

/** What GitHub itself would say of a workflow. */
async function errorsOf(content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name: "test.yaml", content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

describe.each(readdirSync(folder))("%s", (file) => {
  const text = readFileSync(join(folder, file), "utf8");
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  test("GitHub's own parser takes it, and would refuse a mistake", async () => {
    expect(await errorsOf(text)).toEqual([]);
    expect(await errorsOf(text.replace("runs-on:", "run-on:"))).not.toEqual([]);
    expect(await errorsOf(text.replace("!cancelled()", "!canceled()"))).not.toEqual([]);
  });

  test("a condition names a step that has run before it", () => {
    for (const { steps: own } of jobs)
      for (const [index, step] of own.entries()) {
        const named = [...(step.if ?? "").matchAll(/steps\.(\w+)/g)].map(([, id]) => id);
        const before = own.slice(0, index).map(({ id }) => id);
        expect(named.filter((id) => !before.includes(id))).toEqual([]);
      }
  });

  test("every action is GitHub's own, pinned to a commit, its version beside it", () => {
    const used = [...text.matchAll(/\buses: *(.*)/g)].map(([, action]) => action);
    expect(used).toHaveLength(steps.filter(({ uses }) => uses !== undefined).length);
    for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("it may read the repository's content, and holds no secret, on forks as at home", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
    expect(text.match(/permissions:/g)).toHaveLength(1);
    expect(workflow.on).toEqual({ push: { branches: ["main"] }, pull_request: null });
    expect(text).not.toMatch(/secrets|token|pull_request_target|workflow_run|self-hosted/i);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@") === true);
    expect(checkouts).toHaveLength(jobs.length);
    for (const checkout of checkouts) expect(checkout.with?.["persist-credentials"]).toBe(false);
  });

  test("a newer push of a pull request ends the older run, and no run lasts for hours", () => {
    expect(workflow.concurrency).toEqual({
      group: "${{ github.workflow }}-${{ github.ref }}",
      "cancel-in-progress": "${{ github.event_name == 'pull_request' }}",
    });
    for (const job of jobs) expect(job["timeout-minutes"]).toBeLessThanOrEqual(30);
  });

  test("every step is one command of the project: no logic of its own, nothing put into it by GitHub", () => {
    const commands = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) {
      const [, script] = /^npm (?:run )?([\w:-]+)(?: -- [\w ^-]+)?$/.exec(command) ?? [];
      if (script !== undefined) expect(Object.keys(scripts)).toContain(script);
      else expect([command, existsSync(join(root, command))]).toEqual([expect.stringMatching(/^\.ci\/\w+$/), true]);
    }
  });
});

describe("test.yaml", () => {
  const { jobs } = parse(readFileSync(join(folder, "test.yaml"), "utf8")) as Workflow;
  const steps = jobs["test"]?.steps ?? [];

  test("runs all that .ci/run runs", () => {
    const [, body = ""] = readFileSync(join(root, ".ci/run"), "utf8").split('cd "$(dirname "$0")/.."\n');
    const commands = body.trim().split("\n");
    expect(commands).toEqual([".ci/install", "npm test"]);
    for (const command of commands) expect(steps.map(({ run }) => run)).toContain(command);
    for (const file of [".ci/run", ".ci/install"])
      expect(() => accessSync(join(root, file), constants.X_OK)).not.toThrow();
  });

  // A failing npm test must not keep a reviewer from the findings, the report and the preview, nor they from it.
  test("after the installation every step runs whatever another came to, and each can fail the job", () => {
    const after = steps.slice(steps.findIndex(({ id }) => id === "install") + 1);
    expect(after.length).toBeGreaterThan(0);
    for (const step of after) {
      expect(step.if).toMatch(
        /^\(!cancelled\(\)\) && steps\.(install|docs)\.outcome == 'success'( && github\.event_name == 'pull_request')?$/,
      );
      expect(step).not.toHaveProperty("continue-on-error");
    }
  });
});
