import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadSpec } from "../../scripts/bundle/spec-files.ts";
import { sandbox } from "../../scripts/cli/sandbox.ts";
import { readBundle } from "../../scripts/bundle/bundle-file.ts";
import { runChild } from "../../scripts/lib/child-process.ts";
import { UserError } from "../../scripts/lib/user-error.ts";
import { api } from "../support/bundle.ts";
import { call } from "../support/in-process.ts";
import { temporaryFolder } from "../support/project.ts";

const limits = { seed: 16, interruptAfterTimeLimit: 4000, endOnFailure: true };
const secret = "CANARY-APP-KEY";

/** Pieces of YAML that parsers disagree about, with a secret among them. */
const yaml = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "a: ",
        "- ",
        "&a ",
        "*a",
        "<<: *a",
        "? ",
        "| ",
        "> ",
        "! ",
        `!${secret} `,
        "{",
        "}",
        "[",
        "]",
        "'",
        '"',
        "\n",
        "\n  ",
        "\t",
        "---\n",
        "...\n",
        "%YAML 9\n",
        "#",
        "\u0000",
        "\ufeff",
        "\r",
        ": ",
        ", ",
        "__proto__: ",
        "0x",
        ".inf",
        "~",
      ),
      fc.constantFrom(secret, `*${secret}`, `&${secret} `, `"${secret}`, `{ appKey: *${secret} }`),
      fc.string({ maxLength: 4, unit: "binary" }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(""));

test("any YAML file is read, or told by file in a sentence without what it holds", async () => {
  const dir = temporaryFolder();
  mkdirSync(join(dir, "source"));
  await fc.assert(
    fc.property(yaml, (text) => {
      writeFileSync(join(dir, "source/a.yaml"), text);
      try {
        loadSpec(dir);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
        expect((error as Error).message).toMatch(/a\.yaml(:\d+ |: ).*오\.$/);
        expect((error as Error).message).not.toContain(secret);
      }
    }),
    { ...limits, numRuns: 1000 },
  );
});

test("any file of apps opens a sandbox, or is told in a sentence without a key", async () => {
  const file = join(temporaryFolder(), "apps.yaml");
  await fc.assert(
    fc.asyncProperty(yaml, async (text) => {
      writeFileSync(file, `apps:\n  - name: a\n    appKey: ${text}`);
      const { exitCode, output } = await call(
        (how) => sandbox({ ...how, end: AbortSignal.abort() }),
        "--port",
        "0",
        "--quiet",
        "--apps",
        file,
      );
      expect([0, 2]).toContain(exitCode);
      expect(output).not.toContain(secret);
      expect(output).not.toContain("예상하지 못한");
    }),
    { ...limits, numRuns: 100 },
  );
});

/** Patterns of the parts that make engines backtrack. */
const { pattern } = fc.letrec<{ pattern: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("a", "b", "[ab]", ".", "\\w", "\\d", "(?:a|ab)", "(a|a)"),
    tie("pattern").map((inner) => `(?:${inner})`),
  ),
  pattern: fc
    .array(fc.tuple(tie("atom"), fc.constantFrom("", "", "*", "+", "?", "{1,3}", "{2,}", "*?")), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => parts.map((part) => part.join("")).join("")),
}));

test("a pattern that is not refused takes linear time", async () => {
  const [name = ""] = Object.keys(api.components.schemas);
  const path = join(temporaryFolder(), "openapi.json");
  const accepted: string[] = [];
  for (const one of fc.sample(fc.tuple(fc.constantFrom("", "^"), pattern, fc.constantFrom("", "$", "c$")), {
    seed: 16,
    numRuns: 60,
  })) {
    const schemas = { ...api.components.schemas, [name]: { type: "string", pattern: one.join("") } };
    writeFileSync(path, JSON.stringify({ ...api, components: { ...api.components, schemas } }));
    const refusal = await readBundle(path).then(
      () => undefined,
      (error: Error) => error,
    );
    if (refusal === undefined) accepted.push(one.join(""));
    else expect(refusal.message).toContain("/pattern pattern: 문자열에 따라 판정이 끝나지 않을 수 있는");
  }
  expect(accepted.length).toBeGreaterThan(5);
  // Quadratic time would be minutes, exponential time forever.
  const script = `
    for (const pattern of ${JSON.stringify(accepted)})
      for (const unit of ["a", "b", "ab", "0", "aab"]) new RegExp(pattern, "u").test(unit.repeat(300_000) + "!");`;
  expect(await runChild(process.execPath, ["-e", script], { timeoutMs: 30_000 })).toMatchObject({
    exitCode: 0,
    stderr: "",
  });
});
