import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { calling, outcomeBy, told } from "./calls.ts";
import type { Outcome } from "../support/execute.ts";
import { type Project, useProject } from "./project.ts";
import { versionOf } from "./toolchain.ts";

/** Runs a test runner, whose own report is what went wrong; the outcome is what the test wrote to a file. */
async function runner({ dir, run }: Project, args: readonly string[]): Promise<Outcome> {
  const file = join(dir, "outcome.json");
  rmSync(file, { force: true });
  const { exitCode, stdout, stderr } = await run("node", args);
  if (exitCode !== 0) throw new Error(stdout + stderr);
  return { exitCode, stdout: readFileSync(file, "utf8"), stderr: "" };
}

describe("테스트 도구", () => {
  const vitest = useProject("test-runner", "vitest", { tools: ["vitest", "jsdom", "happy-dom"] });
  for (const environment of ["node", "jsdom", "happy-dom"]) {
    const args = ["node_modules/vitest/vitest.mjs", "run", "--globals", "--environment", environment];

    test(`Vitest ${versionOf("vitest")} · ${environment}`, async () => {
      const project = await vitest();
      expect(await outcomeBy(() => runner(project, args))).toEqual(told);
    });

    if (environment === "node") continue;
    test(`Vitest ${versionOf("vitest")} · ${environment}, 브라우저용 빌드`, async () => {
      const project = await vitest();
      const program = (): Promise<Outcome> => runner(project, [...args, "--config", "vitest-browser.config.mjs"]);
      expect(await outcomeBy(program, "POST")).toEqual(told);
    });
  }

  const jest = useProject("test-runner", "jest", { tools: ["jest", "jest-environment-jsdom", "whatwg-fetch"] });
  // The package is ES modules, which Jest runs by this switch of Node.
  const args = ["--experimental-vm-modules", "node_modules/jest/bin/jest.js", "--config"];

  test(`Jest ${versionOf("jest")} · node`, async () => {
    const project = await jest();
    expect(await outcomeBy(() => runner(project, [...args, "jest.config.mjs", "--env", "node"]))).toEqual(told);
  });

  // jsdom has neither fetch and its classes nor TextDecoder, whichever build of the package it takes.
  for (const [column, config, named] of [
    ["jsdom", "jest.config.mjs", "fetch"],
    ["jsdom, import 조건 node", "jest-node-conditions.config.mjs", "fetch"],
    ["jsdom, whatwg-fetch", "jest-whatwg-fetch.config.mjs", "TextDecoder"],
  ] as const) {
    test(`Jest ${versionOf("jest")} · ${column}`, async ({ annotate }) => {
      const project = await jest();
      const report = (): Promise<string> =>
        runner(project, [...args, config, "--env", "jsdom"]).then(
          () => "passed",
          (failure: Error) => failure.message,
        );
      const { outcome, seen } = await calling(report);
      expect(outcome).toMatch(new RegExp(`WooriInputError: .*${named}`));
      expect(seen).toEqual([]);
      await annotate("안내");
    });
  }

  test(`Jest ${versionOf("jest")} · jsdom, whatwg-fetch, TextDecoder`, async () => {
    const project = await jest();
    const program = (): Promise<Outcome> => runner(project, [...args, "jest-polyfills.config.mjs", "--env", "jsdom"]);
    expect(await outcomeBy(program, "POST")).toEqual(told);
  });
});
