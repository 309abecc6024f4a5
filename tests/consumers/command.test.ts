import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { manifest } from "../../scripts/lib/manifest.ts";
import { toolsOf } from "../../scripts/lib/tools.ts";
import type { Outcome } from "../support/execute.ts";
import { isOpen, startNpm } from "../support/npm-process.ts";
import { consumerEnv, useProject } from "./project.ts";
import { nodes } from "./toolchain.ts";

const document = "node_modules/woori-openapi/generated/openapi.json";

interface Verb {
  /** After the command's name. {out} stands for a folder of its own. */
  args: string[];
  /** Looks at what it printed, and at what it wrote. */
  check: (outcome: Outcome, read: (file: string) => string) => void;
}

const verbs: Record<string, Verb> = {
  "--version": {
    args: ["--version"],
    check: (outcome) => void expect(outcome).toEqual({ exitCode: 0, stdout: `${manifest().version}\n`, stderr: "" }),
  },
  generate: {
    args: ["generate", "--out", "{out}"],
    check: ({ exitCode, stderr }, read) => {
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
      expect(read("client.ts")).toContain("export function createWooriClient");
    },
  },
  lint: {
    args: ["lint", document],
    check: (outcome) => void expect(outcome).toEqual({ exitCode: 0, stdout: "lint: 문제가 없습니다.\n", stderr: "" }),
  },
  diff: {
    args: ["diff", "old.json"],
    check: ({ exitCode, stdout, stderr }) =>
      void expect({ exitCode, stdout, stderr }).toEqual({
        exitCode: 1,
        stdout: expect.stringContaining("UTZPE_CNCT_IPAD") as string,
        stderr: "",
      }),
  },
  proxy: {
    args: ["proxy"],
    check: ({ exitCode, stderr }) => {
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining("--upstream")]);
    },
  },
  "없는 명령": {
    args: ["nothing"],
    check: ({ exitCode, stderr }) => {
      expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/^오류: 없는 명령입니다: nothing\./)]);
    },
  },
  docs: {
    args: ["docs", "--out", "{out}"],
    check: ({ exitCode, stderr }, read) => {
      expect([exitCode, stderr]).toEqual([0, ""]);
      expect(read("fields.html")).toContain("대출한도");
    },
  },
};

const project = useProject("esm", "command", {
  tools: Object.values(toolsOf).flat(),
  prepare: ({ dir }) => {
    writeFileSync(
      join(dir, "old.json"),
      readFileSync(join(dir, document), "utf8").replace('"maxLength": 39', '"maxLength": 40'),
    );
  },
});

describe("woori-openapi", () => {
  for (const node of nodes()) {
    for (const [name, { args, check }] of Object.entries(verbs)) {
      test(`Node ${node.version} · ${name}`, async ({ annotate }) => {
        const { dir, run } = await project();
        const out = `${name}-${node.version}`;
        const outcome = await run(
          "node_modules/.bin/woori-openapi",
          args.map((arg) => arg.replace("{out}", out)),
          node,
        );
        if (!node.requiresModules) {
          expect(outcome).toEqual({
            exitCode: 2,
            stdout: "",
            stderr: `오류: Node 20.19 이상이 있어야 합니다. 22라면 22.12 이상입니다. 사용 중인 버전: ${node.version}.\n`,
          });
          return void (await annotate("안내"));
        }
        check(outcome, (file) => readFileSync(join(dir, out, file), "utf8"));
      });
    }
  }
});

// One after the other: a helper tells the runner what to clean up after the test that runs.
describe("npx", { concurrent: false }, () => {
  test.for<[verb: string, options: string[]]>([
    ["sandbox", []],
    ["proxy", ["--upstream", inject("sandbox")]],
  ])("woori-openapi %s · SIGTERM", async ([verb, options], { expect }) => {
    const { dir } = await project();
    const args = ["woori-openapi", verb, "--port", "0", "--quiet", ...options];
    const { url, kill } = await startNpm("npx", args, { cwd: dir, env: consumerEnv(inject("folder")) });
    expect((await fetch(`${url}/__sandbox/health`)).status).toBe(200);
    kill("SIGTERM");
    await expect.poll(() => isOpen(url), { timeout: 20_000 }).toBe(false);
  });
});
