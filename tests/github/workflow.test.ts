import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../scripts/lib/paths.ts";

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, { permissions?: unknown; steps: Step[] }>;
}

const folder = join(root, ".github/workflows");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };

describe.each(readdirSync(folder))("%s", (file) => {
  const text = readFileSync(join(folder, file), "utf8");
  const { on, permissions, jobs } = parse(text) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test("every action is GitHub's own and pinned to a commit", () => {
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
  });

  test("what a pull request brings can read the repository's content, and nothing more", () => {
    expect(permissions).toEqual({ contents: "read" });
    for (const job of Object.values(jobs)) expect(job).not.toHaveProperty("permissions");
    expect(Object.keys(on)).not.toContain("pull_request_target");
    expect(text).not.toMatch(/secrets\./);
    for (const step of steps)
      if (step.uses?.startsWith("actions/checkout@")) expect(step.with?.["persist-credentials"]).toBe(false);
  });

  test("every step is a command that a contributor has too", () => {
    for (const { run } of steps) {
      if (run === undefined) continue;
      const [, script] = /^npm (?:run )?([\w:-]+)(?: -- [\w ^-]+)?$/.exec(run) ?? [];
      if (script === undefined) expect(existsSync(join(root, run)), run).toBe(true);
      else expect(Object.keys(scripts), run).toContain(script);
    }
  });
});
